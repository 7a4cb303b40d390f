-- Resolved alerts are deleted after their time, over all brands.
CREATE INDEX alert_resolved ON alert (state, resolved_at);

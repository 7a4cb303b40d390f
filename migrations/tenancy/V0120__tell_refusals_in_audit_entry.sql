-- Besides deeds, refusals are written down: failed sign-ins, requests beyond a role, without the anti-forgery token,
-- downloads that were not handed out. The same refusal within an hour is one row that counts: slot is the SHA-256 of what
-- makes it the same, and null for deeds. network is the block of addresses (/24, /48) that it came from.
ALTER TABLE audit_entry
  ADD COLUMN refused BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN network VARCHAR(50) CHARACTER SET ascii NOT NULL DEFAULT '',
  ADD COLUMN times INT NOT NULL DEFAULT 1,
  ADD COLUMN last_at DATETIME(3) NULL,
  ADD COLUMN slot BINARY(32) NULL,
  ADD UNIQUE KEY audit_entry_slot (slot),
  ADD KEY audit_entry_person (brand_id, user_id, at),
  ADD KEY audit_entry_action (brand_id, action, at),
  ADD KEY audit_entry_subject (brand_id, subject, at),
  ADD KEY audit_entry_age (refused, at);

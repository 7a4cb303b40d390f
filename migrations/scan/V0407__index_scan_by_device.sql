-- A customer's page asks for the latest scans of a device.
CREATE INDEX scan_device ON scan (brand_id, device, scanned_at);

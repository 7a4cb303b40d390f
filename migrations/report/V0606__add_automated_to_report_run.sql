-- Whether scans by programs count in the snapshot too; by default they don't.
ALTER TABLE report_run ADD COLUMN automated BOOLEAN NOT NULL DEFAULT FALSE;

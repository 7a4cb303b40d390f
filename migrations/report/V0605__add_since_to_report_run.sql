-- The brand's day of the oldest scan in a report that reads the journal: weeks before may have left the database.
ALTER TABLE report_run ADD COLUMN since DATE NULL;

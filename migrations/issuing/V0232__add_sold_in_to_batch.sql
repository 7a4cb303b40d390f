-- Where the batch may be sold: GB/T 2260 codes of provinces, ascending, a comma between; empty means everywhere.
ALTER TABLE batch ADD COLUMN sold_in VARCHAR(240) CHARACTER SET ascii NOT NULL DEFAULT '';

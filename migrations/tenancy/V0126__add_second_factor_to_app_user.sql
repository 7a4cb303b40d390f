-- Whether the user has a confirmed second factor, so that a request needs no look into another table.
ALTER TABLE app_user ADD COLUMN second_factor BOOLEAN NOT NULL DEFAULT FALSE;

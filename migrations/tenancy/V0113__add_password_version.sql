-- Goes up with each change of the password; what was given out for an earlier one, such as the cookie of a known
-- browser, is worth nothing then.
ALTER TABLE app_user
  ADD COLUMN password_version INT NOT NULL DEFAULT 1,
  ADD COLUMN must_change BOOLEAN NOT NULL DEFAULT FALSE;

-- Counted in sign_in_attempt now.
ALTER TABLE app_user DROP COLUMN failed_sign_ins, DROP COLUMN locked_until;

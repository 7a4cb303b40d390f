-- Whether a code of the second factor was given for the session. Without, it opens nothing to a user who has one.
ALTER TABLE user_session ADD COLUMN proved BOOLEAN NOT NULL DEFAULT FALSE;

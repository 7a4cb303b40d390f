-- Attempts to sign in since the last good one, by SHA-256 of the e-mail, whether it is a user's or not: being locked
-- out then tells nobody which e-mails exist.
CREATE TABLE sign_in_attempt (
  email_hash   BINARY(32)  NOT NULL,
  attempts     INT         NOT NULL,
  locked_until DATETIME(3) NULL,
  last_at      DATETIME(3) NOT NULL,
  PRIMARY KEY (email_hash),
  KEY sign_in_attempt_age (last_at)
) CHARACTER SET ascii;

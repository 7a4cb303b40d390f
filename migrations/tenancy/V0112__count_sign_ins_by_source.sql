-- Counts by e-mail alone locked its owner out with everybody else; they end here.
DROP TABLE sign_in_attempt;
-- Attempts to sign in with an e-mail since the last good one, by where they come from: a block of addresses, a browser
-- that signed in before, or all together. The e-mail is a hash, whether it is a user's or not: being locked out then
-- tells nobody which e-mails exist.
CREATE TABLE sign_in_attempt (
  email_hash   BINARY(32)  NOT NULL,
  source       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts     INT         NOT NULL,
  locked_until DATETIME(3) NULL,
  last_at      DATETIME(3) NOT NULL,
  PRIMARY KEY (email_hash, source),
  KEY sign_in_attempt_age (last_at)
) CHARACTER SET ascii;

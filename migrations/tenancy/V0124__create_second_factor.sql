-- What a user's app makes one-time codes of: one a user. Until a code confirmed it, it counts for nothing. The secret is
-- encrypted under a key of the platform and bound to its user. A step of 30 seconds is good once: last_step is the last used.
CREATE TABLE second_factor (
  user_id    BIGINT        NOT NULL,
  secret     VARBINARY(64) NOT NULL,
  confirmed  BOOLEAN       NOT NULL,
  started_at DATETIME(3)   NOT NULL,
  last_step  BIGINT        NOT NULL,
  PRIMARY KEY (user_id)
) CHARACTER SET ascii;

-- The browser holds the token; only its SHA-256 is kept, so that a stolen table signs nobody in.
CREATE TABLE user_session (
  token_hash   BINARY(32)  NOT NULL,
  user_id      BIGINT      NOT NULL,
  created_at   DATETIME(3) NOT NULL,
  last_used_at DATETIME(3) NOT NULL,
  expires_at   DATETIME(3) NOT NULL,
  PRIMARY KEY (token_hash),
  KEY user_session_user (user_id),
  KEY user_session_expiry (expires_at)
) CHARACTER SET utf8mb4;

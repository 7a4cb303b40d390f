-- A link with which a user may choose a new password once: one a user. Only the SHA-256 of its token is kept, so that a
-- stolen table changes nobody's password.
CREATE TABLE password_reset (
  user_id    BIGINT      NOT NULL,
  token_hash BINARY(32)  NOT NULL,
  created_by BIGINT      NOT NULL,
  created_at DATETIME(3) NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  PRIMARY KEY (user_id),
  UNIQUE KEY password_reset_token (token_hash)
) CHARACTER SET ascii;

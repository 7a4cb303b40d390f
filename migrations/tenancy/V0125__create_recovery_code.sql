-- A code that stands in for a lost telephone; its row goes when it is used. Only its SHA-256 is kept.
CREATE TABLE recovery_code (
  user_id   BIGINT     NOT NULL,
  code_hash BINARY(32) NOT NULL,
  PRIMARY KEY (user_id, code_hash)
) CHARACTER SET ascii;

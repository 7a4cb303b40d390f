-- A file of a delivery. It stays when the file itself was deleted, so that one made again is known to be the same.
CREATE TABLE delivery_file (
  brand_id     BIGINT      NOT NULL,
  delivery_id  BIGINT      NOT NULL,
  number       INT         NOT NULL,
  plain_sha256 CHAR(64)    CHARACTER SET ascii NOT NULL,
  plain_bytes  BIGINT      NOT NULL,
  sha256       CHAR(64)    CHARACTER SET ascii NOT NULL,
  bytes        BIGINT      NOT NULL,
  spool_name   VARCHAR(60) CHARACTER SET ascii NULL,
  made_at      DATETIME(3) NOT NULL,
  PRIMARY KEY (brand_id, delivery_id, number)
) CHARACTER SET utf8mb4;

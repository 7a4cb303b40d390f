-- A version of a brand's keys: the code key and the signature key of one key id, which is the first character of serial
-- numbers. The secrets are in data_key (purposes CODE and SIGNATURE, same key_id); here is what may be known of them.
-- Versions of brands that are older than this table are added at the next start, which can open their keys.
CREATE TABLE key_version (
  brand_id      BIGINT       NOT NULL,
  key_id        INT          NOT NULL,
  suite         VARCHAR(20)  CHARACTER SET ascii NOT NULL,
  state         VARCHAR(10)  CHARACTER SET ascii NOT NULL,
  public_key    VARBINARY(65) NOT NULL,
  created_at    DATETIME(3)  NOT NULL,
  created_by    BIGINT       NULL,
  revoked_at    DATETIME(3)  NULL,
  revoked_by    BIGINT       NULL,
  revoked_for   VARCHAR(300) NULL,
  PRIMARY KEY (brand_id, key_id)
) CHARACTER SET utf8mb4;

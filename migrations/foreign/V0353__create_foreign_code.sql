-- A code that an earlier system printed: unlike ours it can't be computed, so it has a row. Found by the first 128 bits
-- of its SHA-256; counts only once its group has a batch.
CREATE TABLE foreign_code (
  brand_id     BIGINT       NOT NULL,
  code_hash    BINARY(16)   NOT NULL,
  import_id    BIGINT       NOT NULL,
  group_number INT          NOT NULL,
  item_number  INT          NOT NULL,
  code         VARCHAR(500) NOT NULL,
  PRIMARY KEY (brand_id, code_hash),
  KEY foreign_code_item (brand_id, import_id, group_number, item_number)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

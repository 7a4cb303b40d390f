-- The rows of an import that are alike in product, lot and expiry: one batch. Written with the import's end, and so
-- what makes its codes visible; a check has groups without a batch.
CREATE TABLE foreign_group (
  brand_id     BIGINT      NOT NULL,
  import_id    BIGINT      NOT NULL,
  group_number INT         NOT NULL,
  gtin         CHAR(14)    NOT NULL,
  lot          VARCHAR(20) NOT NULL,
  expires_on   DATE        NULL,
  quantity     INT         NOT NULL,
  batch_number INT         NULL,
  PRIMARY KEY (brand_id, import_id, group_number),
  UNIQUE KEY foreign_group_batch (brand_id, batch_number)
) CHARACTER SET ascii;

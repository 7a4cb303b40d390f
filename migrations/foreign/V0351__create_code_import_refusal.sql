-- A line of an import that was not taken: its value cut to 100 characters, and why. other_line is the line that has
-- the same code, where that is the reason.
CREATE TABLE code_import_refusal (
  brand_id   BIGINT       NOT NULL,
  import_id  BIGINT       NOT NULL,
  line       INT          NOT NULL,
  value      VARCHAR(100) NOT NULL,
  reason     VARCHAR(30)  CHARACTER SET ascii NOT NULL,
  other_line INT          NULL,
  PRIMARY KEY (brand_id, import_id, line)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

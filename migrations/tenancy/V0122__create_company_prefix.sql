-- A GS1 company prefix that an administrator saw proof of: GTINs that begin with it are the brand's. No prefix covers
-- another one.
CREATE TABLE company_prefix (
  prefix     VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  brand_id   BIGINT      NOT NULL,
  created_at DATETIME(3) NOT NULL,
  created_by BIGINT      NOT NULL,
  PRIMARY KEY (prefix),
  KEY company_prefix_brand (brand_id)
) CHARACTER SET utf8mb4;

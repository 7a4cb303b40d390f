-- A GTIN belongs to one brand on the whole platform: a scanned link names nothing else to find the brand by.
CREATE TABLE product (
  id              BIGINT       NOT NULL AUTO_INCREMENT,
  brand_id        BIGINT       NOT NULL,
  gtin            CHAR(14)     NOT NULL,
  name            VARCHAR(200) NOT NULL,
  category        VARCHAR(100) NOT NULL,
  list_price_fen  BIGINT       NOT NULL,
  shelf_life_days INT          NULL,
  created_at      DATETIME(3)  NOT NULL,
  version         INT          NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY product_gtin (gtin),
  KEY product_brand (brand_id, gtin)
) CHARACTER SET utf8mb4;

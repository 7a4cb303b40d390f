-- One row whatever the quantity: code i of a batch is computed, not stored.
CREATE TABLE batch (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  brand_id    BIGINT       NOT NULL,
  number      INT          NOT NULL,
  product_id  BIGINT       NOT NULL,
  quantity    BIGINT       NOT NULL,
  lot         VARCHAR(20)  NOT NULL,
  produced_on DATE         NOT NULL,
  expires_on  DATE         NULL,
  key_id      INT          NOT NULL,
  link_base   VARCHAR(200) NOT NULL,
  state       VARCHAR(20)  NOT NULL,
  created_at  DATETIME(3)  NOT NULL,
  created_by  BIGINT       NOT NULL,
  version     INT          NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY batch_number (brand_id, number),
  KEY batch_product (brand_id, product_id)
) CHARACTER SET utf8mb4;

-- When an unusual volume of a product, or of the brand as product 0, was last told, and the most scans an hour since.
CREATE TABLE volume_watch (
  brand_id   BIGINT      NOT NULL,
  product_id BIGINT      NOT NULL,
  told_at    DATETIME(3) NOT NULL,
  peak       BIGINT      NOT NULL,
  PRIMARY KEY (brand_id, product_id)
) CHARACTER SET ascii;

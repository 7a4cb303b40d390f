-- Scans of people in an hour (UTC), of a product, or of all the brand's products as product 0.
CREATE TABLE hourly_scans (
  brand_id   BIGINT      NOT NULL,
  product_id BIGINT      NOT NULL,
  hour       DATETIME(3) NOT NULL,
  scans      BIGINT      NOT NULL,
  PRIMARY KEY (brand_id, product_id, hour),
  KEY hourly_scans_hour (hour)
) CHARACTER SET ascii;

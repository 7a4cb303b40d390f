CREATE TABLE rfm_row (
  brand_id     BIGINT      NOT NULL,
  run_id       BIGINT      NOT NULL,
  customer_id  BINARY(16)  NOT NULL,
  recency_days INT         NOT NULL,
  frequency    INT         NOT NULL,
  monetary_fen BIGINT      NOT NULL,
  r            INT         NOT NULL,
  f            INT         NOT NULL,
  m            INT         NOT NULL,
  segment      VARCHAR(20) NOT NULL,
  PRIMARY KEY (brand_id, run_id, customer_id),
  KEY rfm_row_customer (brand_id, customer_id)
) CHARACTER SET ascii;

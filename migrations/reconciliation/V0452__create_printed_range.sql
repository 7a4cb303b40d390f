-- What all reports of a batch come to: disjoint ranges of items, both ends included, neighbours with one state joined.
CREATE TABLE printed_range (
  brand_id     BIGINT      NOT NULL,
  batch_number INT         NOT NULL,
  first_item   INT         NOT NULL,
  last_item    INT         NOT NULL,
  state        VARCHAR(20) NOT NULL,
  PRIMARY KEY (brand_id, batch_number, first_item)
) CHARACTER SET ascii;

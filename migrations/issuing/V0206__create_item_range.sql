-- Items whose state is not their batch's: disjoint ranges, both ends included, neighbours with one state joined. The
-- column exceptions counts a batch's ranges, so that a scan knows without asking whether there are any.
CREATE TABLE item_range (
  brand_id     BIGINT      NOT NULL,
  batch_number INT         NOT NULL,
  first_item   INT         NOT NULL,
  last_item    INT         NOT NULL,
  state        VARCHAR(20) NOT NULL,
  PRIMARY KEY (brand_id, batch_number, first_item)
) CHARACTER SET ascii;
ALTER TABLE batch ADD COLUMN exceptions INT NOT NULL DEFAULT 0;

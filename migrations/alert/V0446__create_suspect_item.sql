-- An item that the verdicts call copied, from the journal: when it was first and last called so, how often, and the
-- provinces that it was scanned in. What is not here was told to nobody yet.
CREATE TABLE suspect_item (
  brand_id     BIGINT       NOT NULL,
  batch_number INT          NOT NULL,
  item_number  INT          NOT NULL,
  first_at     DATETIME(3)  NOT NULL,
  last_at      DATETIME(3)  NOT NULL,
  scans        INT          NOT NULL,
  provinces    VARCHAR(120) NOT NULL,
  PRIMARY KEY (brand_id, batch_number, item_number)
) CHARACTER SET ascii;

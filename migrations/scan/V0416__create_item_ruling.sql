-- What operators decided about items, in order; nothing is changed or deleted here, a later ruling takes an earlier one
-- back. The columns from scans on are what spoke for and against the item when it was decided.
CREATE TABLE item_ruling (
  brand_id      BIGINT           NOT NULL,
  batch_number  INT              NOT NULL,
  item_number   INT              NOT NULL,
  number        INT              NOT NULL,
  kind          VARCHAR(16)      NOT NULL,
  note          VARCHAR(500)     NOT NULL,
  user_id       BIGINT           NOT NULL,
  ruled_at      DATETIME(3)      NOT NULL,
  scans         INT              NOT NULL,
  sessions      INT              NOT NULL,
  devices       INT              NOT NULL,
  score         TINYINT UNSIGNED NOT NULL,
  findings      VARCHAR(400)     NOT NULL,
  suspect_since DATETIME(3)      NULL,
  PRIMARY KEY (brand_id, batch_number, item_number, number)
) CHARACTER SET utf8mb4;

-- A brand's day (UTC) of scans that left for the lake, written down once its file was read back and found complete.
-- part: 1, and more where scans of that day came after its rows had left the database. state: VERIFIED; LEAVING, while the
-- partition named in week is being dropped; DROPPED, the file is all there is; DAMAGED, the file is not what it was.
-- rows_digest: an order-free sum over all rows, equal for file and database.
CREATE TABLE lake_day (
  brand_id    BIGINT       NOT NULL,
  day         DATE         NOT NULL,
  part        INT          NOT NULL,
  state       VARCHAR(12)  NOT NULL,
  row_count   BIGINT       NOT NULL,
  rows_digest CHAR(32)     NOT NULL,
  file_bytes  BIGINT       NOT NULL,
  sha256      CHAR(64)     NOT NULL,
  exported_at DATETIME(3)  NOT NULL,
  week        VARCHAR(12)  NOT NULL DEFAULT '',
  PRIMARY KEY (brand_id, day, part)
) CHARACTER SET ascii;

-- Scans a day in the brand's own time zone, counted as the journal grows: what the console's first page shows.
CREATE TABLE daily_scans (
  brand_id      BIGINT NOT NULL,
  day           DATE   NOT NULL,
  scans         BIGINT NOT NULL,
  genuine_first BIGINT NOT NULL,
  suspect       BIGINT NOT NULL,
  PRIMARY KEY (brand_id, day)
) CHARACTER SET ascii;

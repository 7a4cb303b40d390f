-- A person allowed the precise position after the verdict: an event of the journal that names the scan it refines.
CREATE TABLE scan_refinement (
  brand_id BIGINT      NOT NULL,
  lane     INT         NOT NULL,
  seq      BIGINT      NOT NULL,
  scan_id  BINARY(16)  NOT NULL,
  at       DATETIME(3) NOT NULL,
  PRIMARY KEY (brand_id, lane, seq)
) CHARACTER SET ascii;

-- A simulation on a brand. Its end stands here so that a run that was cut short goes on with the very same scans.
CREATE TABLE simulation_run (
  brand_id    BIGINT      NOT NULL,
  run_key     CHAR(8)     NOT NULL,
  seed        BIGINT      NOT NULL,
  scans       BIGINT      NOT NULL,
  customers   BIGINT      NOT NULL,
  days        INT         NOT NULL,
  copied      DOUBLE      NOT NULL,
  ends_at     DATETIME(3) NOT NULL,
  finished_at DATETIME(3) NULL,
  PRIMARY KEY (brand_id, run_key)
) CHARACTER SET ascii;

CREATE TABLE region_row (
  brand_id      BIGINT     NOT NULL,
  run_id        BIGINT     NOT NULL,
  level         VARCHAR(8) NOT NULL,
  code          CHAR(6)    NOT NULL,
  parent_code   CHAR(6)    NOT NULL,
  scans         BIGINT     NOT NULL,
  customers     BIGINT     NOT NULL,
  genuine_first BIGINT     NOT NULL,
  suspect       BIGINT     NOT NULL,
  PRIMARY KEY (brand_id, run_id, level, code)
) CHARACTER SET ascii;

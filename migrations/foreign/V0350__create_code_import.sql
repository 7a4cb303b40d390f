-- A list of codes that a brand's earlier system printed, on its way in or taken in: what was asked for, how far it has
-- come, how it ended. seen_at is moved on by the process that works on it; swept says that what an unfinished one
-- wrote is gone.
CREATE TABLE code_import (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  brand_id       BIGINT       NOT NULL,
  state          VARCHAR(12)  NOT NULL,
  check_only     BOOLEAN      NOT NULL,
  ignore_case    BOOLEAN      NOT NULL,
  gtin           CHAR(14)     NULL,
  lot            VARCHAR(20)  NULL,
  produced_on    DATE         NOT NULL,
  file_bytes     BIGINT       NOT NULL,
  read_bytes     BIGINT       NOT NULL,
  rows_read      INT          NOT NULL,
  accepted       INT          NOT NULL,
  refused        INT          NOT NULL,
  failure        VARCHAR(40)  NULL,
  failure_line   INT          NULL,
  failure_detail VARCHAR(100) NULL,
  created_by     BIGINT       NOT NULL,
  created_at     DATETIME(3)  NOT NULL,
  started_at     DATETIME(3)  NULL,
  finished_at    DATETIME(3)  NULL,
  seen_at        DATETIME(3)  NOT NULL,
  swept          BOOLEAN      NOT NULL,
  PRIMARY KEY (id),
  KEY code_import_brand (brand_id, id),
  KEY code_import_state (state, seen_at)
) CHARACTER SET utf8mb4;

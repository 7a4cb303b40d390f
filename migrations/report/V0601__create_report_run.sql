-- A dated snapshot of a report, or one in the making.
CREATE TABLE report_run (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  brand_id     BIGINT       NOT NULL,
  kind         VARCHAR(12)  NOT NULL,
  as_of        DATE         NOT NULL,
  state        VARCHAR(12)  NOT NULL,
  made_by      VARCHAR(12)  NOT NULL,
  schedule_key VARCHAR(40)  NULL,
  progress     INT          NOT NULL,
  row_count    BIGINT       NOT NULL,
  thresholds   VARCHAR(200) NOT NULL,
  started_at   DATETIME(3)  NOT NULL,
  finished_at  DATETIME(3)  NULL,
  PRIMARY KEY (id),
  UNIQUE KEY report_run_schedule (schedule_key),
  KEY report_run_brand (brand_id, kind, id)
) CHARACTER SET utf8mb4;

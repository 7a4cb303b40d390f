-- Something that a brand's people should look at. Of one kind and subject at most one is not resolved: closed is 0
-- until then and the alert's own id afterwards, so that the unique key lets the next one open and two never.
CREATE TABLE alert (
  id              BIGINT        NOT NULL AUTO_INCREMENT,
  brand_id        BIGINT        NOT NULL,
  kind            VARCHAR(24)   CHARACTER SET ascii NOT NULL,
  subject         VARCHAR(80)   CHARACTER SET ascii NOT NULL,
  closed          BIGINT        NOT NULL,
  severity        VARCHAR(8)    CHARACTER SET ascii NOT NULL,
  state           VARCHAR(12)   CHARACTER SET ascii NOT NULL,
  occurrences     BIGINT        NOT NULL,
  first_seen      DATETIME(3)   NOT NULL,
  last_seen       DATETIME(3)   NOT NULL,
  facts           VARCHAR(4000) NOT NULL,
  acknowledged_at DATETIME(3)   NULL,
  acknowledged_by BIGINT        NULL,
  resolved_at     DATETIME(3)   NULL,
  resolved_by     BIGINT        NULL,
  note            VARCHAR(500)  NOT NULL,
  PRIMARY KEY (brand_id, id),
  UNIQUE KEY alert_id (id),
  UNIQUE KEY alert_open (brand_id, kind, subject, closed),
  KEY alert_time (brand_id, last_seen),
  KEY alert_state (brand_id, state, last_seen)
) CHARACTER SET utf8mb4;

-- Something that lifts protection, asked for by one person: another one confirms or rejects it; where the brand has nobody
-- else it is done at due_at. Of one kind and subject at most one is pending: closed is 0 until then and the own id after.
CREATE TABLE approval (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  brand_id     BIGINT       NOT NULL,
  kind         VARCHAR(24)  CHARACTER SET ascii NOT NULL,
  subject      VARCHAR(120) NOT NULL,
  summary      VARCHAR(400) NOT NULL,
  payload      MEDIUMTEXT   NOT NULL,
  closed       BIGINT       NOT NULL,
  state        VARCHAR(10)  CHARACTER SET ascii NOT NULL,
  requested_by BIGINT       NOT NULL,
  requested_at DATETIME(3)  NOT NULL,
  due_at       DATETIME(3)  NULL,
  expires_at   DATETIME(3)  NOT NULL,
  decided_by   BIGINT       NULL,
  decided_at   DATETIME(3)  NULL,
  note         VARCHAR(300) NOT NULL,
  PRIMARY KEY (brand_id, id),
  UNIQUE KEY approval_id (id),
  UNIQUE KEY approval_open (brand_id, kind, subject, closed),
  KEY approval_due (state, due_at),
  KEY approval_expiry (state, expires_at)
) CHARACTER SET utf8mb4;

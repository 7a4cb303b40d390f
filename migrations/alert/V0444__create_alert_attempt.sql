-- An attempt to deliver a notice: what the other side answered, how long it took.
CREATE TABLE alert_attempt (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  brand_id    BIGINT       NOT NULL,
  notice_id   BINARY(16)   NOT NULL,
  at          DATETIME(3)  NOT NULL,
  duration_ms INT          NOT NULL,
  failure     VARCHAR(24)  CHARACTER SET ascii NULL,
  status      INT          NULL,
  answer      VARCHAR(500) NOT NULL,
  PRIMARY KEY (brand_id, notice_id, id),
  UNIQUE KEY alert_attempt_id (id)
) CHARACTER SET utf8mb4;

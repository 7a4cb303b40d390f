-- The outbox: what is to be told to a subscription, written in the transaction that changed the alert. A dead one was
-- tried as often as allowed and waits for somebody to send it again.
CREATE TABLE alert_notice (
  brand_id        BIGINT      NOT NULL,
  id              BINARY(16)  NOT NULL,
  subscription_id BIGINT      NOT NULL,
  alert_id        BIGINT      NOT NULL,
  event           VARCHAR(12) CHARACTER SET ascii NOT NULL,
  body            TEXT        NOT NULL,
  state           VARCHAR(12) CHARACTER SET ascii NOT NULL,
  attempts        INT         NOT NULL,
  created_at      DATETIME(3) NOT NULL,
  due_at          DATETIME(3) NOT NULL,
  ended_at        DATETIME(3) NULL,
  PRIMARY KEY (brand_id, id),
  KEY alert_notice_due (state, due_at, brand_id, subscription_id),
  KEY alert_notice_list (brand_id, subscription_id, created_at),
  KEY alert_notice_end (state, ended_at)
) CHARACTER SET utf8mb4;

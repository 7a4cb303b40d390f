-- Somebody or something that hears of a brand's alerts: an e-mail address or a webhook. The lease says which replica
-- sends to it now; until wait_until nobody does.
CREATE TABLE alert_subscription (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  brand_id       BIGINT       NOT NULL,
  channel        VARCHAR(8)   CHARACTER SET ascii NOT NULL,
  name           VARCHAR(80)  NOT NULL,
  address        VARCHAR(500) CHARACTER SET ascii NOT NULL,
  language       VARCHAR(2)   CHARACTER SET ascii NOT NULL,
  kinds          VARCHAR(200) CHARACTER SET ascii NOT NULL,
  least_severity VARCHAR(8)   CHARACTER SET ascii NOT NULL,
  state          VARCHAR(8)   CHARACTER SET ascii NOT NULL,
  created_at     DATETIME(3)  NOT NULL,
  changed_at     DATETIME(3)  NOT NULL,
  changed_by     BIGINT       NOT NULL,
  lease_owner    CHAR(36)     CHARACTER SET ascii NULL,
  lease_until    DATETIME(3)  NULL,
  wait_until     DATETIME(3)  NULL,
  failures       INT          NOT NULL,
  failing_since  DATETIME(3)  NULL,
  hour_began     DATETIME(3)  NULL,
  sent_in_hour   INT          NOT NULL,
  PRIMARY KEY (brand_id, id),
  UNIQUE KEY alert_subscription_id (id)
) CHARACTER SET utf8mb4;

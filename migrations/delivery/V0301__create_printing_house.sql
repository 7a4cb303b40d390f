-- Somebody who prints a brand's codes, and the certificate that files are sealed to (DER). Rows stay: deliveries name them.
CREATE TABLE printing_house (
  id             BIGINT         NOT NULL AUTO_INCREMENT,
  brand_id       BIGINT         NOT NULL,
  name           VARCHAR(120)   NOT NULL,
  certificate    VARBINARY(16000) NOT NULL,
  fingerprint    CHAR(64)       CHARACTER SET ascii NOT NULL,
  active         BOOLEAN        NOT NULL,
  created_at     DATETIME(3)    NOT NULL,
  created_by     BIGINT         NOT NULL,
  deactivated_at DATETIME(3)    NULL,
  PRIMARY KEY (id),
  KEY printing_house_brand (brand_id, active)
) CHARACTER SET utf8mb4;

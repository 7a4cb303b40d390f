CREATE TABLE audit_entry (
  id       BIGINT       NOT NULL AUTO_INCREMENT,
  brand_id BIGINT       NULL,
  user_id  BIGINT       NULL,
  action   VARCHAR(40)  NOT NULL,
  subject  VARCHAR(120) NOT NULL,
  detail   VARCHAR(500) NOT NULL,
  at       DATETIME(3)  NOT NULL,
  PRIMARY KEY (id),
  KEY audit_entry_brand (brand_id, at)
) CHARACTER SET utf8mb4;

CREATE TABLE app_user (
  id              BIGINT       NOT NULL AUTO_INCREMENT,
  brand_id        BIGINT       NULL,
  email           VARCHAR(190) NOT NULL,
  name            VARCHAR(120) NOT NULL,
  role            VARCHAR(20)  NOT NULL,
  password_hash   VARCHAR(200) NOT NULL,
  active          BOOLEAN      NOT NULL,
  failed_sign_ins INT          NOT NULL,
  locked_until    DATETIME(3)  NULL,
  created_at      DATETIME(3)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY app_user_email (email),
  KEY app_user_brand (brand_id)
) CHARACTER SET utf8mb4;

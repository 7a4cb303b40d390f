-- A brand is a tenant: every row of its data carries its id.
CREATE TABLE brand (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  slug       VARCHAR(40)  NOT NULL,
  name       VARCHAR(120) NOT NULL,
  time_zone  VARCHAR(40)  NOT NULL,
  created_at DATETIME(3)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY brand_slug (slug)
) CHARACTER SET utf8mb4;

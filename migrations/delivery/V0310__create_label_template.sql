-- How a brand's labels look: the template as JSON, its logo among it.
CREATE TABLE label_template (
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  brand_id   BIGINT      NOT NULL,
  name       VARCHAR(80) NOT NULL,
  design     MEDIUMTEXT  NOT NULL,
  changed_at DATETIME(3) NOT NULL,
  changed_by BIGINT      NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY label_template_name (brand_id, name)
) CHARACTER SET utf8mb4;

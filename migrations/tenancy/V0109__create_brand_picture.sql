-- A picture that a brand's pages show, as it was made anew: the brand's logo or one of a product.
-- A subject has one at a time; the name tells size and content, so that whoever has it may keep it for good.
CREATE TABLE brand_picture (
  brand_id BIGINT NOT NULL,
  subject VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  bytes MEDIUMBLOB NOT NULL,
  changed_at DATETIME(3) NOT NULL,
  changed_by BIGINT NOT NULL,
  PRIMARY KEY (brand_id, subject),
  KEY brand_picture_name (brand_id, name)
);

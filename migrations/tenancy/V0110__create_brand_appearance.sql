-- How a brand looks to consumers and how they reach it; a brand without a row looks like nobody.
CREATE TABLE brand_appearance (
  brand_id BIGINT NOT NULL PRIMARY KEY,
  colour CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NULL,
  logo VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  phone VARCHAR(40) CHARACTER SET ascii NULL,
  web VARCHAR(200) CHARACTER SET ascii NULL,
  email VARCHAR(254) CHARACTER SET ascii NULL,
  changed_at DATETIME(3) NOT NULL,
  changed_by BIGINT NOT NULL,
  version INT NOT NULL
);

-- The photo of a complaint, made anew without what its file told of place and camera, and sealed.
CREATE TABLE complaint_photo (
  brand_id  BIGINT     NOT NULL,
  reference CHAR(8)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sealed    MEDIUMBLOB NOT NULL,
  PRIMARY KEY (brand_id, reference)
);

-- How far each projection has followed each lane of the journal.
CREATE TABLE projection_position (
  projection VARCHAR(30) NOT NULL,
  brand_id   BIGINT      NOT NULL,
  lane       INT         NOT NULL,
  next_seq   BIGINT      NOT NULL,
  PRIMARY KEY (projection, brand_id, lane)
) CHARACTER SET ascii;

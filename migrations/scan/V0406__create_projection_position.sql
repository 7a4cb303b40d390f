-- How far each projection has followed each lane of the journal.
CREATE TABLE projection_position (
  projection VARCHAR(30) NOT NULL,
  lane       INT         NOT NULL,
  next_seq   BIGINT      NOT NULL,
  PRIMARY KEY (projection, lane)
) CHARACTER SET ascii;

-- A lane hands out the sequence numbers of a brand's journal. Its row stays locked until the transaction that took
-- numbers commits, so that within a lane numbers become visible in order and without gaps: whoever follows the journal
-- can trust "greater than the last one I saw".
CREATE TABLE journal_lane (
  brand_id BIGINT NOT NULL,
  lane     INT    NOT NULL,
  next_seq BIGINT NOT NULL,
  PRIMARY KEY (brand_id, lane)
) CHARACTER SET ascii;

-- A lane hands out the sequence numbers of the journal. Its row stays locked until the transaction that took numbers
-- commits, so that within a lane numbers become visible in order and without gaps.
CREATE TABLE journal_lane (
  lane     INT    NOT NULL,
  next_seq BIGINT NOT NULL,
  PRIMARY KEY (lane)
) CHARACTER SET ascii;

INSERT INTO journal_lane (lane, next_seq)
VALUES (0, 1), (1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (6, 1), (7, 1);

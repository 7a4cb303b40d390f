-- The next restricted-circulation number to give out: one row for the platform, counted on and never back, so that no
-- number is given out twice, whatever became of its product.
CREATE TABLE restricted_number (
  id          INT    NOT NULL,
  next_number BIGINT NOT NULL,
  PRIMARY KEY (id)
);
INSERT INTO restricted_number (id, next_number) VALUES (1, 1);

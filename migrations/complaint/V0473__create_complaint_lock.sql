-- A brand to which complaints come. The row is locked while one is kept, so that what a device, a code and the brand may
-- have in a day is kept however many come at once.
CREATE TABLE complaint_lock (
  brand_id BIGINT      NOT NULL,
  taken_at DATETIME(3) NOT NULL,
  PRIMARY KEY (brand_id)
);

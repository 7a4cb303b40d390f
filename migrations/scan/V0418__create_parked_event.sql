-- An event of the journal that a projection could not take in, put aside so that the events after it are not kept
-- waiting. It stays until it was applied after all. The error is the name of what failed; the seq is the event's number in its lane.
CREATE TABLE parked_event (
  brand_id   BIGINT       NOT NULL,
  projection VARCHAR(30)  NOT NULL,
  lane       INT          NOT NULL,
  seq        BIGINT       NOT NULL,
  error      VARCHAR(100) NOT NULL,
  parked_at  DATETIME(3)  NOT NULL,
  PRIMARY KEY (brand_id, projection, lane, seq),
  KEY parked_event_lately (projection, parked_at)
) CHARACTER SET ascii;

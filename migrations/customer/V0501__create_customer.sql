-- One person as a brand knows them: an opaque id, never a name. Filled from the journal and can be rebuilt from it.
CREATE TABLE customer (
  brand_id         BIGINT      NOT NULL,
  id               BINARY(16)  NOT NULL,
  first_seen       DATETIME(3) NOT NULL,
  last_seen        DATETIME(3) NOT NULL,
  scans            INT         NOT NULL,
  purchases        INT         NOT NULL,
  spent_fen        BIGINT      NOT NULL,
  last_purchase_at DATETIME(3) NULL,
  country          CHAR(2)     NOT NULL,
  province         CHAR(6)     NOT NULL,
  city             CHAR(6)     NOT NULL,
  carrier          VARCHAR(16) NOT NULL,
  user_agent_id    BIGINT      NOT NULL,
  PRIMARY KEY (brand_id, id),
  KEY customer_seen (brand_id, last_seen)
) CHARACTER SET ascii;

-- How often on a day something happened that is no scan of a person: a program opened a page (LOOK) or posted a scan (SCAN),
-- by kind of visitor, or a code was forged (FORGED), by reason; each by kind of network. No address is kept.
CREATE TABLE traffic_count (
  brand_id BIGINT      NOT NULL,
  day      DATE        NOT NULL,
  what     VARCHAR(8)  NOT NULL,
  kind     VARCHAR(20) NOT NULL,
  network  VARCHAR(12) NOT NULL,
  times    BIGINT      NOT NULL,
  PRIMARY KEY (brand_id, day, what, kind, network)
) CHARACTER SET ascii;

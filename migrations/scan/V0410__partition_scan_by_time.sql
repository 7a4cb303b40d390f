-- The journal of scans again, partitioned by the week of the scan, so that old weeks leave by dropping their partition
-- and a new scan costs the same whatever was stored before. A partitioned table has no unique key without its partition's
-- column: that a scan id counts once is seen to under the lock of the item's row, by a look at the days around the scan.
-- The one partition here takes everything; weeks are split off it as they come. visitor: who asked, a person or what kind
-- of machine; score: how much spoke for a copy, 0 to 100.
CREATE TABLE scan_by_time (
  brand_id       BIGINT           NOT NULL,
  lane           INT              NOT NULL,
  seq            BIGINT           NOT NULL,
  scan_id        BINARY(16)       NOT NULL,
  scanned_at     DATETIME(3)      NOT NULL,
  product_id     BIGINT           NOT NULL,
  list_price_fen BIGINT           NOT NULL,
  batch_number   INT              NOT NULL,
  item_number    INT              NOT NULL,
  kind           VARCHAR(8)       NOT NULL,
  visitor        VARCHAR(16)      NOT NULL DEFAULT 'PERSON',
  outcome        VARCHAR(16)      NOT NULL,
  reasons        VARCHAR(200)     NOT NULL,
  score          TINYINT UNSIGNED NOT NULL DEFAULT 0,
  policy_version INT              NOT NULL,
  device         BINARY(16)       NOT NULL,
  user_agent_id  BIGINT           NOT NULL,
  language       VARCHAR(8)       NOT NULL,
  network        VARCHAR(45)      NOT NULL,
  carrier        VARCHAR(16)      NOT NULL,
  country        CHAR(2)          NOT NULL,
  province       CHAR(6)          NOT NULL,
  city           CHAR(6)          NOT NULL,
  place_source   VARCHAR(8)       NOT NULL,
  latitude       DOUBLE           NULL,
  longitude      DOUBLE           NULL,
  uncertainty    DOUBLE           NOT NULL,
  consented_at   DATETIME(3)      NULL,
  PRIMARY KEY (brand_id, lane, seq, scanned_at),
  KEY scan_identity (brand_id, scan_id),
  KEY scan_item (brand_id, batch_number, item_number, scanned_at),
  KEY scan_time (brand_id, scanned_at),
  KEY scan_device (brand_id, device, scanned_at)
) CHARACTER SET ascii
PARTITION BY RANGE COLUMNS (scanned_at) (PARTITION later VALUES LESS THAN (MAXVALUE));

INSERT INTO scan_by_time (brand_id, lane, seq, scan_id, scanned_at, product_id, list_price_fen, batch_number, item_number,
  kind, outcome, reasons, policy_version, device, user_agent_id, language, network, carrier, country, province, city,
  place_source, latitude, longitude, uncertainty, consented_at)
SELECT brand_id, lane, seq, scan_id, scanned_at, product_id, list_price_fen, batch_number, item_number,
  kind, outcome, reasons, policy_version, device, user_agent_id, language, network, carrier, country, province, city,
  place_source, latitude, longitude, uncertainty, consented_at
FROM scan;

DROP TABLE scan;

RENAME TABLE scan_by_time TO scan;

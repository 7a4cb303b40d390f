-- What happened to an item, summed up for the next verdict; a row exists only for items that were scanned. The
-- sightings column is a bounded list of devices and when each was last seen, so that a verdict costs the same after
-- one scan and after ten thousand.
CREATE TABLE item_history (
  brand_id          BIGINT         NOT NULL,
  batch_number      INT            NOT NULL,
  item_number       INT            NOT NULL,
  scans             INT            NOT NULL,
  sessions          INT            NOT NULL,
  sightings         VARBINARY(640) NOT NULL,
  first_verified_at DATETIME(3)    NULL,
  first_scan_id     BINARY(16)     NULL,
  first_country     CHAR(2)        NOT NULL,
  first_province    CHAR(6)        NOT NULL,
  first_city        CHAR(6)        NOT NULL,
  last_latitude     DOUBLE         NULL,
  last_longitude    DOUBLE         NULL,
  last_uncertainty  DOUBLE         NULL,
  last_device       BIGINT         NULL,
  last_look_at      DATETIME(3)    NULL,
  suspect_since     DATETIME(3)    NULL,
  suspect_reasons   VARCHAR(120)   NOT NULL,
  PRIMARY KEY (brand_id, batch_number, item_number)
) CHARACTER SET ascii;

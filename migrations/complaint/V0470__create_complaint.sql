-- A consumer told the brand that something is wrong with an item, after a scan of it. What leads to the person is sealed
-- with a key of the brand: contact, and the photo in complaint_photo. Rows go after the time that is configured.
CREATE TABLE complaint (
  brand_id     BIGINT       NOT NULL,
  reference    CHAR(8)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  scan_id      BINARY(16)   NOT NULL,
  device       BINARY(16)   NOT NULL,
  code         VARCHAR(600) NOT NULL,
  gtin         CHAR(14)     CHARACTER SET ascii NULL,
  batch        INT          NULL,
  item         INT          NULL,
  outcome      VARCHAR(20)  CHARACTER SET ascii NOT NULL,
  bought_at    VARCHAR(200) NOT NULL,
  message      VARCHAR(1000) NOT NULL,
  contact      VARBINARY(800) NULL,
  consented_at DATETIME(3)  NULL,
  has_photo    BOOLEAN      NOT NULL,
  state        VARCHAR(12)  CHARACTER SET ascii NOT NULL,
  note         VARCHAR(1000) NOT NULL,
  created_at   DATETIME(3)  NOT NULL,
  changed_at   DATETIME(3)  NOT NULL,
  changed_by   BIGINT       NULL,
  version      INT          NOT NULL,
  PRIMARY KEY (brand_id, reference),
  UNIQUE KEY complaint_scan (brand_id, scan_id),
  KEY complaint_newest (brand_id, created_at),
  KEY complaint_device (brand_id, device, created_at),
  KEY complaint_age (created_at)
) CHARACTER SET utf8mb4;

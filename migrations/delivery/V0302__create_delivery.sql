-- A job that makes files of a range of a batch's codes, for nobody in particular or for one printing house.
-- A label template is kept as it was when it was ordered: files made again must not follow later changes of it.
-- Whoever holds the lease makes it; a lease that ran out is free.
CREATE TABLE delivery (
  id                BIGINT      NOT NULL AUTO_INCREMENT,
  brand_id          BIGINT      NOT NULL,
  batch_number      INT         NOT NULL,
  format            VARCHAR(12) CHARACTER SET ascii NOT NULL,
  kind              VARCHAR(8)  CHARACTER SET ascii NOT NULL,
  first_item        INT         NOT NULL,
  item_count        INT         NOT NULL,
  items_a_file      INT         NOT NULL,
  template          VARCHAR(20) CHARACTER SET ascii NULL,
  design            MEDIUMTEXT  NULL,
  printing_house_id BIGINT      NULL,
  state             VARCHAR(12) CHARACTER SET ascii NOT NULL,
  failure           VARCHAR(24) CHARACTER SET ascii NULL,
  codes_done        BIGINT      NOT NULL,
  codes_per_second  BIGINT      NOT NULL,
  created_at        DATETIME(3) NOT NULL,
  created_by        BIGINT      NOT NULL,
  started_at        DATETIME(3) NULL,
  ended_at          DATETIME(3) NULL,
  expires_at        DATETIME(3) NULL,
  lease_owner       CHAR(36)    CHARACTER SET ascii NULL,
  lease_until       DATETIME(3) NULL,
  PRIMARY KEY (id),
  KEY delivery_brand (brand_id, batch_number, id),
  KEY delivery_state (state, lease_until),
  KEY delivery_expiry (expires_at)
) CHARACTER SET utf8mb4;

-- Secret keys of brands (brand 0: of the platform), wrapped under the platform's public key.
CREATE TABLE data_key (
  brand_id   BIGINT         NOT NULL,
  purpose    VARCHAR(20)    NOT NULL,
  key_id     INT            NOT NULL,
  wrapped    VARBINARY(1024) NOT NULL,
  created_at DATETIME(3)    NOT NULL,
  PRIMARY KEY (brand_id, purpose, key_id)
) CHARACTER SET utf8mb4;

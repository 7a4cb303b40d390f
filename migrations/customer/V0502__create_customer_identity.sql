-- Fingerprints by which a customer is known: devices now, telephone numbers and app accounts as they come.
CREATE TABLE customer_identity (
  brand_id    BIGINT      NOT NULL,
  kind        VARCHAR(12) NOT NULL,
  fingerprint BINARY(16)  NOT NULL,
  customer_id BINARY(16)  NOT NULL,
  since       DATETIME(3) NOT NULL,
  PRIMARY KEY (brand_id, kind, fingerprint),
  KEY customer_identity_customer (brand_id, customer_id)
) CHARACTER SET ascii;

-- A secret that signs what a webhook gets, encrypted under the brand's key. The one without an end is the present one;
-- an earlier one goes on signing beside it until its end.
CREATE TABLE webhook_secret (
  brand_id        BIGINT         NOT NULL,
  subscription_id BIGINT         NOT NULL,
  version         INT            NOT NULL,
  sealed          VARBINARY(200) NOT NULL,
  created_at      DATETIME(3)    NOT NULL,
  valid_until     DATETIME(3)    NULL,
  PRIMARY KEY (brand_id, subscription_id, version)
) CHARACTER SET ascii;

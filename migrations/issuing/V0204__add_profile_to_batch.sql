-- What the batch's codes are (COMPACT, SIGNED) and what their links carry beside GTIN and serial.
ALTER TABLE batch
  ADD COLUMN profile     VARCHAR(12) NOT NULL DEFAULT 'COMPACT',
  ADD COLUMN link_lot    BOOLEAN     NOT NULL DEFAULT FALSE,
  ADD COLUMN link_expiry BOOLEAN     NOT NULL DEFAULT FALSE;

-- A GTIN has one holder among the brands. Brands that had it before keep their products, because codes of them are on sale: of those
-- the column is NULL, and a unique key lets NULL occur any number of times. A brand has a GTIN once, whatever became of it.
ALTER TABLE product
  ADD COLUMN holds_gtin BOOLEAN NULL DEFAULT TRUE,
  DROP KEY product_gtin,
  ADD UNIQUE KEY product_gtin (gtin, holds_gtin),
  DROP KEY product_brand,
  ADD UNIQUE KEY product_brand (brand_id, gtin);

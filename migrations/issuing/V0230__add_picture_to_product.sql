-- The name of the product's picture among its brand's pictures.
ALTER TABLE product ADD COLUMN picture VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL;

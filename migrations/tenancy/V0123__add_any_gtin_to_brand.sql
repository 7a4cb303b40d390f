-- Whether an administrator vouches for a brand, so that it may register GTINs of whatever prefix that is nobody else's.
-- Products that brands had before keep their GTINs either way.
ALTER TABLE brand ADD COLUMN any_gtin BOOLEAN NOT NULL DEFAULT FALSE;

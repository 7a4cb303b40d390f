-- A code's path is ASCII: a code of 500 characters that an earlier system printed takes up to nine for each. With utf8mb4
-- the row would have no room for it.
ALTER TABLE complaint MODIFY code VARCHAR(4700) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;

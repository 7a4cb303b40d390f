-- Ä-1 and A-1 are two reports: the second was refused as known. What was unique without regard to accents is unique with
-- it.
ALTER TABLE print_report MODIFY reference VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;

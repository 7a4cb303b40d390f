-- Étiquette and Etiquette are two names. What was unique without regard to accents is unique with it.
ALTER TABLE label_template MODIFY name VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;

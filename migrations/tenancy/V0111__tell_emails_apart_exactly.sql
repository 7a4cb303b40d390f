-- An e-mail is this text and no other: müller@ is not muller@. What was unique without regard to accents is unique with it.
ALTER TABLE app_user MODIFY email VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;

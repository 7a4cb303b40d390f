-- Of whom in a brand a second factor is demanded: NOBODY, OPERATORS or EVERYBODY.
ALTER TABLE brand ADD COLUMN second_factor VARCHAR(20) CHARACTER SET ascii NOT NULL DEFAULT 'NOBODY';

-- What a person needs to know their own sessions again: browser and system, and the block of addresses (/24, /48).
ALTER TABLE user_session
  ADD COLUMN device VARCHAR(80) NOT NULL DEFAULT '',
  ADD COLUMN network VARCHAR(64) CHARACTER SET ascii NOT NULL DEFAULT '';

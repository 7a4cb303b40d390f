-- A User-Agent is marked before it is read, so that one which ends the process is not tried for ever. How much of it was
-- read: WHOLE, BEGINNING, or TIME, ERROR, CRASH of one that is put aside with what its tokens tell. The day on which a
-- replica last met it lets those be deleted that no scan refers to any more.
ALTER TABLE user_agent
  ADD COLUMN attempts TINYINT     NOT NULL DEFAULT 0,
  ADD COLUMN tried_at DATETIME(3) NULL,
  ADD COLUMN extent   VARCHAR(10) CHARACTER SET ascii NULL,
  ADD COLUMN seen_on  DATE        NULL;
UPDATE user_agent SET seen_on = UTC_DATE(), extent = IF(parsed_at IS NULL, NULL, 'WHOLE');
ALTER TABLE user_agent
  MODIFY COLUMN seen_on DATE NOT NULL,
  ADD KEY user_agent_seen (seen_on),
  ADD KEY user_agent_extent (extent);

-- What speaks for a copy is kept as findings with points, and what an operator decided about the item beside it. The
-- latest place of each device is among the sightings, so the place of the latest look of all has no columns any more.
ALTER TABLE item_history
  ADD COLUMN findings VARCHAR(400) NOT NULL DEFAULT '',
  ADD COLUMN ruling   VARCHAR(16)  NOT NULL DEFAULT '',
  ADD COLUMN ruled_at DATETIME(3)  NULL;

-- What was suspect stays so, for the same reasons.
UPDATE item_history
SET findings = CONCAT(REPLACE(suspect_reasons, ',', ':60:0:0,'), ':60:0:0')
WHERE suspect_since IS NOT NULL AND suspect_reasons <> '';

ALTER TABLE item_history
  DROP COLUMN last_latitude,
  DROP COLUMN last_longitude,
  DROP COLUMN last_uncertainty,
  DROP COLUMN last_device,
  DROP COLUMN last_look_at,
  DROP COLUMN suspect_reasons;

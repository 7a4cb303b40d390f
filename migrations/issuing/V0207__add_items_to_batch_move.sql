-- A move names its items: how many moved, and the first and last of them. Scans at a production line that follow each
-- other closely are one move; last_at is when the latest of them was made.
ALTER TABLE batch_move
  ADD COLUMN scope      VARCHAR(8)  NOT NULL DEFAULT 'WHOLE',
  ADD COLUMN first_item INT         NOT NULL DEFAULT 0,
  ADD COLUMN last_item  INT         NOT NULL DEFAULT 0,
  ADD COLUMN item_count BIGINT      NOT NULL DEFAULT 0,
  ADD COLUMN last_at    DATETIME(3) NULL;
UPDATE batch_move SET
  last_item  = (SELECT quantity - 1 FROM batch WHERE batch.brand_id = batch_move.brand_id AND number = batch_number),
  item_count = (SELECT quantity FROM batch WHERE batch.brand_id = batch_move.brand_id AND number = batch_number),
  last_at    = at;

-- Items whose codes look copied or about which an operator decided, for the list of them; written with item_history,
-- under the lock of its row. suspect: whether it is so now; since: when that began, last; state: OPEN, COPY_CONFIRMED,
-- CLEARED or VOIDED; reasons: names, the weightiest first, a comma between.
CREATE TABLE suspect_item (
  brand_id     BIGINT           NOT NULL,
  batch_number INT              NOT NULL,
  item_number  INT              NOT NULL,
  suspect      BOOLEAN          NOT NULL,
  state        VARCHAR(16)      NOT NULL,
  since        DATETIME(3)      NOT NULL,
  score        TINYINT UNSIGNED NOT NULL,
  reasons      VARCHAR(200)     NOT NULL,
  PRIMARY KEY (brand_id, batch_number, item_number),
  KEY suspect_item_since (brand_id, since),
  KEY suspect_item_state (brand_id, state, since)
) CHARACTER SET ascii;

-- Until now a reason was as good as sure, and has 60 points; two have 100.
INSERT INTO suspect_item (brand_id, batch_number, item_number, suspect, state, since, score, reasons)
SELECT brand_id, batch_number, item_number, TRUE, 'OPEN', suspect_since,
  IF(findings LIKE '%,%', 100, 60), REPLACE(findings, ':60:0:0', '')
FROM item_history WHERE suspect_since IS NOT NULL;

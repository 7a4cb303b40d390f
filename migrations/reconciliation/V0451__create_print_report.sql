-- What a printing house said of a batch: how many items it printed, how many of them had been printed before, how many
-- labels it spoiled. The reference is the house's own name of the report, so that one sent twice counts once.
CREATE TABLE print_report (
  id              BIGINT       NOT NULL AUTO_INCREMENT,
  brand_id        BIGINT       NOT NULL,
  batch_number    INT          NOT NULL,
  reference       VARCHAR(100) NOT NULL,
  printed_items   BIGINT       NOT NULL,
  reprinted_items BIGINT       NOT NULL,
  spoiled_items   BIGINT       NOT NULL,
  user_id         BIGINT       NOT NULL,
  at              DATETIME(3)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY print_report_reference (brand_id, batch_number, reference)
) CHARACTER SET utf8mb4;

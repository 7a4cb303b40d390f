CREATE TABLE batch_move (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  brand_id     BIGINT       NOT NULL,
  batch_number INT          NOT NULL,
  from_state   VARCHAR(20)  NOT NULL,
  to_state     VARCHAR(20)  NOT NULL,
  reason       VARCHAR(300) NOT NULL,
  user_id      BIGINT       NOT NULL,
  at           DATETIME(3)  NOT NULL,
  PRIMARY KEY (id),
  KEY batch_move_batch (brand_id, batch_number, id)
) CHARACTER SET utf8mb4;

-- Who looks after lake and partitions, by the database's clock: one replica at a time. A row a task.
CREATE TABLE lake_lease (
  task        VARCHAR(12) NOT NULL,
  owner       CHAR(36)    NOT NULL,
  lease_until DATETIME(3) NOT NULL,
  PRIMARY KEY (task)
) CHARACTER SET ascii;

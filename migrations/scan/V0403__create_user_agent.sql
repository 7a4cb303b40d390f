-- Every distinct User-Agent once, without its per-person parts; parsed after the first scan that brought it.
CREATE TABLE user_agent (
  id              BIGINT       NOT NULL,
  header          VARCHAR(512) NOT NULL,
  parsed_at       DATETIME(3)  NULL,
  device_class    VARCHAR(40)  NULL,
  brand           VARCHAR(60)  NULL,
  model           VARCHAR(100) NULL,
  os_name         VARCHAR(40)  NULL,
  os_version      VARCHAR(40)  NULL,
  browser         VARCHAR(60)  NULL,
  browser_version VARCHAR(40)  NULL,
  host_app        VARCHAR(20)  NULL,
  network_type    VARCHAR(20)  NULL,
  robot           BOOLEAN      NULL,
  PRIMARY KEY (id),
  KEY user_agent_parsed (parsed_at)
) CHARACTER SET utf8mb4;

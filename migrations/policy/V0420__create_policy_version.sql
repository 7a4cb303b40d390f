-- A version of a brand's thresholds of the verdict. Rows are only added; version 1, the standard, has none. The latest
-- one holds.
CREATE TABLE policy_version (
  brand_id            BIGINT       NOT NULL,
  version             INT          NOT NULL,
  suspect_from        INT          NOT NULL,
  most_devices        INT          NOT NULL,
  most_strangers      INT          NOT NULL,
  most_places         INT          NOT NULL,
  most_in_rush        INT          NOT NULL,
  rush_minutes        INT          NOT NULL,
  fastest_kmh         INT          NOT NULL,
  shortest_journey_km INT          NOT NULL,
  session_minutes     INT          NOT NULL,
  travel_points       INT          NOT NULL,
  territory_points    INT          NOT NULL,
  early_points        INT          NOT NULL,
  note                VARCHAR(300) NOT NULL,
  made_by             BIGINT       NOT NULL,
  made_at             DATETIME(3)  NOT NULL,
  PRIMARY KEY (brand_id, version)
) CHARACTER SET utf8mb4;

package io.zhenma.place;

/**
 * A province or a city of China by GB/T 2260.
 *
 * @param code six digits, e.g. 440300
 * @param level province or city; autonomous regions, municipalities and special administrative
 *     regions are provinces; prefectures, leagues and counties run directly by a province are
 *     cities; a municipality is a province (110000) with itself as its only city (110100)
 * @param parent code of the province of a city, "" for a province
 * @param name full Chinese name, e.g. 深圳市
 * @param shortName Chinese name without its kind, e.g. 深圳, as maps print it
 * @param englishName e.g. Shenzhen
 * @param centre the seat of its government
 */
public record Region(
    String code,
    Level level,
    String parent,
    String name,
    String shortName,
    String englishName,
    Position centre) {

  /** The two levels at which scans are counted. */
  public enum Level {
    PROVINCE,
    CITY
  }

  public Region {
    if (!code.matches("[1-9][0-9]{5}")) {
      throw new IllegalArgumentException("code is not of six digits");
    }
    if ((level == Level.CITY) == parent.isEmpty()) {
      throw new IllegalArgumentException("a city has a parent and a province has none");
    }
  }
}

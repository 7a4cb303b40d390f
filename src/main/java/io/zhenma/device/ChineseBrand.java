package io.zhenma.device;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The brands most phones in China carry, by the model codes their makers use. */
enum ChineseBrand {
  HONOR(
      "Honor",
      "HONOR|(?:ANY|ANP|PGT|MAA|FCP|LGE|REP|ALI|VER|BVL|CRT|ELI|DIO|MAG|VNE|NTN|TNN|FNE|GIA|TFY|RMO|LLY|CLK|WDY|ROD|HEY|ADT|AMG|PTP)-(?:AN|TN|LX|NX|AL)\\d\\w*"),
  HUAWEI("Huawei", "HUAWEI|[A-Z]{3}-(?:AL|TL|LX|BX|AN|TN|CL|DL|W|UL|L)\\d{2}\\w*"),
  REDMI("Redmi", "Redmi[ \\w+-]*"),
  POCO("POCO", "POCO[ \\w+-]*"),
  XIAOMI(
      "Xiaomi",
      "(?:XiaoMi|MI|Mi|MIX)[ _]\\w[ \\w+-]*|M2\\d{3}[A-Z]\\w+|2[1-9]\\d{2}[0-9A-Z]{5,7}[A-Z]"),
  REALME("realme", "realme[ \\w+-]*|RM[XP]\\d{4}\\w*"),
  ONEPLUS("OnePlus", "ONEPLUS[ \\w+-]*|(?:GM|HD|IN|KB|LE|NE|MT)2?1\\d{3}"),
  OPPO("OPPO", "OPPO[ \\w+-]*|P[A-Z]{2}(?:[MT]\\d{2}|\\d{3})|CPH\\d{4}|OPD\\d{4}"),
  VIVO("vivo", "(?i:vivo)[ \\w+-]*|V[12]\\d{3}[A-Z]{1,2}|iQOO[ \\w+-]*"),
  MEIZU("Meizu", "(?i:meizu)[ \\w+-]*"),
  SAMSUNG("Samsung", "SAMSUNG[ \\w+-]*|SM-[A-Z]\\w+"),
  ZTE("ZTE", "ZTE[ \\w+-]*"),
  APPLE("Apple", "iPhone[\\d,]*|iPad[\\d,]*|Macintosh");

  /** A piece of the parenthesis that begins a User-Agent: up to a semicolon or the build. */
  private static final Pattern COMMENT = Pattern.compile("\\(([^()]*)");

  private final String brand;
  private final Pattern model;

  ChineseBrand(String brand, String model) {
    this.brand = brand;
    this.model = Pattern.compile(model);
  }

  /** A brand and the model code that showed it. */
  record Sighting(String brand, String model) {

    static final Sighting NONE = new Sighting("", "");
  }

  /** The first piece of the first comment that is a known model code. */
  static Sighting in(String userAgent) {
    Matcher comment = COMMENT.matcher(userAgent);
    if (!comment.find()) {
      return Sighting.NONE;
    }
    for (String piece : comment.group(1).split(";", -1)) {
      String code = piece.replaceFirst(" ?Build/.*", "").strip();
      for (ChineseBrand candidate : values()) {
        if (candidate.model.matcher(code).matches()) {
          return new Sighting(candidate.brand, code);
        }
      }
    }
    return Sighting.NONE;
  }
}

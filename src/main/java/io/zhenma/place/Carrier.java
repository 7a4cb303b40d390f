package io.zhenma.place;

/** Who carried the request: the networks of mainland China by name, all others together. */
public enum Carrier {
  CHINA_TELECOM("电信"),
  CHINA_UNICOM("联通", "网通"),
  CHINA_MOBILE("移动", "铁通"),
  CERNET("教育网", "CERNET"),
  CBN("广电", "广播电视"),
  OTHER,
  UNKNOWN;

  private final String[] names;

  Carrier(String... names) {
    this.names = names;
  }

  /**
   * The carrier that address data calls by this Chinese name, with or without a leading 中国.
   * Chunghwa (中华电信) and other namesakes are {@link #OTHER}.
   */
  static Carrier named(String name) {
    if (name.isEmpty()) {
      return UNKNOWN;
    }
    String brand = name.startsWith("中国") ? name.substring(2) : name;
    for (Carrier carrier : values()) {
      for (String known : carrier.names) {
        if (brand.startsWith(known)) {
          return carrier;
        }
      }
    }
    return OTHER;
  }
}

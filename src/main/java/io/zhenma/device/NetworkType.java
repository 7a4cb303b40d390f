package io.zhenma.device;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the phone was connected, where its app says so: {@code NetType/WIFI}, {@code NetType/4G}. */
public enum NetworkType {
  WIFI,
  CELLULAR_2G,
  CELLULAR_3G,
  CELLULAR_4G,
  CELLULAR_5G,
  UNKNOWN;

  private static final Pattern STATED =
      Pattern.compile(
          "(?:NetType|network|nettype|NetworkType)[/:=]\\s*([\\w+-]+)", Pattern.CASE_INSENSITIVE);

  static NetworkType in(String userAgent) {
    Matcher stated = STATED.matcher(userAgent);
    return stated.find() ? named(stated.group(1).toUpperCase(Locale.ROOT)) : UNKNOWN;
  }

  private static NetworkType named(String name) {
    return switch (name) {
      case "WIFI", "WI-FI", "WLAN" -> WIFI;
      case "2G", "GPRS", "EDGE", "CDMA" -> CELLULAR_2G;
      case "3G", "3G+", "3GNET", "UMTS", "HSDPA", "WCDMA" -> CELLULAR_3G;
      case "4G", "LTE", "CTLTE" -> CELLULAR_4G;
      case "5G", "NR", "NRNSA" -> CELLULAR_5G;
      default -> UNKNOWN;
    };
  }
}

package io.zhenma.device;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Browsers common in China, which general parsers take for the web view they are made of. */
enum ChineseBrowser {
  QUARK("Quark", "Quark/([\\d.]+)"),
  UC("UC Browser", "UC ?Browser/([\\d.]+)"),
  MIUI("MIUI Browser", "MiuiBrowser/([\\d.]+)"),
  HUAWEI("Huawei Browser", "HuaweiBrowser/([\\d.]+)"),
  HONOR("Honor Browser", "HonorBrowser/([\\d.]+)"),
  VIVO("vivo Browser", "VivoBrowser/([\\d.]+)"),
  HEYTAP("HeyTap Browser", "HeyTapBrowser/([\\d.]+)"),
  QQ("QQ Browser", "MQQBrowser/([\\d.]+)(?!.*MicroMessenger)"),
  SOGOU("Sogou Browser", "SogouM(?:obile|SE)[\\w,]*/([\\d.]+)");

  private final String browser;
  private final Pattern sign;

  ChineseBrowser(String browser, String sign) {
    this.browser = browser;
    this.sign = Pattern.compile(sign);
  }

  /** A browser's name and version. */
  record Sighting(String name, String version) {}

  static Optional<Sighting> in(String userAgent) {
    for (ChineseBrowser candidate : values()) {
      Matcher found = candidate.sign.matcher(userAgent);
      if (found.find()) {
        return Optional.of(new Sighting(candidate.browser, found.group(1)));
      }
    }
    return Optional.empty();
  }
}

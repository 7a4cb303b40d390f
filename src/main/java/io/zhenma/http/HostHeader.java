package io.zhenma.http;

import java.util.regex.Pattern;

/** Which hosts a request may name: a registered name or an address, with a port or without. */
final class HostHeader {
  private static final int LONGEST = 260;
  private static final int HIGHEST_PORT = 65_535;
  private static final Pattern HOST =
      Pattern.compile("(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::([0-9]{1,5}))?");

  private HostHeader() {}

  static boolean isValid(String host) {
    if (host.length() > LONGEST) {
      return false;
    }
    var parts = HOST.matcher(host);
    return parts.matches()
        && (parts.group(1) == null || Integer.parseInt(parts.group(1)) <= HIGHEST_PORT);
  }
}

package io.zhenma.gs1;

import java.nio.charset.StandardCharsets;

/** Bytes of a fuzzer as text: mostly UTF-8, and UTF-16 for what no bytes of UTF-8 give. */
public final class FuzzText {
  private static final byte UTF_16_MARK = 1;

  private FuzzText() {}

  public static String of(byte[] data) {
    return data.length > 0 && data[0] == UTF_16_MARK
        ? new String(data, 1, data.length - 1, StandardCharsets.UTF_16BE)
        : new String(data, StandardCharsets.UTF_8);
  }

  /** A property that does not hold is a finding. */
  public static void require(boolean holds, String property, Object about) {
    if (!holds) {
      throw new AssertionError(property + ": " + about);
    }
  }
}

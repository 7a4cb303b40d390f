package io.zhenma.device;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Headers that never were: real ones and hostile ones, cut, joined, and sown with what the grammar
 * knows.
 */
public final class MutatedHeaders {
  /** What once took a reader seconds, or its stack. */
  public static final List<String> HOSTILE =
      List.of(
          "z511 " + "((a@b.c ".repeat(64),
          "x… " + "@a.b ".repeat(90),
          "a/".repeat(250),
          "? ".repeat(250),
          "(".repeat(511),
          "a b c d e ".repeat(50),
          "Mozilla/5.0 (" + "[{<(".repeat(100),
          "=".repeat(500),
          "http://a.b/ ".repeat(40),
          "真码 ".repeat(160),
          "\uD83D\uDE00".repeat(200));

  private static final List<String> ALPHABET =
      List.of(
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "<",
          ">",
          "; ",
          ";",
          ", ",
          ",",
          "/",
          "@",
          "a@b.c",
          "=",
          ":",
          "\"",
          "'",
          "\\",
          "?",
          "-",
          "_",
          "+",
          " ",
          "  ",
          "1.0",
          "v1.2.3",
          "Mozilla/5.0 ",
          "Build/",
          "by ",
          "en-US",
          "http://a.b/c?d=e",
          "%20",
          "&",
          "*",
          "#",
          "|",
          "{a=b}",
          "[a;b]",
          "é",
          "中",
          "\uD83D\uDE00",
          "\uD800",
          "\t",
          "\u0000",
          "0123abcdef",
          "Android 9; ",
          "compatible; ",
          "bot",
          "jdapp;",
          "0x18003234");

  private final List<String> seeds;
  private final SplittableRandom chance;

  MutatedHeaders(List<String> seeds, long seed) {
    this.seeds = seeds;
    this.chance = new SplittableRandom(seed);
  }

  String next() {
    StringBuilder header = new StringBuilder(any(seeds));
    for (int change = chance.nextInt(1, 8); change > 0; change--) {
      int at = chance.nextInt(header.length() + 1);
      switch (chance.nextInt(4)) {
        case 0 -> header.insert(at, any(ALPHABET));
        case 1 -> header.insert(at, any(ALPHABET).repeat(chance.nextInt(1, 40)));
        case 2 -> header.delete(at, Math.min(header.length(), at + chance.nextInt(1, 40)));
        default -> header.append(any(seeds));
      }
    }
    return header.toString();
  }

  private String any(List<String> texts) {
    return texts.get(chance.nextInt(texts.size()));
  }
}

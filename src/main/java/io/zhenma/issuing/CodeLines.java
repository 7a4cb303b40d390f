package io.zhenma.issuing;

import io.zhenma.crypto.CodeKind;
import io.zhenma.crypto.CodeSeries;
import io.zhenma.crypto.CodeSigner;
import io.zhenma.gs1.LinkSignature;
import io.zhenma.gs1.SerialNumber;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The codes of one batch as lines of ASCII, made by copying bytes: at a million codes a second
 * there is no time for an object each. For one thread at a time.
 */
public final class CodeLines {
  private static final int LONGEST_ITEM = 10;

  private final byte[] beforeItem;
  private final byte[][] betweenItemAndSerial;
  private final byte[] betweenSerialAndLink;
  private final byte[] afterLinkSerial;
  private final byte[] end;
  private final String signedBefore;
  private final String signedAfter;
  private final Optional<CodeSigner> signer;
  private final CodeSeries series;

  CodeLines(CodeLineFormat format, LinkMaker links, List<CodeKind> kinds, CodeSeries series) {
    LinkMaker.Frame frame = links.frame();
    this.signer = links.signer();
    this.signedBefore = frame.before();
    this.signedAfter = frame.after();
    this.beforeItem = ascii(format.beforeItem());
    this.betweenItemAndSerial =
        kinds.stream()
            .map(kind -> format.beforeKind() + slug(kind) + format.beforeSerial())
            .map(CodeLines::ascii)
            .toArray(byte[][]::new);
    this.betweenSerialAndLink = ascii(format.beforeLink() + frame.before());
    this.afterLinkSerial = ascii(frame.after() + (signer.isPresent() ? mark(frame) : ""));
    this.end = ascii(format.end());
    this.series = series;
  }

  private static String mark(LinkMaker.Frame frame) {
    return frame.after().isEmpty() ? "?S=" : "&S=";
  }

  static String slug(CodeKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The lines of {@code items} items from {@code first}, some thousands at a time; the format's
   * header is not among them.
   */
  public byte[] of(int first, int items) {
    byte[] serials = series.seal(first, items);
    int kinds = betweenItemAndSerial.length;
    byte[] text = new byte[items * kinds * longestLine()];
    int at = 0;
    for (int code = 0; code < items * kinds; code++) {
      at = copy(beforeItem, text, at);
      at = number(first + code / kinds, text, at);
      at = copy(betweenItemAndSerial[code % kinds], text, at);
      at = serial(serials, code, text, at);
      at = copy(betweenSerialAndLink, text, at);
      at = serial(serials, code, text, at);
      at = copy(afterLinkSerial, text, at);
      at = signature(serials, code, text, at);
      at = copy(end, text, at);
    }
    return Arrays.copyOf(text, at);
  }

  private int longestLine() {
    int longestKind =
        Arrays.stream(betweenItemAndSerial).mapToInt(part -> part.length).max().orElse(0);
    return beforeItem.length
        + LONGEST_ITEM
        + longestKind
        + 2 * SerialNumber.LENGTH
        + betweenSerialAndLink.length
        + afterLinkSerial.length
        + (signer.isPresent() ? LinkSignature.LENGTH : 0)
        + end.length;
  }

  private int signature(byte[] serials, int code, byte[] text, int at) {
    if (signer.isEmpty()) {
      return at;
    }
    SerialNumber serial = SerialNumber.at(serials, code * SerialNumber.LENGTH);
    LinkSignature signature = signer.get().sign(signedBefore + serial + signedAfter);
    return copy(ascii(signature.text()), text, at);
  }

  private static int serial(byte[] serials, int code, byte[] text, int at) {
    System.arraycopy(serials, code * SerialNumber.LENGTH, text, at, SerialNumber.LENGTH);
    return at + SerialNumber.LENGTH;
  }

  private static int copy(byte[] part, byte[] text, int at) {
    System.arraycopy(part, 0, text, at, part.length);
    return at + part.length;
  }

  private static int number(int number, byte[] text, int at) {
    int end = at + digits(number);
    int rest = number;
    for (int i = end - 1; i >= at; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return end;
  }

  private static int digits(int number) {
    int digits = 1;
    for (int rest = number; rest > 9; rest /= 10) {
      digits++;
    }
    return digits;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

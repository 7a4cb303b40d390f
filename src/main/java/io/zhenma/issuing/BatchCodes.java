package io.zhenma.issuing;

import io.zhenma.crypto.CodeCipher;
import io.zhenma.crypto.CodeContent;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.gs1.Gs1Exception;
import io.zhenma.gs1.Gtin;
import io.zhenma.gs1.SerialNumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what people and machines write for items of one batch. */
public final class BatchCodes {
  private static final Pattern NUMBERS =
      Pattern.compile("([0-9]{1,10})(?:\\s*-\\s*([0-9]{1,10}))?");

  private final BatchView batch;
  private final Gtin gtin;
  private final CodeCipher cipher;

  BatchCodes(BatchView batch, CodeCipher cipher) {
    this.batch = batch;
    this.gtin = new Gtin(batch.product().gtin());
    this.cipher = cipher;
  }

  /** An item number, {@code first-last}, a serial number, {@code GTIN/SERIAL} or a link. */
  public Found find(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    if (numbers.matches()) {
      long first = Long.parseLong(numbers.group(1));
      return range(first, numbers.group(2) == null ? first : Long.parseLong(numbers.group(2)));
    }
    try {
      return text.indexOf('/') >= 0
          ? item(DigitalLink.parse(text))
          : item(SerialNumber.parse(text));
    } catch (Gs1Exception malformed) {
      return new Found.Not(CodeFault.MALFORMED);
    }
  }

  /** Items by number, such as of a request. */
  public Found range(long first, long last) {
    if (last < first) {
      return new Found.Not(CodeFault.BACKWARDS);
    }
    return first < 0 || last >= batch.quantity()
        ? new Found.Not(CodeFault.NO_SUCH_ITEM)
        : new Found.Items((int) first, (int) last);
  }

  private Found item(DigitalLink link) {
    return link.gtin().equals(gtin) ? item(link.serial()) : new Found.Not(CodeFault.OTHER_PRODUCT);
  }

  private Found item(SerialNumber serial) {
    if (serial.keyId() != batch.keyId()) {
      return new Found.Not(CodeFault.OTHER_BATCH);
    }
    Optional<CodeContent> content = cipher.open(gtin, serial);
    if (content.isEmpty()) {
      return new Found.Not(CodeFault.FORGED);
    }
    return content.get().batch() == batch.number()
        ? range(content.get().item(), content.get().item())
        : new Found.Not(CodeFault.OTHER_BATCH);
  }

  /** What a text names. */
  public sealed interface Found {
    record Items(int first, int last) implements Found {}

    record Not(CodeFault fault) implements Found {}
  }
}

package io.zhenma.issuing;

import io.zhenma.crypto.CodeCipher;
import io.zhenma.crypto.CodeContent;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.gs1.Gs1Exception;
import io.zhenma.gs1.Gtin;
import io.zhenma.gs1.LinkReader;
import io.zhenma.gs1.SerialNumber;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what people and machines write for items of one batch. */
public final class BatchCodes {
  private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,10})(?: *- *([0-9]{1,10}))?");

  private final BatchView batch;
  private final Gtin gtin;
  private final CodeCipher cipher;
  private final Function<String, Optional<CodeContent>> adopted;

  /**
   * @param adopted the item of a code of an earlier system, whatever batch it is of
   */
  BatchCodes(BatchView batch, CodeCipher cipher, Function<String, Optional<CodeContent>> adopted) {
    this.batch = batch;
    this.gtin = new Gtin(batch.product().gtin());
    this.cipher = cipher;
    this.adopted = adopted;
  }

  /**
   * An item number, {@code first-last}, a serial number, {@code GTIN/SERIAL} or a link. In a batch
   * of codes of an earlier system such a code goes first, since it may well be a number.
   */
  public Found find(String text) {
    if (batch.profile() == CodeProfile.FOREIGN) {
      Optional<CodeContent> old = adopted.apply(text);
      if (old.isPresent()) {
        return of(old.get());
      }
    }
    Matcher numbers = NUMBERS.matcher(text);
    if (numbers.matches()) {
      long first = Long.parseLong(numbers.group(1));
      return range(first, numbers.group(2) == null ? first : Long.parseLong(numbers.group(2)));
    }
    try {
      return LinkReader.isMore(text) ? item(LinkReader.read(text)) : item(SerialNumber.parse(text));
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
    return content.map(this::of).orElse(new Found.Not(CodeFault.FORGED));
  }

  private Found of(CodeContent content) {
    return content.batch() == batch.number()
        ? range(content.item(), content.item())
        : new Found.Not(CodeFault.OTHER_BATCH);
  }

  /** What a text names. */
  public sealed interface Found {
    record Items(int first, int last) implements Found {}

    record Not(CodeFault fault) implements Found {}
  }
}

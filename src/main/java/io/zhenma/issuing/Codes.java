package io.zhenma.issuing;

import io.zhenma.crypto.CodeCipher;
import io.zhenma.crypto.CodeContent;
import io.zhenma.crypto.CodeKind;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.gs1.Gtin;
import io.zhenma.gs1.SerialNumber;
import io.zhenma.tenancy.BrandKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Computes the codes of a batch. Nothing is stored, so any part can be made again at any time, bit
 * for bit.
 */
@ApplicationScoped
public class Codes {
  private final BrandKeys keys;

  Codes(BrandKeys keys) {
    this.keys = keys;
  }

  /** Code {@code item} of the batch. */
  public IssuedCode code(BatchView batch, CodeKind kind, int item) {
    return code(cipher(batch), batch, kind, item);
  }

  /**
   * The codes of items {@code first} to {@code first + count - 1}, item by item, of each item the
   * kinds in the order given.
   */
  public Stream<IssuedCode> codes(BatchView batch, List<CodeKind> kinds, int first, int count) {
    CodeCipher cipher = cipher(batch);
    return IntStream.range(first, first + count)
        .boxed()
        .flatMap(item -> kinds.stream().map(kind -> code(cipher, batch, kind, item)));
  }

  private CodeCipher cipher(BatchView batch) {
    return keys.codeCipher(batch.brandId(), batch.keyId())
        .orElseThrow(() -> new IllegalStateException("batch without key " + batch.keyId()));
  }

  private static IssuedCode code(CodeCipher cipher, BatchView batch, CodeKind kind, int item) {
    Gtin gtin = new Gtin(batch.product().gtin());
    SerialNumber serial = cipher.seal(gtin, new CodeContent(kind, batch.number(), item));
    return new IssuedCode(kind, item, new DigitalLink(gtin, serial), batch.linkBase());
  }

  /**
   * One code.
   *
   * @param base scheme and host of its link
   */
  public record IssuedCode(CodeKind kind, int item, DigitalLink link, String base) {
    /** What the QR code says. */
    public String url() {
      return link.at(base);
    }
  }
}

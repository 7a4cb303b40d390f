package io.zhenma.issuing;

import io.zhenma.crypto.CodeCipher;
import io.zhenma.crypto.CodeContent;
import io.zhenma.crypto.CodeKind;
import io.zhenma.crypto.CodeSeries;
import io.zhenma.crypto.CodeSigner;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.gs1.SerialNumber;
import io.zhenma.tenancy.BrandKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Computes the codes of a batch. Nothing is stored, so any part can be made again at any time, bit
 * for bit. A draft has none: every method refuses it as a conflict.
 */
@ApplicationScoped
public class Codes {
  /**
   * Codes computed at once: enough to keep the cipher busy, few enough for the processor's cache.
   */
  private static final int CODES_A_BLOCK = 1_024;

  private final BrandKeys keys;

  Codes(BrandKeys keys) {
    this.keys = keys;
  }

  /** Code {@code item} of the batch. */
  public IssuedCode code(BatchView batch, CodeKind kind, int item) {
    LinkMaker links = new LinkMaker(batch, signer(batch));
    CodeContent content = new CodeContent(kind, batch.number(), item);
    SerialNumber serial = cipher(batch).seal(links.gtin(), content);
    return new IssuedCode(kind, item, links.link(serial), batch.linkBase());
  }

  /**
   * The codes of items {@code first} to {@code first + count - 1}, item by item, of each item the
   * kinds in the order given.
   */
  public Stream<IssuedCode> codes(BatchView batch, List<CodeKind> kinds, int first, int count) {
    LinkMaker links = new LinkMaker(batch, signer(batch));
    CodeSeries series = cipher(batch).series(links.gtin(), batch.number(), kinds);
    int step = CODES_A_BLOCK / kinds.size();
    return Stream.iterate(first, from -> from < first + count, from -> from + step)
        .flatMap(
            from -> {
              int items = Math.min(step, first + count - from);
              byte[] serials = series.seal(from, items);
              return IntStream.range(0, items * kinds.size())
                  .mapToObj(i -> issued(batch, links, kinds, from, serials, i));
            });
  }

  private static IssuedCode issued(
      BatchView batch, LinkMaker links, List<CodeKind> kinds, int first, byte[] serials, int i) {
    return new IssuedCode(
        kinds.get(i % kinds.size()),
        first + i / kinds.size(),
        links.link(SerialNumber.at(serials, i * SerialNumber.LENGTH)),
        batch.linkBase());
  }

  /** The codes of a batch as lines of text, as fast as they can be had. */
  public CodeLines lines(BatchView batch, List<CodeKind> kinds, CodeLineFormat format) {
    LinkMaker links = new LinkMaker(batch, signer(batch));
    CodeSeries series = cipher(batch).series(links.gtin(), batch.number(), kinds);
    return new CodeLines(format, links, kinds, series);
  }

  private CodeCipher cipher(BatchView batch) {
    batch.requireIssued();
    return keys.codeCipher(batch.brandId(), batch.keyId())
        .orElseThrow(() -> new IllegalStateException("batch without key " + batch.keyId()));
  }

  private Optional<CodeSigner> signer(BatchView batch) {
    return batch.profile() == CodeProfile.SIGNED
        ? Optional.of(
            keys.codeSigner(batch.brandId(), batch.keyId())
                .orElseThrow(() -> new IllegalStateException("batch without signature key")))
        : Optional.empty();
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

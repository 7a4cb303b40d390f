package io.zhenma.issuing;

import io.zhenma.crypto.CodeContent;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.gs1.Gs1Exception;
import io.zhenma.gs1.LinkReader;
import io.zhenma.tenancy.BrandKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds the items that codes name. */
@ApplicationScoped
public class ItemCodes {
  private final Catalogue catalogue;
  private final BrandKeys keys;
  private final AdoptedCodes adopted;

  ItemCodes(Catalogue catalogue, BrandKeys keys, AdoptedCodes adopted) {
    this.catalogue = catalogue;
    this.keys = keys;
    this.adopted = adopted;
  }

  /** What a batch's texts mean: item numbers, ranges, serial numbers, links, codes of old. */
  public BatchCodes of(BatchView batch) {
    return new BatchCodes(
        batch,
        keys.codeCipher(batch.brandId(), batch.keyId()).orElseThrow(),
        code -> adopted.find(batch.brandId(), code));
  }

  /**
   * The item of a link, of GTIN and serial number with a slash between, or of a code of an earlier
   * system, of any batch. Earlier systems printed links of the same shape, so that one that is not
   * ours may be theirs.
   */
  Found find(long brandId, String code) {
    Found ours = ours(brandId, code);
    return ours instanceof Found.Not
        ? adopted
            .find(brandId, code)
            .<Found>map(content -> new Found.Item(content.batch(), content.item()))
            .orElse(ours)
        : ours;
  }

  private Found ours(long brandId, String code) {
    DigitalLink link;
    try {
      link = LinkReader.read(code);
    } catch (Gs1Exception malformed) {
      return new Found.Not(CodeFault.MALFORMED);
    }
    Optional<ProductView> product =
        catalogue.products(link.gtin()).stream()
            .filter(known -> known.brandId() == brandId)
            .findFirst();
    if (product.isEmpty()) {
      return new Found.Not(CodeFault.OTHER_PRODUCT);
    }
    return keys.codeCipher(brandId, link.serial().keyId())
        .flatMap(cipher -> cipher.open(link.gtin(), link.serial()))
        .map(content -> issued(brandId, link, content))
        .orElse(new Found.Not(CodeFault.FORGED));
  }

  private Found issued(long brandId, DigitalLink link, CodeContent content) {
    Optional<BatchView> batch =
        catalogue
            .batch(brandId, content.batch())
            .filter(known -> known.product().gtin().equals(link.gtin().digits()))
            .filter(known -> known.keyId() == link.serial().keyId())
            .filter(known -> known.profile() != CodeProfile.FOREIGN)
            .filter(known -> content.item() < known.quantity());
    if (batch.isEmpty()) {
      return new Found.Not(CodeFault.FORGED);
    }
    return batch.get().state() == BatchState.CREATED
        ? new Found.Not(CodeFault.NOT_ISSUED)
        : new Found.Item(content.batch(), content.item());
  }

  /** What became of a code. */
  sealed interface Found {
    record Item(int batch, int item) implements Found {}

    record Not(CodeFault fault) implements Found {}
  }
}

package io.zhenma.scan;

import io.zhenma.foreign.ForeignLink;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.gs1.Gs1Exception;
import io.zhenma.gs1.Gtin;
import io.zhenma.gs1.LinkReader;
import io.zhenma.gs1.ScannerText;
import io.zhenma.gs1.SerialNumber;
import io.zhenma.gs1.Unseen;
import io.zhenma.gs1.Width;
import io.zhenma.page.HandEntry;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed of a label that no phone reads.
 *
 * @param brand short name of the brand whose earlier codes are typed, or "" for a code of ours
 * @param code a serial number, a whole link, or a brand's earlier code
 * @param gtin the product number beside a serial number
 */
record TypedCode(String brand, String code, String gtin) {
  /** More would not fit the page that tells what is wrong with it. */
  private static final int LONGEST = 2_000;

  private static final String BRAND = "[a-z0-9][a-z0-9-]{1,39}";

  TypedCode {
    code = cut(code);
    gtin = cut(gtin);
    brand = brand.matches(BRAND) ? brand : "";
  }

  static TypedCode of(@Nullable String brand, @Nullable String code, @Nullable String gtin) {
    return new TypedCode(given(brand), given(code), given(gtin));
  }

  private static String given(@Nullable String text) {
    return text == null ? "" : ScannerText.bare(text);
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(LONGEST, text.length()));
  }

  boolean isEmpty() {
    return code.isEmpty();
  }

  /** Where this code is verified, below the host; empty when it can't be a code. */
  Optional<String> path() {
    if (!brand.isEmpty()) {
      return foreign().map(ForeignLink::path);
    }
    if (isLink()) {
      return linkPath();
    }
    HandEntry judged = judged();
    return judged.isFaulty()
        ? Optional.empty()
        : Optional.of(new DigitalLink(typedGtin(), SerialNumber.parse(code)).path());
  }

  private boolean isLink() {
    return LinkReader.isMore(code);
  }

  private Optional<String> linkPath() {
    try {
      return Optional.of(
          ScannedCode.parse(code) instanceof ScannedCode.Issued issued
              ? issued.link().at("")
              : ScannedCode.parse(code).path());
    } catch (Gs1Exception none) {
      return Optional.empty();
    }
  }

  private Optional<ForeignLink> foreign() {
    Optional<ForeignLink> whole = ForeignLink.parse(code);
    return whole.isPresent() ? whole : ForeignLink.parse(new ForeignLink(brand, code).path());
  }

  /** The same with what is wrong with it, as the page shows it. */
  HandEntry judged() {
    if (!brand.isEmpty() || isLink()) {
      String fault = brand.isEmpty() ? "link" : "code";
      return new HandEntry(brand, code, path().isPresent() ? null : fault, gtin, null, false);
    }
    return new HandEntry(
        brand,
        code,
        fault(code, SerialNumber::parse),
        gtin,
        fault(gtin, typed -> typedGtin()),
        false);
  }

  private Gtin typedGtin() {
    StringBuilder digits = new StringBuilder(gtin.length());
    Width.narrow(gtin)
        .chars()
        .filter(c -> c != '-' && !Unseen.isGap(c) && !Unseen.is(c))
        .forEach(c -> digits.append((char) c));
    return Gtin.parse(digits.toString());
  }

  private static @Nullable String fault(String typed, Consumer<String> reading) {
    try {
      reading.accept(typed);
      return null;
    } catch (Gs1Exception wrong) {
      return wrong.error().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}

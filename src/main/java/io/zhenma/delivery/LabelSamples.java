package io.zhenma.delivery;

import io.zhenma.crypto.CodeKind;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.gs1.Gtin;
import io.zhenma.gs1.LinkSignature;
import io.zhenma.gs1.SerialNumber;
import io.zhenma.issuing.CodeProfile;
import io.zhenma.issuing.LinkConfig;
import io.zhenma.label.Label;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Labels of goods that do not exist, for pictures of templates: the same ones every time. */
@ApplicationScoped
class LabelSamples {
  /** Of GS1's numbers for demonstration. */
  private static final Gtin GTIN = new Gtin("09521234543213");

  static final String PRODUCT = "茉莉花茶 Jasmine tea";
  static final String LOT = "2026-A7";

  private static final LocalDate EXPIRES = LocalDate.of(2028, 12, 31);

  private final LinkConfig links;

  LabelSamples(LinkConfig links) {
    this.links = links;
  }

  /** Labels without end. */
  Iterator<Label> of(boolean pairs, CodeProfile profile) {
    Random random = new Random(GTIN.hashCode());
    List<CodeKind> kinds =
        pairs ? List.of(CodeKind.OUTER, CodeKind.INNER) : List.of(CodeKind.INNER);
    return Stream.iterate(0L, item -> item + 1)
        .map(
            item ->
                new Label(
                    item,
                    kinds.stream().map(kind -> code(kind, profile, random)).toList(),
                    PRODUCT,
                    LOT,
                    Optional.of(EXPIRES)))
        .iterator();
  }

  private Label.Code code(CodeKind kind, CodeProfile profile, Random random) {
    SerialNumber serial = SerialNumber.of(1, random.nextLong() >>> 19, random.nextLong() >>> 14);
    DigitalLink link = new DigitalLink(GTIN, serial);
    byte[] signature = new byte[LinkSignature.BYTES];
    random.nextBytes(signature);
    DigitalLink printed =
        profile == CodeProfile.SIGNED ? link.signed(LinkSignature.of(signature)) : link;
    return new Label.Code(kind, printed.at(base()), serial.value());
  }

  private String base() {
    return links.base().toString().replaceAll("/+$", "");
  }
}

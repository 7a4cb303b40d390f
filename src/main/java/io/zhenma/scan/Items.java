package io.zhenma.scan;

import io.zhenma.crypto.CodeKind;
import io.zhenma.foreign.ForeignCodes;
import io.zhenma.foreign.ForeignLink;
import io.zhenma.gs1.ScannerText;
import io.zhenma.issuing.BatchState;
import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.CodeProfile;
import io.zhenma.issuing.Codes;
import io.zhenma.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Leads from codes to items of a brand, and back. */
@ApplicationScoped
public class Items {
  private final Admissions admissions;
  private final ForeignCodes foreign;
  private final Codes codes;

  Items(Admissions admissions, ForeignCodes foreign, Codes codes) {
    this.admissions = admissions;
    this.foreign = foreign;
    this.codes = codes;
  }

  /**
   * The brand's item that a person means: by a link, GTIN and serial number, or the code of an
   * earlier system. Empty when it is another brand's or nobody's.
   *
   * @throws ProblemException when it can be no code at all
   */
  public Optional<FoundItem> find(long brandId, String code) {
    Optional<Admission.Known> old = admissions.adopted(brandId, code);
    if (old.isPresent()) {
      String text = ForeignLink.parse(code).map(ForeignLink::code).orElse(ScannerText.bare(code));
      return old.map(known -> found(text, known));
    }
    ScannedCode scanned = ScanResource.code(code);
    return Optional.of(admissions.admit(scanned))
        .filter(Admission.Known.class::isInstance)
        .map(Admission.Known.class::cast)
        .filter(known -> known.brand().id() == brandId)
        .map(known -> found(scanned.text(), known));
  }

  private static FoundItem found(String text, Admission.Known known) {
    return new FoundItem(text, known.content().kind(), known.batch(), known.content().item());
  }

  /**
   * What people call the item: the serial number of its inner code, or the code that an earlier
   * system printed. Empty for a draft's item, which has none yet.
   */
  public String text(BatchView batch, int item) {
    if (batch.state() == BatchState.CREATED) {
      return "";
    }
    return batch.profile() == CodeProfile.FOREIGN
        ? foreign.text(batch.brandId(), batch.number(), item).orElse("")
        : codes.code(batch, CodeKind.INNER, item).link().serial().value();
  }
}

package io.zhenma.issuing;

import io.zhenma.crypto.BadSignatureException;
import io.zhenma.crypto.CodeVerifier;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.gs1.LinkSignature;
import io.zhenma.tenancy.BrandKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;

/** Checks what a link says beside its serial number against the batch that the serial names. */
@ApplicationScoped
public class Origins {
  private final BrandKeys keys;

  Origins(BrandKeys keys) {
    this.keys = keys;
  }

  /**
   * The link's origin, or empty when it was altered: another lot or expiry date than the batch's,
   * or a signature that the brand's key did not make over this link as it was printed. What was
   * printed is known from the batch, so that neither the case of letters on the way nor a part that
   * somebody left out makes a difference.
   */
  public Optional<Origin> of(DigitalLink link, BatchView batch) {
    if (!isTrueOf(link, batch)) {
      return Optional.empty();
    }
    if (link.signature().isPresent()) {
      return isSigned(link, link.signature().get(), batch)
          ? Optional.of(Origin.SIGNATURE_VALID)
          : Optional.empty();
    }
    return Optional.of(
        batch.profile() == CodeProfile.SIGNED ? Origin.SIGNATURE_LEFT_OUT : Origin.UNSIGNED);
  }

  private static boolean isTrueOf(DigitalLink link, BatchView batch) {
    LocalDate lastDay = batch.expiresOn();
    boolean sameLot = link.lot().map(lot -> lot.isSpelling(batch.lot())).orElse(true);
    boolean sameExpiry =
        link.expiry().map(date -> lastDay != null && date.isOf(lastDay)).orElse(true);
    return sameLot && sameExpiry;
  }

  private boolean isSigned(DigitalLink link, LinkSignature signature, BatchView batch) {
    Optional<CodeVerifier> verifier = keys.codeVerifier(batch.brandId(), batch.keyId());
    if (verifier.isEmpty()) {
      return false;
    }
    try {
      DigitalLink printed = new LinkMaker(batch, Optional.empty()).link(link.serial());
      verifier.get().verify(printed.signedText(batch.linkBase()), signature);
      return true;
    } catch (BadSignatureException notOurs) {
      return false;
    }
  }
}

package io.zhenma.issuing;

import io.zhenma.crypto.CodeSigner;
import io.zhenma.gs1.DigitalLink;
import io.zhenma.gs1.ExpiryDate;
import io.zhenma.gs1.Gtin;
import io.zhenma.gs1.Lot;
import io.zhenma.gs1.SerialNumber;
import java.time.LocalDate;
import java.util.Optional;

/** Puts the links of one batch together: what all of them carry, and a signature where wanted. */
final class LinkMaker {
  private final String base;
  private final Gtin gtin;
  private final Optional<Lot> lot;
  private final Optional<ExpiryDate> expiry;
  private final Optional<CodeSigner> signer;

  LinkMaker(BatchView batch, Optional<CodeSigner> signer) {
    LocalDate lastDay = batch.expiresOn();
    this.base = batch.linkBase();
    this.gtin = new Gtin(batch.product().gtin());
    this.lot = batch.linkParts().lot() ? Optional.of(new Lot(batch.lot())) : Optional.empty();
    this.expiry =
        batch.linkParts().expiry() && lastDay != null
            ? Optional.of(ExpiryDate.of(lastDay))
            : Optional.empty();
    this.signer = signer;
  }

  Gtin gtin() {
    return gtin;
  }

  DigitalLink link(SerialNumber serial) {
    DigitalLink plain = unsigned(serial);
    return signer.map(key -> plain.signed(key.sign(plain.signedText(base)))).orElse(plain);
  }

  private DigitalLink unsigned(SerialNumber serial) {
    return new DigitalLink(gtin, lot, serial, expiry, Optional.empty());
  }

  /** What stands before and after the serial number of every unsigned link. */
  Frame frame() {
    String any = "0".repeat(SerialNumber.LENGTH);
    String text = unsigned(new SerialNumber(any)).at(base);
    int at = text.lastIndexOf(any);
    return new Frame(text.substring(0, at), text.substring(at + any.length()));
  }

  Optional<CodeSigner> signer() {
    return signer;
  }

  /** The constant parts around the serial number. */
  record Frame(String before, String after) {}
}

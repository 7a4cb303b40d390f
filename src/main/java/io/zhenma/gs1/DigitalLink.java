package io.zhenma.gs1;

import java.util.Locale;
import java.util.Optional;

/**
 * The GS1 Digital Link URI of one item: {@code
 * HTTPS://HOST/01/GTIN[/10/LOT]/21/SERIAL[?17=YYMMDD][&S=SIGNATURE]}, in upper case as far as its
 * parts allow, so that a QR code can use its alphanumeric mode.
 *
 * <p>Source: GS1 Digital Link Standard: URI Syntax 1.4, section 4; the signature is an extension
 * parameter as section 4.11 allows.
 *
 * @param gtin primary key, AI 01
 * @param lot key qualifier, AI 10, of links that carry it
 * @param serial key qualifier, AI 21
 * @param expiry data attribute, AI 17, of links that carry it
 * @param signature who issued the link, of links that carry it
 */
public record DigitalLink(
    Gtin gtin,
    Optional<Lot> lot,
    SerialNumber serial,
    Optional<ExpiryDate> expiry,
    Optional<LinkSignature> signature) {

  /** A link of key and serial number alone. */
  public DigitalLink(Gtin gtin, SerialNumber serial) {
    this(gtin, Optional.empty(), serial, Optional.empty(), Optional.empty());
  }

  /**
   * Reads a whole link, its path with or without query, or {@code GTIN/SERIAL}. The host is not
   * looked at; parameters other than {@code 17} and {@code S} are left to those who added them.
   *
   * @throws Gs1Exception when the text has another shape or a part of it is invalid
   */
  public static DigitalLink parse(String text) {
    return LinkText.parse(text);
  }

  /** The same link with a signature. */
  public DigitalLink signed(LinkSignature by) {
    return new DigitalLink(gtin, lot, serial, expiry, Optional.of(by));
  }

  /** The path below the host, with a leading slash. */
  public String path() {
    return "/01/" + gtin + lot.map(l -> "/10/" + l.encoded()).orElse("") + "/21/" + serial;
  }

  /**
   * The text that a signature covers: the whole link but the signature.
   *
   * @param base scheme and host, such as {@code https://zm.example.cn}, with no slash at the end
   */
  public String signedText(String base) {
    return base.toUpperCase(Locale.ROOT) + path() + expiry.map(e -> "?17=" + e).orElse("");
  }

  /** The whole link. Arguments as in {@link #signedText}. */
  public String at(String base) {
    String mark = expiry.isPresent() ? "&S=" : "?S=";
    return signedText(base) + signature.map(s -> mark + s).orElse("");
  }
}

package io.zhenma.crypto;

import io.zhenma.gs1.DigitalLink;
import io.zhenma.gs1.Gs1Exception;
import io.zhenma.gs1.LinkSignature;
import io.zhenma.gs1.Lot;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks signed codes with nothing but the brand's published keys: no network, no database, no
 * framework. Fetch the JWK set of the brand you expect over https from {@code
 * /.well-known/zhenma/BRAND/jwks.json}, keep it, and renew it now and then, since a key that leaked
 * is taken out of it:
 *
 * <pre>{@code
 * OfflineVerifier verifier = new OfflineVerifier(PublicKeySet.parse(jwks));
 * if (verifier.check(code) instanceof OfflineVerifier.Signed signed) {
 *   ... signed.link().gtin() ...
 * }
 * }</pre>
 *
 * <p>A valid signature says that the holder of the brand's key issued this very link: scheme, host,
 * GTIN, lot, serial number and expiry. It never says that the item is no copy, whose code would
 * carry the same signature, nor that it was not recalled: only the platform knows.
 *
 * <p>What is signed is the link's canonical text ({@link DigitalLink#signedText}). The same link is
 * also taken in these spellings, which all mean the same canonical text: lower case in scheme,
 * host, names of parameters, serial number and signature; I or L for 1 and O for 0, blanks or
 * dashes in the serial number, as people type it; a GTIN of 8, 12 or 13 digits; percent-encoding in
 * the lot; {@code /01} and {@code /21} left out; a slash after the serial number; parameters in
 * another order, of which the first of a name counts; parameters of other names, which belong to
 * whoever added them; a fragment; blanks around it. So take the parts from the result, never from
 * the text. A lot that was printed in capitals or in small letters alone is taken in either case,
 * since the signature tells which was printed; of other lots case counts. A signature has one
 * spelling beside its case: a longer, shorter or padded one is malformed.
 *
 * <p>Safe for use by several threads.
 */
public final class OfflineVerifier {
  private static final int LONGEST = 4_096;

  /** In ASCII alone: other letters can become ASCII ones in upper case. */
  private static final Pattern BASE =
      Pattern.compile(
          "\\s*(https?://[!-~&&[^/?#]]+)/.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final PublicKeySet keys;

  public OfflineVerifier(PublicKeySet keys) {
    this.keys = keys;
  }

  /** Checks the text of a code; never throws, whatever the text. */
  public Result check(String code) {
    Matcher base = BASE.matcher(code.length() > LONGEST ? "" : code);
    if (!base.matches()) {
      return new Refused(Reason.MALFORMED);
    }
    DigitalLink link;
    try {
      link = DigitalLink.parse(code);
    } catch (Gs1Exception malformed) {
      return new Refused(Reason.MALFORMED);
    }
    return link.signature()
        .map(signature -> check(link, signature, base.group(1)))
        .orElseGet(() -> new Refused(Reason.NO_SIGNATURE));
  }

  private Result check(DigitalLink link, LinkSignature signature, String base) {
    int keyId = link.serial().keyId();
    Optional<CodeVerifier> key = keys.key(keyId);
    if (key.isEmpty()) {
      return new Refused(Reason.UNKNOWN_KEY);
    }
    for (DigitalLink spelling : spellings(link)) {
      if (isSigned(key.get(), spelling.signedText(base), signature)) {
        return new Signed(spelling, base.toUpperCase(Locale.ROOT), keyId, key.get().suite());
      }
    }
    return new Refused(Reason.BAD_SIGNATURE);
  }

  /** The link with its lot as it stands, in capitals and in small letters. */
  private static Set<DigitalLink> spellings(DigitalLink link) {
    Set<DigitalLink> all = new LinkedHashSet<>();
    all.add(link);
    link.lot().ifPresent(lot -> all.add(withLot(link, lot.value().toUpperCase(Locale.ROOT))));
    link.lot().ifPresent(lot -> all.add(withLot(link, lot.value().toLowerCase(Locale.ROOT))));
    return all;
  }

  private static DigitalLink withLot(DigitalLink link, String lot) {
    return new DigitalLink(
        link.gtin(), Optional.of(new Lot(lot)), link.serial(), link.expiry(), link.signature());
  }

  private static boolean isSigned(CodeVerifier key, String text, LinkSignature signature) {
    try {
      key.verify(text, signature);
      return true;
    } catch (BadSignatureException refused) {
      return false;
    }
  }

  /** What a check came to. */
  public sealed interface Result {}

  /**
   * The brand's key signed this link.
   *
   * @param link its parts; to be read instead of the text
   * @param base scheme and host in upper case
   * @param keyId the brand's key that signed, 0 to 31
   */
  public record Signed(DigitalLink link, String base, int keyId, CodeSuite suite)
      implements Result {}

  /** There is no proof that the brand issued it. */
  public record Refused(Reason reason) implements Result {}

  /** Why a code is refused. */
  public enum Reason {
    /** Not the link of an item with scheme and host, or a part of it cannot be. */
    MALFORMED,
    /** A link that carries no signature, as those of unsigned batches. */
    NO_SIGNATURE,
    /** The set has no key of this id: another brand's, a newer one, or one that was revoked. */
    UNKNOWN_KEY,
    /** The brand's key did not sign this link. */
    BAD_SIGNATURE
  }
}

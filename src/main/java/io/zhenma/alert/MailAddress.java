package io.zhenma.alert;

import io.zhenma.problem.ProblemException;
import java.util.regex.Pattern;

/**
 * An e-mail address of the plain kind (RFC 5321 without quotes, literals and Unicode): nothing in
 * it can end a header or name a second recipient.
 */
final class MailAddress {
  private static final int LONGEST = 254;
  private static final Pattern FORM =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

  private MailAddress() {}

  /**
   * @throws ProblemException when it is none
   */
  static String entered(String text) {
    String address = text.strip();
    if (address.length() > LONGEST
        || address.indexOf('@') > 64
        || !FORM.matcher(address).matches()) {
      throw ProblemException.field("address", "mail-address");
    }
    return address;
  }
}

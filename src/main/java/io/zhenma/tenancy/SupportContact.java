package io.zhenma.tenancy;

import io.zhenma.problem.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How consumers reach a brand: none, some or all of these.
 *
 * @param phone as people write it, such as {@code 400-800-1234}
 * @param web an https address
 * @param email an address of the common kind
 */
public record SupportContact(Optional<String> phone, Optional<String> web, Optional<String> email) {
  public static final SupportContact NONE =
      new SupportContact(Optional.empty(), Optional.empty(), Optional.empty());

  private static final Pattern PHONE = Pattern.compile("\\+?[0-9(][0-9 ()-]{1,38}");
  private static final Pattern EMAIL =
      Pattern.compile("[\\w.+-]{1,64}@[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){1,6}");
  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final int LONGEST_EMAIL = 254;

  /**
   * Reads what a person typed; what is blank is left out.
   *
   * @throws ProblemException when one of them is of another shape
   */
  static SupportContact of(@Nullable String phone, @Nullable String web, @Nullable String email) {
    return new SupportContact(
        given(phone).map(SupportContact::checkedPhone),
        given(web).map(SupportContact::checkedWeb),
        given(email).map(SupportContact::checkedEmail));
  }

  private static Optional<String> given(@Nullable String typed) {
    return Optional.ofNullable(typed).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static String checkedPhone(String phone) {
    if (!PHONE.matcher(phone).matches() || phone.chars().filter(Character::isDigit).count() < 3) {
      throw ProblemException.field("phone", "phone");
    }
    return phone;
  }

  /** Only https: a link of another kind could run something or be read on its way. */
  private static String checkedWeb(String web) {
    try {
      URI address = new URI(PRINTABLE.matcher(web).matches() ? web : "");
      if ("https".equalsIgnoreCase(address.getScheme())
          && address.getHost() != null
          && address.getUserInfo() == null) {
        return web;
      }
    } catch (URISyntaxException malformed) {
      throw ProblemException.field("web", "web-address");
    }
    throw ProblemException.field("web", "web-address");
  }

  private static String checkedEmail(String email) {
    String address = email.toLowerCase(Locale.ROOT);
    if (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches()) {
      throw ProblemException.field("email", "email-address");
    }
    return address;
  }

  /** The telephone number as a {@code tel:} link has it. */
  public Optional<String> dialled() {
    return phone.map(number -> number.replaceAll("[^0-9+]", ""));
  }
}

package io.zhenma.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the page tells about one checked code. Texts given here are data, never markup: the page
 * shows them as they are.
 *
 * @param outcome slug of the outcome, for example {@code genuine-first}
 * @param reasons slugs of the reasons, the weightiest first; those without a text are left out
 * @param product what the code belongs to, or null when that isn't known
 * @param brand the brand's name, or null when it isn't known
 * @param house how the brand looks and is reached
 * @param batch the batch the item was made in, or null when that isn't known
 * @param serial the item's serial of 20 characters, the code that an earlier system printed, or ""
 *     when there is none
 * @param origin slug of what the link proves about its issuer, or "" when that isn't known
 * @param first when and where the code was first verified, or null when it never was
 * @param ruledAt when the brand decided about this item, or null when no reason tells of that
 * @param next where the reader can go from here
 * @param canRefine whether to offer adding the person's position to this scan
 * @param zone the time zone in which instants are written
 */
public record VerdictPage(
    String outcome,
    List<String> reasons,
    @Nullable Product product,
    @Nullable String brand,
    House house,
    @Nullable Batch batch,
    String serial,
    String origin,
    @Nullable First first,
    @Nullable Instant ruledAt,
    Next next,
    boolean canRefine,
    ZoneId zone) {

  private static final Pattern SLUG = Pattern.compile("[a-z][a-z-]*");
  private static final int LONGEST_SERIAL = 500;

  public VerdictPage {
    reasons = List.copyOf(reasons);
    requireSlug(outcome);
    if (!origin.isEmpty()) {
      requireSlug(origin);
    }
    reasons.forEach(VerdictPage::requireSlug);
    if (serial.length() > LONGEST_SERIAL) {
      throw new IllegalArgumentException("A code has at most " + LONGEST_SERIAL + " characters");
    }
  }

  private static void requireSlug(String text) {
    if (!SLUG.matcher(text).matches()) {
      throw new IllegalArgumentException("Not a slug: " + text);
    }
  }

  /**
   * @param name as the brand wrote it
   * @param category as the brand wrote it, or ""
   * @param gtin 14 digits
   * @param picture of the product, or null when there is none
   */
  public record Product(String name, String category, String gtin, @Nullable Image picture) {}

  /**
   * @param lot the lot number printed on the item
   * @param producedOn the day it was made
   * @param expiresOn the last day it may be used, or null when it keeps for ever
   */
  public record Batch(String lot, LocalDate producedOn, @Nullable LocalDate expiresOn) {}

  /**
   * @param at when the code was first verified
   * @param place roughly where, in the reader's language, or "" when that isn't known
   */
  public record First(Instant at, String place) {}

  /**
   * Ways on from a verdict, below the host.
   *
   * @param entry where the number can be typed, with what is known filled in, or "" when there is
   *     no need
   * @param complaint where the brand can be told, or "" when there is no brand to tell
   */
  public record Next(String entry, String complaint) {
    private static final Pattern ENTRY = Pattern.compile("(/check([?][!-~]*)?)?");
    private static final Pattern COMPLAINT = Pattern.compile("(/complaint[?][!-~]*)?");

    public static final Next NONE = new Next("", "");

    public Next {
      if (!ENTRY.matcher(entry).matches() || !COMPLAINT.matcher(complaint).matches()) {
        throw new IllegalArgumentException("Not a way on from here: " + entry + complaint);
      }
    }
  }

  /**
   * The brand's own looks. Its colour is shown with good news alone: whatever it is, it must not
   * make a warning look like anything else.
   *
   * @param colour such as {@code #c8102e}, or "" for none
   * @param dark whether text on the colour is white rather than black
   * @param logo or null when there is none
   * @param contacts how people reach the brand, the readiest first
   */
  public record House(String colour, boolean dark, @Nullable Image logo, List<Contact> contacts) {
    private static final Pattern COLOUR = Pattern.compile("(#[0-9a-f]{6})?");

    /** Of a brand that has said nothing, or when there is no brand. */
    public static final House PLAIN = new House("", false, null, List.of());

    public House {
      contacts = List.copyOf(contacts);
      if (!COLOUR.matcher(colour).matches()) {
        throw new IllegalArgumentException("Not a colour: " + colour);
      }
    }
  }

  /**
   * A picture of this very site.
   *
   * @param path below the host
   * @param width in pixels
   * @param height in pixels
   */
  public record Image(String path, int width, int height) {
    private static final Pattern PATH = Pattern.compile("/p/[a-z0-9-]+/[\\w.-]+");

    public Image {
      if (!PATH.matcher(path).matches()) {
        throw new IllegalArgumentException("Not a picture of this site: " + path);
      }
    }
  }

  /**
   * A way to reach the brand.
   *
   * @param text as people read it
   * @param address where its link leads
   */
  public record Contact(Way way, String text, String address) {
    /** The ways there are, and how the addresses of each begin. */
    public enum Way {
      PHONE("tel:"),
      WEB("https:"),
      EMAIL("mailto:");

      private final String scheme;

      Way(String scheme) {
        this.scheme = scheme;
      }

      String slug() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    public Contact {
      if (!address.toLowerCase(Locale.ROOT).startsWith(way.scheme)) {
        throw new IllegalArgumentException("Not an address of that kind: " + address);
      }
    }
  }
}

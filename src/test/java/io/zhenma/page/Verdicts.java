package io.zhenma.page;

import io.zhenma.page.VerdictPage.Batch;
import io.zhenma.page.VerdictPage.Contact;
import io.zhenma.page.VerdictPage.First;
import io.zhenma.page.VerdictPage.Product;
import io.zhenma.tenancy.BrandColour;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One realistic verdict for each outcome. */
final class Verdicts {

  static final String SERIAL = "A7K2M9QX4T0BNPR5WZ3D";
  static final String LOGO = "/p/wuling/logo.png";
  static final String PICTURE = "/p/wuling/tea.png";

  /** Each outcome with the reasons it usually comes with. */
  static final Map<String, List<String>> REASONS =
      Map.of(
          "genuine-first", List.of("first-check"),
          "genuine-repeat", List.of("checked-before"),
          "suspect", List.of("many-devices", "impossible-travel"),
          "not-active", List.of("batch-not-active"),
          "expired", List.of("past-expiry"),
          "recalled", List.of("batch-recalled"),
          "void", List.of("batch-void"),
          "unknown", List.of("bad-code"));

  private static final List<String> RULINGS = List.of("confirmed-copy", "brand-cleared");

  private Verdicts() {}

  static VerdictPage of(String outcome, Locale locale) {
    return of(outcome, REASONS.getOrDefault(outcome, List.of()), locale);
  }

  static VerdictPage of(String outcome, List<String> reasons, Locale locale) {
    boolean chinese = locale.getLanguage().equals("zh");
    if (outcome.equals("unknown")) {
      return page(outcome, reasons, null, null, null, null);
    }
    Product product =
        chinese
            ? new Product("武陵云雾绿茶 250 克", "茶叶", "06901234567892", null)
            : new Product("Wuling Cloud Mist Green Tea, 250 g", "Tea", "06901234567892", null);
    Batch batch = new Batch("WL2026-0317", LocalDate.of(2026, 3, 17), LocalDate.of(2027, 9, 16));
    First first =
        List.of("genuine-repeat", "suspect").contains(outcome)
            ? new First(
                Instant.parse("2026-05-03T06:42:10Z"), chinese ? "湖南省长沙市" : "Changsha, Hunan")
            : null;
    String brand = chinese ? "武陵山茶业" : "Wuling Mountain Tea";
    return page(outcome, reasons, product, brand, batch, first);
  }

  static VerdictPage named(String productName, String brand, String place) {
    return page(
        "suspect",
        List.of("many-devices"),
        new Product(productName, productName, "06901234567892", null),
        brand,
        new Batch(productName, LocalDate.of(2026, 3, 17), null),
        new First(Instant.parse("2026-05-03T06:42:10Z"), place));
  }

  /** The same on the page of a brand that has a colour, a logo, contacts and a product picture. */
  static VerdictPage branded(String outcome, String colour, Locale locale) {
    VerdictPage plain = of(outcome, locale);
    if (plain.product() == null) {
      return plain;
    }
    VerdictPage.House house =
        new VerdictPage.House(
            colour,
            new BrandColour(colour).isDark(),
            new VerdictPage.Image(LOGO, 180, 54),
            List.of(
                new Contact(Contact.Way.PHONE, "400 123 4567", "tel:4001234567"),
                new Contact(Contact.Way.WEB, "example.com", "https://example.com/")));
    Product product = plain.product();
    return new VerdictPage(
        plain.outcome(),
        plain.reasons(),
        new Product(
            product.name(),
            product.category(),
            product.gtin(),
            new VerdictPage.Image(PICTURE, 320, 320)),
        plain.brand(),
        house,
        plain.batch(),
        plain.serial(),
        plain.origin(),
        plain.first(),
        plain.ruledAt(),
        plain.next(),
        plain.canRefine(),
        plain.zone());
  }

  private static VerdictPage page(
      String outcome,
      List<String> reasons,
      @Nullable Product product,
      @Nullable String brand,
      @Nullable Batch batch,
      @Nullable First first) {
    return new VerdictPage(
        outcome,
        reasons,
        product,
        brand,
        VerdictPage.House.PLAIN,
        batch,
        product == null ? "" : SERIAL,
        product == null ? "" : "signature-valid",
        first,
        RULINGS.stream().anyMatch(reasons::contains) ? Instant.parse("2026-06-09T02:00:00Z") : null,
        new VerdictPage.Next(
            outcome.equals("unknown") ? "/check?gtin=06901234567892" : "",
            "/complaint?code=%2F01%2F06901234567892%2F21%2F" + SERIAL + "&scan=x"),
        outcome.startsWith("genuine") || outcome.equals("suspect"),
        ZoneId.of("Asia/Shanghai"));
  }
}

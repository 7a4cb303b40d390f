package io.zhenma.scan;

import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.ProductView;
import io.zhenma.page.VerdictPage;
import io.zhenma.page.VerdictPage.Contact.Way;
import io.zhenma.picture.PictureName;
import io.zhenma.tenancy.Appearance;
import io.zhenma.tenancy.BrandColour;
import io.zhenma.tenancy.BrandView;
import io.zhenma.tenancy.Pictures;
import io.zhenma.tenancy.SupportContact;
import io.zhenma.verification.ItemHistory;
import io.zhenma.verification.Reason;
import io.zhenma.verification.Ruling;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** An answer as the consumer's page shows it. */
final class VerdictPages {
  private static final ZoneId HOME = ZoneId.of("Asia/Shanghai");

  private VerdictPages() {}

  static VerdictPage of(
      ScanAnswer answer, ScannedCode code, Brand brand, boolean located, Locale locale) {
    Optional<ScanAnswer.Item> item = answer.item();
    return new VerdictPage(
        answer.verdict().outcome().slug(),
        answer.verdict().reasons().stream().map(Reason::slug).toList(),
        item.map(known -> product(known)).orElse(null),
        item.map(known -> known.brand().name()).orElse(null),
        item.map(known -> house(known.brand(), brand.appearance()))
            .orElseGet(() -> contactsOnly(brand.appearance())),
        item.map(known -> batch(known.batch())).orElse(null),
        code.text(),
        item.map(known -> known.origin().slug()).orElse(""),
        firstCheck(answer).map(first -> first(first, locale)).orElse(null),
        ruling(answer).map(Ruling::at).orElse(null),
        next(answer, code, brand),
        item.isPresent() && !located,
        item.map(known -> known.brand().zone()).orElse(HOME));
  }

  /**
   * The brand whose code it is or claims to be.
   *
   * @param scan what names this scan when the brand is told of it; empty when the code names nobody
   */
  record Brand(Optional<String> scan, Appearance appearance) {
    static final Brand NONE = new Brand(Optional.empty(), Appearance.PLAIN);
  }

  /** Where the brand is told of a scan, below the host. */
  static String complaint(ScannedCode code, String scan) {
    return "/complaint?code=" + encoded(code.path()) + "&scan=" + scan;
  }

  private static VerdictPage.Next next(ScanAnswer answer, ScannedCode code, Brand brand) {
    String complaint = brand.scan().map(scan -> complaint(code, scan)).orElse("");
    return new VerdictPage.Next(answer.item().isPresent() ? "" : entry(code), complaint);
  }

  private static String entry(ScannedCode code) {
    return code instanceof ScannedCode.Foreign old
        ? "/check?brand=" + old.link().brand()
        : "/check?gtin=" + ((ScannedCode.Issued) code).link().gtin();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Somebody whose code is unknown may ask the brand that it names, but sees no sign of it. */
  private static VerdictPage.House contactsOnly(Appearance appearance) {
    return new VerdictPage.House("", false, null, contacts(appearance.support()));
  }

  /**
   * The box's code has no first check of its own; the inner code's is nobody's business in the
   * shop, and no program's.
   */
  private static Optional<ItemHistory.FirstCheck> firstCheck(ScanAnswer answer) {
    List<Reason> reasons = answer.verdict().reasons();
    boolean hidden = reasons.contains(Reason.OUTER_CODE) || reasons.contains(Reason.AUTOMATED_LOOK);
    return answer.item().filter(known -> !hidden).flatMap(known -> known.history().first());
  }

  /** What the brand decided about the item, if that is among the reasons of this verdict. */
  static Optional<Ruling> ruling(ScanAnswer answer) {
    return answer
        .item()
        .flatMap(known -> known.history().ruling())
        .filter(ruling -> answer.verdict().reasons().contains(reason(ruling.kind())));
  }

  private static Reason reason(Ruling.Kind kind) {
    return switch (kind) {
      case COPY_CONFIRMED -> Reason.CONFIRMED_COPY;
      case CLEARED -> Reason.BRAND_CLEARED;
      case VOIDED -> Reason.ITEM_VOID;
    };
  }

  private static VerdictPage.Product product(ScanAnswer.Item item) {
    ProductView product = item.batch().product();
    return new VerdictPage.Product(
        product.name(),
        product.category(),
        product.gtin(),
        Optional.ofNullable(product.picture())
            .flatMap(PictureName::parse)
            .map(name -> image(item.brand(), name))
            .orElse(null));
  }

  private static VerdictPage.House house(BrandView brand, Appearance appearance) {
    return new VerdictPage.House(
        appearance.colour().map(BrandColour::hex).orElse(""),
        appearance.colour().map(BrandColour::isDark).orElse(false),
        appearance.logo().map(name -> image(brand, name)).orElse(null),
        contacts(appearance.support()));
  }

  private static VerdictPage.Image image(BrandView brand, PictureName name) {
    return new VerdictPage.Image(Pictures.path(brand, name), name.width(), name.height());
  }

  private static List<VerdictPage.Contact> contacts(SupportContact support) {
    return Stream.of(
            support
                .phone()
                .map(phone -> contact(Way.PHONE, phone, "tel:" + support.dialled().orElseThrow())),
            support.web().map(web -> contact(Way.WEB, URI.create(web).getHost(), web)),
            support.email().map(email -> contact(Way.EMAIL, email, "mailto:" + email)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static VerdictPage.Contact contact(Way way, String text, String address) {
    return new VerdictPage.Contact(way, text, address);
  }

  private static VerdictPage.Batch batch(BatchView batch) {
    return new VerdictPage.Batch(batch.lot(), batch.producedOn(), batch.expiresOn());
  }

  private static VerdictPage.First first(ItemHistory.FirstCheck first, Locale locale) {
    return new VerdictPage.First(
        first.at(), PlaceText.of(first.country(), first.province(), first.city(), locale));
  }
}

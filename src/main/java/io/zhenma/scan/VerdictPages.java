package io.zhenma.scan;

import io.zhenma.issuing.BatchView;
import io.zhenma.page.VerdictPage;
import io.zhenma.verification.ItemHistory;
import io.zhenma.verification.Outcome;
import io.zhenma.verification.Reason;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An answer as the consumer's page shows it. */
final class VerdictPages {
  private static final ZoneId HOME = ZoneId.of("Asia/Shanghai");

  private VerdictPages() {}

  static VerdictPage of(ScanAnswer answer, ScannedCode code, boolean located, Locale locale) {
    Optional<ScanAnswer.Item> item = answer.item();
    return new VerdictPage(
        answer.verdict().outcome().slug(),
        answer.verdict().reasons().stream().map(Reason::slug).toList(),
        item.map(known -> product(known.batch())).orElse(null),
        item.map(known -> known.brand().name()).orElse(null),
        item.map(known -> batch(known.batch())).orElse(null),
        code.text(),
        item.map(known -> known.origin().slug()).orElse(""),
        firstCheck(answer).map(first -> first(first, locale)).orElse(null),
        item.isPresent() && !located,
        item.map(known -> known.brand().zone()).orElse(HOME));
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

  /** What a link that cannot be one of ours is answered with. */
  static VerdictPage malformed() {
    return new VerdictPage(
        Outcome.UNKNOWN.slug(),
        List.of(Reason.BAD_CODE.slug()),
        null,
        null,
        null,
        "",
        "",
        null,
        false,
        HOME);
  }

  private static VerdictPage.Product product(BatchView batch) {
    return new VerdictPage.Product(
        batch.product().name(), batch.product().category(), batch.product().gtin());
  }

  private static VerdictPage.Batch batch(BatchView batch) {
    return new VerdictPage.Batch(batch.lot(), batch.producedOn(), batch.expiresOn());
  }

  private static VerdictPage.First first(ItemHistory.FirstCheck first, Locale locale) {
    return new VerdictPage.First(
        first.at(), PlaceText.of(first.country(), first.province(), first.city(), locale));
  }
}

package io.zhenma.simulation;

import io.zhenma.gs1.Gtin;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the invented brand 山茶花 (Camellia) makes. The GTINs begin with 952, the GS1 prefix for
 * demonstrations and examples, so that they can be no real company's.
 */
final class Assortment {
  private static final String DEMONSTRATION_PREFIX = "952";

  private static final int LONG_PERIOD_DAYS = 60;

  /** Of each batch, the first items are never sold: they stay for showing things. */
  static final int KEPT_BACK = 100;

  private Assortment() {}

  /**
   * @param weight share of the purchases
   */
  record Article(
      String name,
      String category,
      long listPriceFen,
      @Nullable Integer shelfLifeDays,
      int weight) {}

  static final int HAIR = 0;
  static final int MASK = 1;
  static final int CLEANSER = 2;
  static final int CREAM = 3;
  static final int SERUM = 4;
  static final int GIFT_BOX = 5;
  static final int BODY = 6;
  static final int HAND = 7;

  static final List<Article> ARTICLES =
      List.of(
          new Article("山茶花润养洗发水 500 ml", "洗发护发", 59_90, 1095, 22),
          new Article("山茶花鲜酿面膜 5 片", "面部护肤", 89_00, 180, 10),
          new Article("山茶花净颜洁面乳 120 g", "面部护肤", 49_00, 1095, 16),
          new Article("山茶花保湿面霜 50 g", "面部护肤", 269_00, 1095, 14),
          new Article("山茶花焕亮精华液 30 ml", "面部护肤", 599_00, 730, 8),
          new Article("山茶花臻选礼盒", "礼盒", 899_00, 730, 4),
          new Article("山茶花沐浴露 750 ml", "身体护理", 45_00, 1095, 14),
          new Article("山茶花护手霜 60 g", "身体护理", 19_00, null, 12));

  /** What becomes of a batch. */
  enum Fate {
    SOLD,
    EXPIRES,
    RECALLED,
    VOIDED,
    NOT_YET_ON_SALE
  }

  /**
   * @param index in {@link #batches}
   * @param article index in {@link #ARTICLES}
   * @param onSaleOn first day of sale
   * @param turn the day on which its fate shows, as a share of the period
   */
  record PlannedBatch(
      int index,
      int article,
      long quantity,
      LocalDate producedOn,
      LocalDate onSaleOn,
      Fate fate,
      double turn) {}

  /** The batches of a period; more scans mean more items, not more batches. */
  static List<PlannedBatch> batches(Rhythm rhythm, long scans) {
    double scale = Math.max(1, scans / 20_000.0);
    double expiryTurn = 0.6;
    int shelfLife = 180;
    LocalDate start = rhythm.date(0);
    LocalDate expiring = rhythm.date(expiryTurn).minusDays(shelfLife);
    return List.of(
        batch(rhythm, 0, HAIR, 50_000 * scale, start.minusDays(40), Fate.SOLD, 0),
        batch(rhythm, 1, CLEANSER, 30_000 * scale, start.minusDays(45), Fate.SOLD, 0),
        batch(rhythm, 2, CREAM, 12_000 * scale, start.minusDays(30), Fate.SOLD, 0),
        batch(rhythm, 3, SERUM, 5_000 * scale, start.minusDays(25), Fate.SOLD, 0),
        batch(rhythm, 4, BODY, 20_000 * scale, start.minusDays(38), Fate.SOLD, 0),
        batch(rhythm, 5, HAND, 40_000 * scale, start.minusDays(20), Fate.SOLD, 0),
        batch(rhythm, 6, GIFT_BOX, 4_000 * scale, start.minusDays(22), Fate.SOLD, 0),
        batch(rhythm, 7, MASK, 8_000 * scale, expiring, Fate.EXPIRES, expiryTurn),
        batch(rhythm, 8, HAIR, 30_000 * scale, rhythm.date(0.35), Fate.SOLD, 0),
        batch(rhythm, 9, MASK, 8_000 * scale, rhythm.date(0.3), Fate.SOLD, 0),
        batch(rhythm, 10, CREAM, 3_000 * scale, rhythm.date(0.2), Fate.RECALLED, 0.6),
        batch(rhythm, 11, SERUM, 500 * scale, rhythm.date(0.4), Fate.VOIDED, 0.5),
        batch(rhythm, 12, GIFT_BOX, 1_000 * scale, rhythm.date(0.7), Fate.NOT_YET_ON_SALE, 0.72));
  }

  private static PlannedBatch batch(
      Rhythm rhythm,
      int index,
      int article,
      double quantity,
      LocalDate producedOn,
      Fate fate,
      double turn) {
    LocalDate onSaleOn = producedOn.plusDays(rhythm.days() < LONG_PERIOD_DAYS ? 0 : 7);
    return new PlannedBatch(index, article, Math.round(quantity), producedOn, onSaleOn, fate, turn);
  }

  /** The GTIN of an article: six digits stand for the brand, three for the article. */
  static Gtin gtin(String slug, int article) {
    int company = Math.floorMod(slug.hashCode(), 1_000_000);
    return Gtin.complete(
        String.format(Locale.ROOT, "%s%06d%03d", DEMONSTRATION_PREFIX, company, article + 1));
  }
}

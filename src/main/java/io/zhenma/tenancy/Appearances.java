package io.zhenma.tenancy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenma.picture.Picture;
import io.zhenma.picture.PictureUse;
import io.zhenma.sql.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How brands look to consumers, from memory when it was asked within the last seconds. A change
 * made on this replica is seen at once, one made on another within {@link Remembered#FRESH}.
 */
@ApplicationScoped
public class Appearances implements PanacheRepositoryBase<BrandAppearance, Long> {
  private static final int REMEMBERED = 10_000;
  private static final String LOGO = "logo";

  private final Pictures pictures;
  private final AuditLog audit;
  private final AfterCommit afterCommit;
  private final Remembered<Long, Appearance> byBrand = Remembered.most(REMEMBERED, this::load);

  Appearances(Pictures pictures, AuditLog audit, AfterCommit afterCommit) {
    this.pictures = pictures;
    this.audit = audit;
    this.afterCommit = afterCommit;
  }

  public Appearance of(long brandId) {
    return byBrand.get(brandId);
  }

  private Appearance load(long brandId) {
    return QuarkusTransaction.joiningExisting()
        .call(() -> findByIdOptional(brandId).map(BrandAppearance::view).orElse(Appearance.PLAIN));
  }

  /** As it is now, not as it is remembered. */
  @Transactional
  Appearance current(long brandId) {
    return load(brandId);
  }

  @Transactional
  Appearance change(
      long brandId, long userId, @Nullable BrandColour colour, SupportContact support) {
    BrandAppearance row = row(brandId, userId);
    row.colour = colour == null ? null : colour.hex();
    row.phone = support.phone().orElse(null);
    row.web = support.web().orElse(null);
    row.email = support.email().orElse(null);
    return kept(row, "appearance-changed", colour == null ? "no colour" : colour.hex());
  }

  /**
   * @throws io.zhenma.problem.ProblemException when the file is no picture that can be taken
   */
  Appearance changeLogo(long brandId, long userId, InputStream file) {
    Picture made = pictures.make(brandId, PictureUse.LOGO, file);
    return QuarkusTransaction.requiringNew().call(() -> keepLogo(brandId, userId, made));
  }

  private Appearance keepLogo(long brandId, long userId, Picture made) {
    String name = pictures.keep(brandId, userId, LOGO, made).toString();
    BrandAppearance row = row(brandId, userId);
    row.logo = name;
    return kept(row, "logo-changed", name);
  }

  @Transactional
  Appearance removeLogo(long brandId, long userId) {
    pictures.remove(brandId, LOGO);
    BrandAppearance row = row(brandId, userId);
    row.logo = null;
    return kept(row, "logo-removed", "");
  }

  private BrandAppearance row(long brandId, long userId) {
    BrandAppearance row =
        findByIdOptional(brandId)
            .orElseGet(
                () -> {
                  BrandAppearance fresh = new BrandAppearance();
                  fresh.brandId = brandId;
                  return fresh;
                });
    row.changedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    row.changedBy = userId;
    return row;
  }

  private Appearance kept(BrandAppearance row, String action, String detail) {
    persist(row);
    flush();
    audit.record(row.brandId, row.changedBy, action, "brand:" + row.brandId, detail);
    long brandId = row.brandId;
    // A page in between would remember what was
    afterCommit.run(() -> byBrand.forget(brandId));
    return row.view();
  }
}

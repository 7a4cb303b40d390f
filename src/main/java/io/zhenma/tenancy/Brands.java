package io.zhenma.tenancy;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import io.zhenma.crypto.CodeSuite;
import io.zhenma.problem.FieldRule;
import io.zhenma.problem.Page;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The platform's brands. A brand is never changed or removed yet, so that it may be remembered for
 * good.
 */
@ApplicationScoped
public class Brands implements PanacheRepository<Brand> {
  private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
  private static final int LONGEST_NAME = 120;
  private static final String HOME_ZONE = "Asia/Shanghai";

  private final BrandKeys keys;
  private final KeyVersions versions;
  private final ConcurrentHashMap<Long, BrandView> known = new ConcurrentHashMap<>();

  Brands(BrandKeys keys, KeyVersions versions) {
    this.keys = keys;
    this.versions = versions;
  }

  /** Makes a brand with its first keys, of the suite that suits most. */
  @Transactional
  public BrandView create(String slug, String name) {
    return create(slug, name, CodeSuite.AES_ED25519);
  }

  /** Makes a brand with its first keys of that suite. */
  @Transactional
  public BrandView create(String slug, String name, CodeSuite suite) {
    if (!SLUG.matcher(slug).matches()) {
      throw ProblemException.field("slug", "slug");
    }
    if (count("slug", slug) > 0) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "slug", "slug-taken");
    }
    Brand brand = new Brand();
    brand.slug = slug;
    brand.name = FieldRule.plainText("name", name, LONGEST_NAME);
    brand.timeZone = HOME_ZONE;
    brand.createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    persist(brand);
    flush();
    keys.createForBrand(brand.id);
    versions.createFirst(brand.id, suite);
    return brand.view();
  }

  @Transactional
  public List<BrandView> all() {
    return listAll(Sort.by("id")).stream().map(Brand::view).toList();
  }

  @Transactional
  Page<BrandView> page(Page.Request wanted) {
    List<BrandView> found =
        findAll(Sort.by("id")).page(wanted.page(), wanted.size()).stream()
            .map(Brand::view)
            .toList();
    return wanted.of(found, count());
  }

  @Transactional
  public Optional<BrandView> bySlug(String slug) {
    return find("slug", slug).firstResultOptional().map(Brand::view);
  }

  /**
   * The brand of an id that came from our own rows.
   *
   * @throws ProblemException not-found when there is none
   */
  public BrandView get(long id) {
    return known.computeIfAbsent(
        id,
        unknown ->
            QuarkusTransaction.joiningExisting()
                .call(
                    () ->
                        findByIdOptional(unknown)
                            .map(Brand::view)
                            .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND))));
  }
}

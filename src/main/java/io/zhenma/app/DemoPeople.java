package io.zhenma.app;

import io.zhenma.tenancy.BrandView;
import io.zhenma.tenancy.Brands;
import io.zhenma.tenancy.CompanyPrefixes;
import io.zhenma.tenancy.NewUser;
import io.zhenma.tenancy.Role;
import io.zhenma.tenancy.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The demo brand and who signs in to it, made in one transaction. */
@ApplicationScoped
class DemoPeople {
  static final String SLUG = "camellia";
  static final String OPERATOR = "operator@demo.zhenma.test";
  static final String MARKETER = "marketer@demo.zhenma.test";
  static final String ADMINISTRATOR = "admin@zhenma.test";

  /** Known to everybody, which is why an evaluation listens on the loopback address only. */
  static final String PASSWORD = "zhenma-demo-2026";

  /** Of the GTIN that the README tries. */
  private static final String PREFIX = "6901234";

  private static final long NOBODY = 0;
  private static final String NAME = "山茶花日化 Camellia";

  private final Brands brands;
  private final Users users;
  private final CompanyPrefixes prefixes;

  DemoPeople(Brands brands, Users users, CompanyPrefixes prefixes) {
    this.prefixes = prefixes;
    this.brands = brands;
    this.users = users;
  }

  /** The demo brand, made if the platform is still empty; empty where others are at home. */
  @Transactional
  Optional<BrandView> brand() {
    Optional<BrandView> known = brands.bySlug(SLUG);
    if (known.isEmpty() && brands.all().isEmpty() && users.isEmpty()) {
      BrandView brand = brands.create(SLUG, NAME);
      prefixes.change(brand.id(), NOBODY, List.of(PREFIX));
      user(OPERATOR, "李操作 Operator", Role.BRAND_OPERATOR, Optional.of(brand));
      user(MARKETER, "王市场 Marketer", Role.MARKETER, Optional.of(brand));
      user(ADMINISTRATOR, "平台管理员 Administrator", Role.PLATFORM_ADMIN, Optional.empty());
      return Optional.of(brand);
    }
    return known;
  }

  private void user(String email, String name, Role role, Optional<BrandView> brand) {
    Long brandId = brand.map(BrandView::id).orElse(null);
    users.create(new NewUser(email, name, role, brandId, PASSWORD));
  }
}

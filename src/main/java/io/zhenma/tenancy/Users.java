package io.zhenma.tenancy;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import io.zhenma.problem.FieldRule;
import io.zhenma.problem.Page;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The people who sign in. */
@ApplicationScoped
public class Users implements PanacheRepository<AppUser> {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_EMAIL = 190;

  private final Brands brands;
  private final Passwords passwords;
  private final SignInAttempts attempts;

  Users(Brands brands, Passwords passwords, SignInAttempts attempts) {
    this.attempts = attempts;
    this.brands = brands;
    this.passwords = passwords;
  }

  /**
   * Makes a user.
   *
   * @throws ProblemException when the e-mail is taken or role and brand do not fit
   */
  @Transactional
  public long create(NewUser wanted) {
    return create(wanted, false);
  }

  /** The same with a password that others know, so that its owner must change it first. */
  @Transactional
  public long createToChange(NewUser wanted) {
    return create(wanted, true);
  }

  private long create(NewUser wanted, boolean mustChange) {
    requireFittingBrand(wanted);
    if (byEmail(wanted.email()).isPresent()) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "email", "email-taken");
    }
    AppUser user = new AppUser();
    user.email = FieldRule.plainText("email", normalised(wanted.email()), LONGEST_EMAIL);
    user.name = FieldRule.plainText("name", wanted.name(), LONGEST_NAME);
    user.role = wanted.role();
    user.brandId = wanted.brandId();
    passwords.requireStrong("password", wanted.password(), personal(user));
    user.mustChange = mustChange;
    user.passwordHash = passwords.hash(wanted.password());
    user.active = true;
    user.createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    persist(user);
    flush();
    return user.id;
  }

  /** What a user is called; empty for the platform's own doings. */
  @Transactional
  public String name(long id) {
    return findByIdOptional(id).map(user -> user.name).orElse("");
  }

  /** How many active operators a brand has besides this one. */
  @Transactional
  long otherOperators(long brandId, long userId) {
    return count(
        "brandId = ?1 and role = ?2 and active and id <> ?3", brandId, Role.BRAND_OPERATOR, userId);
  }

  /** Whether they may still sign in. */
  @Transactional
  boolean isActive(long id) {
    return findByIdOptional(id).map(user -> user.active).orElse(false);
  }

  /** Whether nobody can sign in yet. */
  @Transactional
  public boolean isEmpty() {
    return count() == 0;
  }

  /**
   * By the text of the e-mail; one that was stored before texts were compared is found as it is.
   */
  @Transactional
  Optional<AppUser> byEmail(String email) {
    String wanted = normalised(email);
    return find("email", wanted)
        .firstResultOptional()
        .or(() -> find("email", email.strip().toLowerCase(Locale.ROOT)).firstResultOptional());
  }

  /** Lets a user in again whom wrong passwords keep waiting. */
  @Transactional
  UserView unlock(long id) {
    AppUser user = require(id);
    attempts.unlock(normalised(user.email));
    return user.view();
  }

  @Transactional
  Page<UserView> page(Page.Request wanted) {
    List<UserView> found =
        findAll(Sort.by("id")).page(wanted.page(), wanted.size()).stream()
            .map(AppUser::view)
            .toList();
    return wanted.of(found, count());
  }

  @Transactional
  UserView get(long id) {
    return require(id).view();
  }

  @Transactional
  UserView setActive(long id, boolean active) {
    AppUser user = locked(id);
    user.active = active;
    return user.view();
  }

  /** What others know of a user, and so try as a password. */
  @Transactional
  List<String> personal(AppUser user) {
    int at = user.email.indexOf('@');
    List<String> known =
        new ArrayList<>(
            List.of(user.email, at < 0 ? user.email : user.email.substring(0, at), user.name));
    if (user.brandId != null) {
      BrandView brand = brands.get(user.brandId);
      known.addAll(List.of(brand.name(), brand.slug()));
    }
    return known;
  }

  /** A password that its owner chose, for a user who is {@link #locked}. */
  void setPassword(AppUser user, String hash) {
    user.passwordHash = hash;
    user.passwordVersion++;
    user.mustChange = false;
  }

  /**
   * Whether a code is asked from now on, of a user who is {@link #locked}; browsers in which they
   * signed in before are unknown.
   */
  void setSecondFactor(AppUser user, boolean on) {
    user.secondFactor = on;
    user.passwordVersion++;
  }

  /** The same password in another hash, unless it was changed meanwhile. */
  @Transactional
  void rehash(long id, String former, String hash) {
    update("passwordHash = ?1 where id = ?2 and passwordHash = ?3", hash, id, former);
  }

  @Transactional
  AppUser require(long id) {
    return findByIdOptional(id).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  /**
   * As they are now, and until the transaction ends nobody else changes them. To be called before
   * anything else of theirs is locked, so that two changes don't deadlock.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  AppUser locked(long id) {
    EntityManager entities = getEntityManager();
    entities.flush();
    // What this transaction read before may be out of date.
    entities.detach(entities.getReference(AppUser.class, id));
    List<?> rows =
        entities
            .createNativeQuery("SELECT * FROM app_user WHERE id = ?1 FOR UPDATE", AppUser.class)
            .setParameter(1, id)
            .getResultList();
    return rows.stream()
        .map(AppUser.class::cast)
        .findFirst()
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  private void requireFittingBrand(NewUser wanted) {
    Long brandId = wanted.brandId();
    if (wanted.role().belongsToBrand()) {
      if (brandId == null) {
        throw ProblemException.field("brandId", "brand-needed");
      }
      if (brands.findByIdOptional(brandId).isEmpty()) {
        throw ProblemException.field("brandId", "brand-unknown");
      }
    } else if (brandId != null) {
      throw ProblemException.field("brandId", "brand-not-allowed");
    }
  }

  /** The same for all ways of writing the same text (NFKC), in small letters. */
  static String normalised(String email) {
    return Normalizer.normalize(email.strip(), Normalizer.Form.NFKC)
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}

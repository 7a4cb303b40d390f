package io.zhenma.tenancy;

import io.quarkus.scheduler.Scheduled;
import io.zhenma.crypto.OneTimeCodes;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The secrets that people's apps make one-time codes of, sealed in the database. See ADR 32. */
@ApplicationScoped
class SecondFactors {
  /** Who started must confirm within this time. */
  private static final Duration TO_CONFIRM = Duration.ofMinutes(30);

  private final EntityManager entities;
  private final BrandKeys keys;

  SecondFactors(EntityManager entities, BrandKeys keys) {
    this.entities = entities;
    this.keys = keys;
  }

  /**
   * A fresh secret, which counts for nothing before {@link #confirm}; in the place of one that was
   * not confirmed.
   *
   * @throws ProblemException conflict when the user has a second factor
   */
  @Transactional
  OneTimeCodes start(long userId) {
    OneTimeCodes fresh = OneTimeCodes.random();
    // As SQL: of two starts at once the later one's secret stays, and a confirmed one is never
    // lost.
    entities
        .createNativeQuery(
            "INSERT INTO second_factor (user_id, secret, confirmed, started_at, last_step)"
                + " VALUES (?1, ?2, FALSE, ?3, 0) ON DUPLICATE KEY UPDATE"
                + " secret = IF(confirmed, secret, VALUES(secret)),"
                + " started_at = IF(confirmed, started_at, VALUES(started_at))")
        .setParameter(1, userId)
        .setParameter(2, fresh.sealed(keys.secondFactorCipher(), context(userId)))
        .setParameter(3, Instant.now().truncatedTo(ChronoUnit.MILLIS))
        .executeUpdate();
    if (isOn(userId)) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "secondFactor", "second-factor-on");
    }
    return fresh;
  }

  /**
   * Before tries are counted: where nothing was started, nothing can be guessed.
   *
   * @throws ProblemException conflict when nothing was started, or too long ago
   */
  @Transactional
  void requireStarted(long userId) {
    SecondFactor row = entities.find(SecondFactor.class, userId);
    if (row == null || !isStarted(row)) {
      throw notStarted();
    }
  }

  /** Whether this code is one of the secret that was started, which counts from now on. */
  @Transactional
  boolean confirm(long userId, String code) {
    SecondFactor row =
        locked(userId).filter(SecondFactors::isStarted).orElseThrow(SecondFactors::notStarted);
    OptionalLong step = codes(row).step(code, Instant.now());
    if (step.isEmpty()) {
      return false;
    }
    row.confirmed = true;
    row.lastStep = step.getAsLong();
    return true;
  }

  /**
   * Uses up a code of the app: it and those before it are worth nothing from then on, also when it
   * is sent twice at the same time.
   */
  @Transactional
  boolean use(long userId, String code) {
    Optional<SecondFactor> row = locked(userId).filter(found -> found.confirmed);
    OptionalLong step =
        row.map(found -> codes(found).step(code, Instant.now())).orElse(OptionalLong.empty());
    if (step.isEmpty() || step.getAsLong() <= row.orElseThrow().lastStep) {
      return false;
    }
    row.orElseThrow().lastStep = step.getAsLong();
    return true;
  }

  @Transactional
  boolean isOn(long userId) {
    SecondFactor row = entities.find(SecondFactor.class, userId);
    return row != null && row.confirmed;
  }

  @Transactional
  Optional<Instant> since(long userId) {
    return Optional.ofNullable(entities.find(SecondFactor.class, userId))
        .filter(row -> row.confirmed)
        .map(row -> row.startedAt);
  }

  @Transactional
  void remove(long userId) {
    entities
        .createQuery("delete from SecondFactor where userId = :user")
        .setParameter("user", userId)
        .executeUpdate();
  }

  @Scheduled(every = "1h", delayed = "25m", identity = "unconfirmed-second-factors")
  @Transactional
  void sweep() {
    entities
        .createQuery("delete from SecondFactor where confirmed = false and startedAt < :oldest")
        .setParameter("oldest", oldest())
        .executeUpdate();
  }

  private Optional<SecondFactor> locked(long userId) {
    List<?> rows =
        entities
            .createNativeQuery(
                "SELECT * FROM second_factor WHERE user_id = ?1 FOR UPDATE", SecondFactor.class)
            .setParameter(1, userId)
            .getResultList();
    return rows.stream().map(SecondFactor.class::cast).findFirst();
  }

  private static boolean isStarted(SecondFactor row) {
    return !row.confirmed && row.startedAt.isAfter(oldest());
  }

  private static ProblemException notStarted() {
    return ProblemException.conflict(ProblemType.CONFLICT, "code", "second-factor-not-started");
  }

  private OneTimeCodes codes(SecondFactor row) {
    return OneTimeCodes.open(row.secret, keys.secondFactorCipher(), context(row.userId));
  }

  private static String context(long userId) {
    return "second_factor:" + userId;
  }

  private static Instant oldest() {
    return Instant.now().minus(TO_CONFIRM);
  }
}

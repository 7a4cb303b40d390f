package io.zhenma.tenancy;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.UnauthorizedException;
import io.zhenma.crypto.SessionToken;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in. Sessions live in the database, so that every replica knows them and signing out
 * ends them.
 */
@ApplicationScoped
class Sessions {
  private static final int MOST_SHOWN = 200;

  /** How long somebody who gave their password may look for their code. */
  private static final Duration HALF = Duration.ofMinutes(5);

  private static final int MOST_HALVES = 10;
  private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

  private final EntityManager entities;
  private final Users users;
  private final SessionConfig config;
  private final Holds holds;

  Sessions(EntityManager entities, Users users, SessionConfig config, Holds holds) {
    this.holds = holds;
    this.entities = entities;
    this.users = users;
    this.config = config;
  }

  /**
   * Opens a session; its token is new, whatever the browser brought.
   *
   * @param proved whether the code of a second factor was given, too
   */
  @Transactional
  Opened open(AppUser user, KnownBrowser browser, Origin origin, boolean proved) {
    Access access = access(users.require(user.id), proved);
    Instant now = now();
    SessionToken token = SessionToken.random();
    UserSession session = new UserSession();
    session.tokenHash = token.hash();
    session.userId = user.id;
    session.device = origin.device();
    session.network = origin.network();
    session.proved = proved;
    session.createdAt = now;
    session.lastUsedAt = now;
    session.expiresAt = now.plus(access.hold() == Hold.CODE ? HALF : config.lifetime());
    entities.persist(session);
    if (access.hold() == Hold.CODE) {
      closeOldHalves(user.id);
    }
    return new Opened(token, access, session.expiresAt, browser);
  }

  /**
   * Whether a code was given for this session.
   *
   * @throws UnauthorizedException when it ended meanwhile
   */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean requireProof(SessionToken mine) {
    List<?> rows =
        entities
            .createNativeQuery(
                "SELECT * FROM user_session WHERE token_hash = ?1 FOR UPDATE", UserSession.class)
            .setParameter(1, mine.hash())
            .getResultList();
    return rows.stream()
        .map(UserSession.class::cast)
        .findFirst()
        .orElseThrow(UnauthorizedException::new)
        .proved;
  }

  /** Leaves the newest few sessions that want a code, however often somebody gives a password. */
  private void closeOldHalves(long userId) {
    List<byte[]> old =
        entities
            .createQuery(
                "select tokenHash from UserSession where userId = :user and proved = false"
                    + " order by createdAt desc",
                byte[].class)
            .setParameter("user", userId)
            .setFirstResult(MOST_HALVES)
            .getResultList();
    if (!old.isEmpty()) {
      entities
          .createQuery("delete from UserSession where tokenHash in :old")
          .setParameter("old", old)
          .executeUpdate();
    }
  }

  /**
   * The access of whoever holds the token, or empty when it is unknown, idle for too long or
   * expired.
   */
  @Transactional
  Optional<Access> find(SessionToken token) {
    Instant now = now();
    UserSession session = entities.find(UserSession.class, token.hash());
    if (session == null
        || session.expiresAt.isBefore(now)
        || session.lastUsedAt.plus(config.idle()).isBefore(now)) {
      return Optional.empty();
    }
    AppUser user = users.findById(session.userId);
    if (user == null || !user.active) {
      return Optional.empty();
    }
    Access access = access(user, session.proved);
    if (access.hold() == Hold.CODE && session.createdAt.plus(HALF).isBefore(now)) {
      return Optional.empty();
    }
    if (session.lastUsedAt.plus(TOUCH_EVERY).isBefore(now)) {
      session.lastUsedAt = now;
    }
    return Optional.of(access);
  }

  /** When the session of this token ends at the latest. */
  @Transactional
  @Nullable Instant expiry(SessionToken token) {
    UserSession session = entities.find(UserSession.class, token.hash());
    return session == null ? null : session.expiresAt;
  }

  @Transactional
  int close(SessionToken token) {
    return entities
        .createQuery("delete from UserSession where tokenHash = :hash")
        .setParameter("hash", token.hash())
        .executeUpdate();
  }

  /**
   * A user's sessions that are not over, the one used last first; without those that still want a
   * code.
   */
  @Transactional
  List<AccountResource.OwnSession> of(long userId, SessionToken mine) {
    Instant now = now();
    boolean all = !users.require(userId).secondFactor;
    return entities
        .createQuery(
            "from UserSession where userId = :user and expiresAt > :now and lastUsedAt > :idle"
                + " and (proved = true or :all = true) order by lastUsedAt desc",
            UserSession.class)
        .setParameter("user", userId)
        .setParameter("now", now)
        .setParameter("idle", now.minus(config.idle()))
        .setParameter("all", all)
        .setMaxResults(MOST_SHOWN)
        .getResultStream()
        .map(session -> view(session, mine))
        .toList();
  }

  private static AccountResource.OwnSession view(UserSession session, SessionToken mine) {
    return new AccountResource.OwnSession(
        id(session.tokenHash),
        session.device,
        session.network,
        session.createdAt,
        session.lastUsedAt,
        Arrays.equals(session.tokenHash, mine.hash()));
  }

  /** Half of the hash: it tells a user's sessions apart and opens none. */
  private static String id(byte[] tokenHash) {
    return HexFormat.of().formatHex(tokenHash, 0, tokenHash.length / 2);
  }

  /**
   * Ends one of a user's sessions.
   *
   * @throws ProblemException not-found when the user has none of that id
   */
  @Transactional
  void close(long userId, String id) {
    UserSession wanted =
        entities
            .createQuery("from UserSession where userId = :user", UserSession.class)
            .setParameter("user", userId)
            .getResultStream()
            .filter(session -> id(session.tokenHash).equals(id))
            .findFirst()
            .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    entities.remove(wanted);
  }

  /** Ends all of a user's sessions but this one. */
  @Transactional
  void closeOthers(long userId, SessionToken mine) {
    entities
        .createQuery("delete from UserSession where userId = :user and tokenHash <> :mine")
        .setParameter("user", userId)
        .setParameter("mine", mine.hash())
        .executeUpdate();
  }

  /** Ends all of a user's sessions. */
  @Transactional
  void closeAll(long userId) {
    entities
        .createQuery("delete from UserSession where userId = :user")
        .setParameter("user", userId)
        .executeUpdate();
  }

  @Scheduled(every = "1h", delayed = "10m", identity = "expired-sessions")
  @Transactional
  void sweep() {
    entities
        .createQuery("delete from UserSession where expiresAt < :now")
        .setParameter("now", now())
        .executeUpdate();
  }

  private Access access(AppUser user, boolean proved) {
    return new Access(
        user.id, user.email, user.name, user.role, user.brandId, holds.of(user, proved));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /** A fresh session, in a browser that is known from now on. */
  record Opened(SessionToken token, Access access, Instant expiresAt, KnownBrowser browser) {}
}

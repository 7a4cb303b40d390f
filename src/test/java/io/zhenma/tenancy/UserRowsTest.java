package io.zhenma.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.crypto.AppCodes;
import io.zhenma.crypto.OneTimeCodes;
import io.zhenma.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens to a user, or to their sessions, while somebody is about to change the same. */
@QuarkusTest
@Tag("database")
class UserRowsTest {
  private static final String PASSWORD = "correct horse, brown";
  private static final Origin HERE = new Origin("127.0.0.1", false, "", List.of());

  @Inject Users users;
  @Inject Sessions sessions;
  @Inject Accounts accounts;
  @Inject OwnPassword ownPassword;
  @Inject OwnSecondFactor own;
  @Inject SecondStep secondStep;
  @Inject RecoveryCodes recoveries;
  @Inject Refusals refusals;
  @Inject EntityManager entities;

  @Test
  void aSecondFactorStaysOnWhateverIsStoredOfAnEarlierReading() {
    AppUser user = user();
    Sessions.Opened mine = open(user);

    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              users.require(user.id);
              QuarkusTransaction.requiringNew().run(() -> switchOn(user, mine));
              users.setActive(user.id, false);
            });

    assertThat(now(user).secondFactor).isTrue();
    assertThat(now(user).active).isFalse();
    assertThat(now(user).passwordVersion).isEqualTo(2);
  }

  @Test
  void aSessionThatEndedChangesNoPassword() {
    AppUser user = user();
    Sessions.Opened taken = open(user);
    switchOn(user, open(user));

    assertThatThrownBy(() -> accounts.store(user.id, taken.token(), "hash", HERE))
        .isInstanceOf(UnauthorizedException.class);

    assertThat(now(user).passwordHash).isNotEqualTo("hash");
  }

  @Test
  void anotherPasswordProvesNoCode() {
    AppUser user = user();

    Sessions.Opened opened =
        accounts.change(user.id, open(user).token(), PASSWORD, "another horse, grey", HERE);

    assertThat(isProved(opened)).isFalse();
    OwnSecondFactor.Confirmed on = switchOn(user, opened, "another horse, grey");
    assertThat(
            isProved(
                accounts.change(
                    user.id, on.opened().token(), "another horse, grey", PASSWORD, HERE)))
        .isTrue();
  }

  @Test
  void aHalfSessionThatIsOverUsesUpNoCode() {
    AppUser user = user();
    List<String> codes = switchOn(user, open(user)).recoveryCodes();
    Sessions.Opened half = open(user);
    secondStep.with(half.access(), half.token(), codes.get(0), HERE);

    assertThatThrownBy(() -> secondStep.with(half.access(), half.token(), codes.get(1), HERE))
        .isInstanceOf(UnauthorizedException.class);

    assertThat(recoveries.left(user.id)).isEqualTo(9);
  }

  @Test
  void unlockingForgetsWrongPasswordsOfAnEmailInCapitalsToo() {
    AppUser user = user();
    user.email = user.email.toUpperCase(java.util.Locale.ROOT);
    refusals.write();
    long failed = refused("own-password-failed");
    long refused = refused("own-password-refused");
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> ownPassword.require(user, "current", "not the one"))
          .hasMessage("validation");
    }
    assertThatThrownBy(() -> ownPassword.require(user, "current", PASSWORD))
        .isInstanceOf(ProblemException.class)
        .hasMessage("locked-out");

    users.unlock(user.id);
    ownPassword.require(user, "current", PASSWORD);

    refusals.write();
    assertRefused("own-password-failed", failed + 5);
    assertRefused("own-password-refused", refused + 1);
  }

  /** The job that writes refusals may have taken them just now, and be about to commit. */
  private void assertRefused(String action, long times) {
    Instant longest = Instant.now().plusSeconds(30);
    while (refused(action) < times && Instant.now().isBefore(longest)) {
      Thread.onSpinWait();
    }
    assertThat(refused(action)).as(action).isGreaterThanOrEqualTo(times);
  }

  private AppUser user() {
    String email = UUID.randomUUID() + "@example.com";
    long id = users.create(new NewUser(email, "Somebody", Role.PLATFORM_ADMIN, null, PASSWORD));
    return users.require(id);
  }

  private Sessions.Opened open(AppUser user) {
    return sessions.open(user, KnownBrowser.of(user), HERE, false);
  }

  private OwnSecondFactor.Confirmed switchOn(AppUser user, Sessions.Opened session) {
    return switchOn(user, session, PASSWORD);
  }

  private OwnSecondFactor.Confirmed switchOn(
      AppUser user, Sessions.Opened session, String password) {
    OneTimeCodes codes = own.start(user.id, password);
    return own.confirm(user.id, session.token(), AppCodes.at(codes.text(), Instant.now()), HERE);
  }

  private AppUser now(AppUser user) {
    return QuarkusTransaction.requiringNew().call(() -> users.require(user.id));
  }

  private boolean isProved(Sessions.Opened opened) {
    return QuarkusTransaction.requiringNew().call(() -> sessions.requireProof(opened.token()));
  }

  /** How often, of anybody: once an hour has many, they are counted together. */
  private long refused(String action) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entities
                    .createQuery(
                        "select coalesce(sum(times), 0) from AuditEntry where action = :action",
                        Long.class)
                    .setParameter("action", action)
                    .getSingleResult());
  }
}

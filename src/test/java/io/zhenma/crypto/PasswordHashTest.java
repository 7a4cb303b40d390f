package io.zhenma.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordHashTest {
  private static final PasswordCost CHEAP = new PasswordCost(64, 1);

  @Test
  void aPasswordIsKnownByItsHashAlone() {
    PasswordHash hash = PasswordHash.of("correct horse battery", CHEAP);

    assertThat(new PasswordHash(hash.phc()).matches("correct horse battery")).isTrue();
    assertThat(hash.matches("correct horse batterz")).isFalse();
    assertThat(PasswordHash.of("correct horse battery", CHEAP)).isNotEqualTo(hash);
    assertThat(PasswordHash.ofNobody(CHEAP).matches("")).isFalse();
  }

  @Test
  void theStandardCostIsNineteenMebibytesTwice() {
    PasswordHash hash = PasswordHash.of("correct horse battery", PasswordCost.STANDARD);

    assertThat(hash.phc()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(hash.matches("correct horse battery")).isTrue();
  }

  @Test
  void aHashOfAnotherCostStillMatches() {
    PasswordHash old = PasswordHash.of("correct horse battery", new PasswordCost(128, 3));

    assertThat(old.phc()).contains("m=128,t=3,");
    assertThat(old.matches("correct horse battery")).isTrue();
  }

  @Test
  void lessMemoryWantsMorePasses() {
    assertThat(PasswordCost.STANDARD.isEnough()).isTrue();
    assertThat(new PasswordCost(7_168, 5).isEnough()).isTrue();
    assertThat(new PasswordCost(7_168, 4).isEnough()).isFalse();
    assertThat(new PasswordCost(7_167, 100).isEnough()).isFalse();
    assertThatThrownBy(() -> new PasswordCost(7, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PasswordCost(1 << 30, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

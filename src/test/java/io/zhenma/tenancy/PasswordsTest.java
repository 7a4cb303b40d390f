package io.zhenma.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.LaunchMode;
import io.zhenma.crypto.PasswordCost;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private static final PasswordCost CHEAP = new PasswordCost(64, 1);

  @Test
  void onlyTestsHashCheaply() {
    assertThat(Passwords.enough(CHEAP, LaunchMode.TEST)).isEqualTo(CHEAP);
    assertThat(Passwords.enough(PasswordCost.STANDARD, LaunchMode.NORMAL))
        .isEqualTo(PasswordCost.STANDARD);
    assertThatThrownBy(() -> Passwords.enough(CHEAP, LaunchMode.NORMAL))
        .hasMessageContaining("zhenma.password.memory-kib");
    assertThatThrownBy(() -> Passwords.enough(CHEAP, LaunchMode.DEVELOPMENT))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

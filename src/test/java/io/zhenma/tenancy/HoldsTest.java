package io.zhenma.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** What a session of an administrator wants first. */
class HoldsTest {
  @Test
  void administratorsNeedASecondFactorWhereTheConfigurationSaysSo() {
    assertThat(holds(true).of(administrator(false, false), false)).isEqualTo(Hold.ENROLMENT);
    assertThat(holds(false).of(administrator(false, false), false)).isEqualTo(Hold.NONE);
    assertThat(holds(true).of(administrator(true, false), true)).isEqualTo(Hold.NONE);
  }

  @Test
  void theCodeIsAskedBeforeAnotherPasswordAndThatBeforeASecondFactor() {
    assertThat(holds(true).of(administrator(true, true), false)).isEqualTo(Hold.CODE);
    assertThat(holds(true).of(administrator(true, true), true)).isEqualTo(Hold.PASSWORD);
    assertThat(holds(true).of(administrator(false, true), false)).isEqualTo(Hold.PASSWORD);
  }

  private static AppUser administrator(boolean secondFactor, boolean mustChange) {
    AppUser user = new AppUser();
    user.role = Role.PLATFORM_ADMIN;
    user.secondFactor = secondFactor;
    user.mustChange = mustChange;
    return user;
  }

  /** An administrator belongs to no brand, so that no row is read. */
  private static Holds holds(boolean demanded) {
    EntityManager unused =
        (EntityManager)
            Proxy.newProxyInstance(
                HoldsTest.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                  throw new IllegalStateException(method.getName());
                });
    return new Holds(
        unused,
        new SecondFactorConfig() {
          @Override
          public boolean administrators() {
            return demanded;
          }

          @Override
          public String issuer() {
            return "Zhenma";
          }
        });
  }
}

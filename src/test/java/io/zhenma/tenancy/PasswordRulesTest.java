package io.zhenma.tenancy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenma.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  private static final List<String> PERSONAL =
      List.of("mei.lin@camellia.example", "mei.lin", "Lin Mei", "山茶花日化 Camellia", "camellia");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short enough",
        "correct horse battery",
        "zhenma-demo-2026",
        "我家的猫每天六点叫醒我",
        "camellia grows behind our mill",
        "Tr0ub4dor&3 again"
      })
  void whatIsHardToGuessIsTaken(String password) {
    String enough = password + (password.length() < 12 ? "，真的" : "");
    assertThatCode(() -> PasswordRules.require("password", enough, PERSONAL))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passwordpassword",
        "Passwordpassword",
        "            ",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "123456789012",
        "abcdefghijkl",
        "qwertyuiop12",
        "qwertyuiop[]",
        "asdfghjklzxcvbnm",
        "Password1234!",
        "!!!!password!!!!",
        "i.l.o.v.e.y.o.u",
        "camellia2026",
        "Camellia!2026",
        "mei.lin12345",
        "elevenchars",
        "mei.lin@camellia.example1"
      })
  void whatIsTriedFirstIsRefused(String password) {
    assertThatThrownBy(() -> PasswordRules.require("password", password, PERSONAL))
        .isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {128, 200})
  void longOnesAreTaken(int length) {
    String password = "correct horse battery staple ".repeat(8).substring(1, length) + "!";
    assertThatCode(() -> PasswordRules.require("password", password, PERSONAL))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () -> PasswordRules.require("password", password + "x".repeat(201), PERSONAL))
        .isInstanceOf(ProblemException.class);
  }
}

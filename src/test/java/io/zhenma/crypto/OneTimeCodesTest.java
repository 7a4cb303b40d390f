package io.zhenma.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneTimeCodesTest {
  private static final OneTimeCodes VECTOR =
      OneTimeCodes.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  /** A time at which step 37037036 begins, of the vectors' 1111111109. */
  private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);

  @Test
  void theCodesOfRfc4226AppendixDComeOut() {
    List<String> expected =
        List.of(
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583",
            "399871", "520489");

    assertThat(IntStream.range(0, 10).mapToObj(i -> VECTOR.code(i, 6))).isEqualTo(expected);
  }

  @Test
  void theCodesOfRfc6238AppendixBComeOut() {
    Map<Long, String> expected =
        Map.of(
            59L, "94287082",
            1_111_111_109L, "07081804",
            1_111_111_111L, "14050471",
            1_234_567_890L, "89005924",
            2_000_000_000L, "69279037",
            20_000_000_000L, "65353130");

    expected.forEach((time, code) -> assertThat(VECTOR.code(time / 30, 8)).isEqualTo(code));
  }

  @Test
  void aCodeIsGoodOneStepBeforeAndAfterItsOwnAndNoLonger() {
    long step = NOW.getEpochSecond() / 30;
    String code = VECTOR.code(step, 6);

    assertThat(VECTOR.step(code, NOW)).hasValue(step);
    assertThat(VECTOR.step(code, NOW.plusSeconds(30))).hasValue(step);
    assertThat(VECTOR.step(code, NOW.minusSeconds(30))).hasValue(step);
    assertThat(VECTOR.step(code, NOW.plusSeconds(60))).isEmpty();
    assertThat(VECTOR.step(code, NOW.minusSeconds(60))).isEmpty();
  }

  @Test
  void whatIsNoCodeIsOfNoStep() {
    for (String other : List.of("", "081804 ", "0818041", "81804", "x".repeat(99), "07081804")) {
      assertThat(VECTOR.step(other, NOW)).as(other).isEmpty();
    }
  }

  @Test
  void appsReadTheSecretAndTheAccount() {
    assertThat(VECTOR.text()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(VECTOR.uri("Zhenma", "zhang wei+1@例.test"))
        .isEqualTo(
            "otpauth://totp/Zhenma:zhang%20wei%2B1%40%E4%BE%8B.test"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Zhenma"
                + "&algorithm=SHA1&digits=6&period=30");
    assertThat(AppCodes.at(VECTOR.text(), NOW)).isEqualTo("081804");
  }

  @Test
  void aSecretOpensForItsOwnerAlone() {
    DataCipher cipher = new DataCipher(SecretKey256.random());
    OneTimeCodes secret = OneTimeCodes.random();
    byte[] sealed = secret.sealed(cipher, "second_factor:1");

    assertThat(OneTimeCodes.open(sealed, cipher, "second_factor:1").text())
        .isEqualTo(secret.text());
    assertThatThrownBy(() -> OneTimeCodes.open(sealed, cipher, "second_factor:2"))
        .isInstanceOf(KeyVaultException.class);
    assertThat(secret.toString()).doesNotContain(secret.text());
    assertThat(secret.text()).hasSize(32);
  }

  @Test
  void base32IsThatOfRfc4648() {
    Map<String, String> expected =
        Map.of("", "", "f", "MY", "fo", "MZXQ", "foo", "MZXW6", "foobar", "MZXW6YTBOI");

    expected.forEach(
        (plain, text) ->
            assertThat(Base32.of(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text));
  }

  @Test
  void aRecoveryCodeIsReadAsItMayBeMistyped() {
    RecoveryCode code = RecoveryCode.random();
    String typed = code.text().replace("-", "").replace('1', 'I').replace('0', 'O');

    assertThat(code.text()).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
    assertThat(RecoveryCode.read(typed).orElseThrow().hash(7)).isEqualTo(code.hash(7));
    assertThat(code.hash(8)).isNotEqualTo(code.hash(7));
    assertThat(RecoveryCode.read("U".repeat(16))).isEmpty();
    assertThat(RecoveryCode.read("081804")).isEmpty();
    assertThat(code.toString()).doesNotContain(code.text());
  }

  @Test
  void noTwoSecretsAreTheSame() {
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      texts.add(OneTimeCodes.random().text());
      texts.add(RecoveryCode.random().text());
    }
    assertThat(texts).hasSize(200);
  }
}

package io.zhenma.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.crypto.CodeSigner;
import io.zhenma.crypto.CodeSuite;
import io.zhenma.crypto.PublicKeySet;
import io.zhenma.gs1.DigitalLink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyOfflineCommandTest {
  private static final String BASE = "https://zm.example";
  private final CodeSigner signer =
      CodeSigner.of(CodeSuite.AES_ED25519, CodeSigner.newKey(CodeSuite.AES_ED25519));
  private final String signed = signed("1QFTHXYCT40A8SGPRTBB");
  private final StringWriter said = new StringWriter();

  @TempDir Path folder;

  @BeforeEach
  void writeKeys() throws IOException {
    Files.writeString(keys(), new PublicKeySet(Map.of(1, signer.verifier())).json());
  }

  @Test
  void signedCodesEndWithZeroAndTellTheirParts() {
    assertThat(run(signed, signed("1QFTHXYCT40A8SGPRTBC"))).isZero();
    assertThat(said.toString().lines())
        .first()
        .asString()
        .startsWith("signed\tHTTPS://ZM.EXAMPLE\tgtin=06901234567892\tserial=1QFTHXYCT40A8SGPRTBB");
  }

  @Test
  void oneRefusedCodeAmongManyEndsWithOneAndItsReason() {
    assertThat(run(signed, signed.replace("RTBB", "RTBC"), "\u001b[31mred")).isEqualTo(1);
    assertThat(said.toString())
        .contains("signed\t", "refused\tBAD_SIGNATURE\t", "refused\tMALFORMED\t?[31mred");
  }

  @Test
  void codesComeFromStandardInputTooWhateverIsInIt() {
    String endless = "x".repeat(3_000_000);
    InputStream before = System.in;
    System.setIn(
        new ByteArrayInputStream(
            (signed + "\r\n\n" + endless + "\n" + signed).getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(run()).isEqualTo(1);
    } finally {
      System.setIn(before);
    }
    List<String> lines = said.toString().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("signed");
    assertThat(lines.get(1)).startsWith("refused\tMALFORMED").hasSizeLessThan(300);
    assertThat(lines.get(2)).startsWith("signed");
  }

  @Test
  void keysThatCannotBeReadAreSaidPlainly() throws IOException {
    Files.writeString(keys(), "{\"keys\":[]}");
    assertThat(run(signed)).isEqualTo(1);
    assertThat(said.toString()).contains("holds no key");
    Files.writeString(keys(), "no JSON");
    assertThat(run(signed)).isEqualTo(1);
    Files.writeString(keys(), " ".repeat(100_000));
    assertThat(run(signed)).isEqualTo(1);
    Files.delete(keys());
    assertThat(run(signed)).isEqualTo(1);
    assertThat(said.toString()).contains("cannot be read").doesNotContain("\tat ");
  }

  @Test
  void withoutKeysItWasUsedWrongly() {
    PrintWriter out = new PrintWriter(said, true);
    assertThat(Zhenma.commandLine().setErr(out).execute("verify-offline", signed)).isEqualTo(2);
  }

  private int run(String... codes) {
    List<String> arguments =
        new ArrayList<>(List.of("verify-offline", "--keys", keys().toString()));
    arguments.addAll(List.of(codes));
    PrintWriter out = new PrintWriter(said, true);
    CommandLine line = Zhenma.commandLine().setOut(out).setErr(out);
    return line.execute(arguments.toArray(String[]::new));
  }

  private Path keys() {
    return folder.resolve("jwks.json");
  }

  private String signed(String serial) {
    DigitalLink link = DigitalLink.parse(BASE + "/01/06901234567892/21/" + serial);
    return link.signed(signer.sign(link.signedText(BASE))).at(BASE);
  }
}

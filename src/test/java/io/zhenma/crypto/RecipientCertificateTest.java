package io.zhenma.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenma.crypto.RecipientCertificateException.Flaw;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates as openssl makes them, the good and the bad. */
class RecipientCertificateTest {
  @TempDir Path folder;
  private OpenSsl openssl;

  @BeforeEach
  void prepare() {
    openssl = new OpenSsl(folder);
  }

  @ParameterizedTest
  @CsvSource({"rsa:2048,RSA 2048", "rsa:4096,RSA 4096", "P-256,EC P-256", "P-384,EC P-384"})
  void strongKeysAreTaken(String algorithm, String key) throws Exception {
    RecipientCertificate read = register(Files.readString(openssl.house("house", algorithm)));

    assertThat(read.key()).isEqualTo(key);
    assertThat(read.subject()).isEqualTo("CN=house");
    String fingerprint =
        openssl.run("x509", "-in", "house.pem", "-noout", "-fingerprint", "-sha256");
    assertThat(fingerprint.replace(":", "").strip())
        .endsWithIgnoringCase("Fingerprint=" + read.fingerprint());
    assertThat(RecipientCertificate.stored(read.der()).fingerprint()).isEqualTo(read.fingerprint());
  }

  @Test
  void derInBase64IsTakenToo() throws Exception {
    Path pem = openssl.house("house", "P-256");
    openssl.run("x509", "-in", "house.pem", "-outform", "DER", "-out", "house.der");
    String der =
        Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve("house.der")));

    assertThat(register(der).fingerprint())
        .isEqualTo(register(Files.readString(pem)).fingerprint());
  }

  @ParameterizedTest
  @CsvSource({
    "rsa:1024,WEAK_KEY",
    "secp224r1,WEAK_KEY",
    "secp521r1,UNKNOWN_KEY",
    "secp256k1,UNKNOWN_KEY",
    "brainpoolP256r1,UNKNOWN_KEY"
  })
  void weakAndUnknownKeysAreRefused(String algorithm, Flaw flaw) throws Exception {
    refused(flaw, Files.readString(openssl.house("house", algorithm)));
  }

  @Test
  void otherKindsOfKeysAreRefused() throws Exception {
    openssl.run(
        "req", "-x509", "-nodes", "-newkey", "ed25519", "-keyout", "e.key", "-out", "e.pem",
        "-subj", "/CN=e");

    refused(Flaw.UNKNOWN_KEY, Files.readString(folder.resolve("e.pem")));
  }

  @ParameterizedTest
  @CsvSource({
    "rsa:2048,keyUsage=digitalSignature,USAGE",
    "P-256,keyUsage=keyEncipherment,USAGE",
    "rsa:2048,keyUsage=keyCertSign,AUTHORITY",
    "P-256,keyUsage=cRLSign,AUTHORITY"
  })
  void aKeyThatIsMeantForOtherUsesIsRefused(String algorithm, String usage, Flaw flaw)
      throws Exception {
    String authority = flaw == Flaw.AUTHORITY ? "TRUE" : "FALSE";
    // The certificate of openssl's default configuration is an authority's unless told otherwise.
    Files.writeString(
        folder.resolve("plain.cnf"),
        "[req]\ndistinguished_name=dn\nx509_extensions=ext\n[dn]\n[ext]\nbasicConstraints=CA:"
            + authority
            + "\n"
            + usage
            + "\n");

    refused(flaw, Files.readString(openssl.house("house", algorithm, "-config", "plain.cnf")));
  }

  @Test
  void aCertificateOutsideItsTimeIsRefused() throws Exception {
    String pem = Files.readString(openssl.house("house", "P-256", "-days", "30"));

    refused(Flaw.EXPIRED, pem, Instant.now().plus(Duration.ofDays(31)));
    refused(Flaw.NOT_YET_VALID, pem, Instant.now().minus(Duration.ofDays(1)));
  }

  @Test
  void aPrivateKeyIsRecognised() throws Exception {
    String pem = Files.readString(openssl.house("house", "rsa:2048"));
    String key = Files.readString(folder.resolve("house.key"));
    openssl.run("pkcs8", "-topk8", "-nocrypt", "-in", "house.key", "-outform", "DER", "-out", "k");
    String der = Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve("k")));

    refused(Flaw.PRIVATE_KEY, key);
    refused(Flaw.PRIVATE_KEY, pem + key);
    refused(Flaw.PRIVATE_KEY, der);
  }

  @Test
  void severalCertificatesAreRefused() throws Exception {
    String pem = Files.readString(openssl.house("house", "P-256"));

    refused(Flaw.SEVERAL, pem + pem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "AAAA",
        "MIIB",
        "-----BEGIN CERTIFICATE-----",
        "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----",
        "-----BEGIN CERTIFICATE-----\nMIIBAAAA\n-----END CERTIFICATE-----",
        "-----BEGIN CERTIFICATE REQUEST-----\nMIIBAAAA\n-----END CERTIFICATE REQUEST-----"
      })
  void garbageIsRefused(String text) {
    refused(Flaw.NOT_A_CERTIFICATE, text);
  }

  @Test
  void aTextWithoutEndIsRefused() {
    refused(Flaw.NOT_A_CERTIFICATE, "A".repeat(1_000_000));
  }

  private static RecipientCertificate register(String text) throws RecipientCertificateException {
    return RecipientCertificate.register(text, Instant.now());
  }

  private static void refused(Flaw flaw, String text) {
    refused(flaw, text, Instant.now());
  }

  private static void refused(Flaw flaw, String text, Instant now) {
    assertThatThrownBy(() -> RecipientCertificate.register(text, now))
        .isInstanceOfSatisfying(
            RecipientCertificateException.class,
            refusal -> assertThat(refusal.flaw()).isEqualTo(flaw));
  }
}

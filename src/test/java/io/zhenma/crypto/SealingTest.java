package io.zhenma.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenma.crypto.UnsealException.Flaw;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sealed files, opened by ourselves and by openssl, and not opened when anything is wrong. */
class SealingTest {
  private static final Instant SINCE = Instant.parse("2026-01-02T03:04:05Z");
  private static final byte[] CONTENT = content();

  @TempDir Path folder;
  private OpenSsl openssl;
  private DeliverySigner signer;

  @BeforeEach
  void prepare() throws IOException {
    openssl = new OpenSsl(folder);
    signer = new DeliverySigner(SecretKey256.random(), "tea", SINCE);
    Files.writeString(folder.resolve("delivery.pem"), signer.pem());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa:2048", "rsa:3072", "P-256", "P-384"})
  void whatIsSealedCanBeOpened(String algorithm) throws Exception {
    Path sealed = seal(openssl.house("house", algorithm), CONTENT);

    Unsealer.Proven proven = unsealer("house").unseal(sealed, folder.resolve("temporary"));

    assertThat(proven.sha256()).isEqualTo(Sha256.of(CONTENT));
    assertThat(proven.bytes()).isEqualTo(CONTENT.length);
    proven.moveTo(folder.resolve("codes.csv"));
    assertThat(folder.resolve("codes.csv")).hasBinaryContent(CONTENT);
    assertThat(folder.resolve("temporary")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa:2048", "P-256", "P-384"})
  void opensslOpensAndVerifiesIt(String algorithm) throws Exception {
    seal(openssl.house("house", algorithm), CONTENT);

    openssl.run(
        "cms",
        "-decrypt",
        "-binary",
        "-inform",
        "DER",
        "-in",
        "sealed",
        "-recip",
        "house.pem",
        "-inkey",
        "house.key",
        "-out",
        "signed");
    openssl.run(
        "cms",
        "-verify",
        "-binary",
        "-inform",
        "DER",
        "-in",
        "signed",
        "-CAfile",
        "delivery.pem",
        "-out",
        "codes.csv");

    assertThat(folder.resolve("codes.csv")).hasBinaryContent(CONTENT);
  }

  @Test
  void opensslVerifiesASignedManifest() throws Exception {
    byte[] manifest = "{\"count\":3}".getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("manifest.p7m"), signer.sign(manifest, SINCE));

    openssl.run(
        "cms",
        "-verify",
        "-binary",
        "-inform",
        "DER",
        "-in",
        "manifest.p7m",
        "-CAfile",
        "delivery.pem",
        "-out",
        "manifest.json");

    assertThat(folder.resolve("manifest.json")).hasBinaryContent(manifest);
    assertThat(openssl.run("cms", "-cmsout", "-print", "-inform", "DER", "-in", "manifest.p7m"))
        .contains("UTCTIME:Jan  2 03:04:05 2026 GMT");
    assertThat(sender().open(signer.sign(manifest, SINCE))).isEqualTo(manifest);
  }

  @Test
  void everyReplicaHasTheSameCertificateAndSignatures() {
    SecretKey256 secret = SecretKey256.random();
    DeliverySigner here = new DeliverySigner(secret, "tea", SINCE);
    DeliverySigner there = new DeliverySigner(secret, "tea", SINCE.plusNanos(1));

    assertThat(there.pem()).isEqualTo(here.pem());
    assertThat(there.fingerprint()).isEqualTo(here.fingerprint()).matches("[0-9a-f]{64}");
    assertThat(there.sign(CONTENT, SINCE)).isEqualTo(here.sign(CONTENT, SINCE));
    assertThat(new DeliverySigner(SecretKey256.random(), "tea", SINCE).pem())
        .isNotEqualTo(here.pem());
  }

  @Test
  void somebodyElsesKeyOpensNothing() throws Exception {
    Path sealed = seal(openssl.house("house", "rsa:2048"), CONTENT);
    openssl.house("other", "rsa:2048");
    openssl.house("curve", "P-256");

    refused(Flaw.WRONG_KEY, unsealer("other"), sealed);
    refused(Flaw.WRONG_KEY, unsealer("curve"), sealed);
    RecipientKey borrowed = new RecipientKey(key("other").key(), key("house").certificate());
    refused(Flaw.WRONG_KEY, new Unsealer(borrowed, sender()), sealed);
  }

  @Test
  void somebodyElsesSignatureIsNotTaken() throws Exception {
    Path house = openssl.house("house", "P-256");
    DeliverySigner forger = new DeliverySigner(SecretKey256.random(), "tea", SINCE);
    Path sealed = folder.resolve("sealed");
    try (OutputStream out = Files.newOutputStream(sealed)) {
      new Sealer(recipient(house), forger).seal(out, plain -> plain.write(CONTENT));
    }

    refused(Flaw.WRONG_SIGNER, unsealer("house"), sealed);
    assertThatThrownBy(() -> sender().open(forger.sign(CONTENT, SINCE)))
        .isInstanceOfSatisfying(
            UnsealException.class, e -> assertThat(e.flaw()).isEqualTo(Flaw.WRONG_SIGNER));
  }

  @Test
  void aForgerWhoBorrowsTheSignersNameIsNotTaken() throws Exception {
    byte[] theirs = signer.sign(CONTENT, SINCE);
    theirs[theirs.length - 1] ^= 1;

    assertThatThrownBy(() -> sender().open(theirs)).isInstanceOf(UnsealException.class);
  }

  @Test
  void aChangedOctetAnywhereIsFound() throws Exception {
    byte[] sealed = Files.readAllBytes(seal(openssl.house("house", "P-256"), small()));
    Unsealer unsealer = unsealer("house");
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] changed = sealed.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      Path file = Files.write(folder.resolve("changed"), changed);
      try {
        Unsealer.Proven proven = unsealer.unseal(file, folder.resolve("temporary"));
        // Some octets of the wrapping carry nothing; then the content must be the same.
        assertThat(proven.sha256()).isEqualTo(Sha256.of(small()));
        Files.delete(proven.temporary());
      } catch (UnsealException refused) {
        assertThat(folder.resolve("temporary")).doesNotExist();
      }
    }
  }

  @Test
  void aFileCutShortIsDamaged() throws Exception {
    byte[] sealed = Files.readAllBytes(seal(openssl.house("house", "rsa:2048"), CONTENT));
    for (int length :
        new int[] {sealed.length - 1, sealed.length - 600, sealed.length / 2, 2_000}) {
      Files.write(folder.resolve("sealed"), java.util.Arrays.copyOf(sealed, length));
      refused(Flaw.DAMAGED, unsealer("house"), folder.resolve("sealed"));
    }
  }

  @Test
  void aFileThatIsNotSealedIsToldApart() throws Exception {
    openssl.house("house", "rsa:2048");
    for (byte[] nothing : new byte[][] {{}, CONTENT, signer.sign(CONTENT, SINCE)}) {
      Files.write(folder.resolve("sealed"), nothing);
      refused(Flaw.NOT_SEALED, unsealer("house"), folder.resolve("sealed"));
    }
  }

  @Test
  void aContentThatEndsWithAnExceptionCanBeOpenedByNobody() throws Exception {
    Path house = openssl.house("house", "P-256");
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThatThrownBy(
            () ->
                new Sealer(recipient(house), signer)
                    .seal(
                        out,
                        plain -> {
                          plain.write(CONTENT);
                          throw new IOException("no space left");
                        }))
        .hasMessage("no space left");

    Files.write(folder.resolve("sealed"), out.toByteArray());
    refused(Flaw.DAMAGED, unsealer("house"), folder.resolve("sealed"));
  }

  @Test
  void anExistingFileIsNotReplaced() throws Exception {
    Path sealed = seal(openssl.house("house", "P-256"), CONTENT);
    Path target = Files.writeString(folder.resolve("codes.csv"), "mine");
    Unsealer.Proven proven = unsealer("house").unseal(sealed, folder.resolve("temporary"));

    assertThatThrownBy(() -> proven.moveTo(target)).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(target).hasContent("mine");
  }

  @Test
  void aKeyFileThatCannotBeOpenedIsNamed() throws Exception {
    openssl.house("house", "P-256");
    byte[] file = Files.readAllBytes(folder.resolve("house.p12"));
    byte[] pem = Files.readAllBytes(folder.resolve("house.pem"));

    for (Executable refused :
        List.<Executable>of(
            () -> RecipientKey.of(file, "another".toCharArray()),
            () -> RecipientKey.of(pem, "secret".toCharArray()))) {
      assertThatThrownBy(refused::execute)
          .isInstanceOfSatisfying(
              UnsealException.class, e -> assertThat(e.flaw()).isEqualTo(Flaw.NO_KEY));
    }
  }

  private void refused(Flaw flaw, Unsealer unsealer, Path sealed) {
    Path temporary = folder.resolve("temporary");
    assertThatThrownBy(() -> unsealer.unseal(sealed, temporary))
        .isInstanceOfSatisfying(
            UnsealException.class, refusal -> assertThat(refusal.flaw()).isEqualTo(flaw));
    assertThat(temporary).doesNotExist();
  }

  private Path seal(Path house, byte[] content) throws Exception {
    Path sealed = folder.resolve("sealed");
    try (OutputStream out = Files.newOutputStream(sealed)) {
      new Sealer(recipient(house), signer).seal(out, plain -> plain.write(content));
    }
    return sealed;
  }

  private static RecipientCertificate recipient(Path pem) throws Exception {
    return RecipientCertificate.register(Files.readString(pem), Instant.now());
  }

  private Unsealer unsealer(String house) throws Exception {
    return new Unsealer(key(house), sender());
  }

  private SignerCertificate sender() throws Exception {
    return SignerCertificate.of(Files.readAllBytes(folder.resolve("delivery.pem")));
  }

  private RecipientKey key(String house) throws Exception {
    byte[] file = Files.readAllBytes(folder.resolve(house + ".p12"));
    return RecipientKey.of(file, "secret".toCharArray());
  }

  private static byte[] small() {
    return "item,kind,serial,link\r\n".getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] content() {
    byte[] bytes = new byte[1_000_003];
    new Random(1).nextBytes(bytes);
    return bytes;
  }
}

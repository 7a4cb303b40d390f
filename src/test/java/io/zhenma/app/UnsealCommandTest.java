package io.zhenma.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zhenma.crypto.DeliverySigner;
import io.zhenma.crypto.OpenSsl;
import io.zhenma.crypto.RecipientCertificate;
import io.zhenma.crypto.Sealer;
import io.zhenma.crypto.SecretKey256;
import io.zhenma.crypto.Sha256;
import io.zhenma.delivery.FileFormat;
import io.zhenma.delivery.Manifest;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a printing house runs it: a process of its own, without server and database. */
class UnsealCommandTest {
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
  private static final String FIRST = "batch-3-items-0-1.csv";
  private static final String SECOND = "batch-3-items-2-2.csv";
  private static final String ALL = FIRST + ".p7m " + SECOND + ".p7m";

  @TempDir Path folder;
  private DeliverySigner signer;
  private RecipientCertificate house;

  @BeforeEach
  void sealADelivery() throws Exception {
    OpenSsl openssl = new OpenSsl(folder);
    house =
        RecipientCertificate.register(
            Files.readString(openssl.house("house", "P-256")), Instant.now());
    openssl.house("other", "P-256");
    signer = new DeliverySigner(SecretKey256.random(), "tea", AT);
    Files.writeString(folder.resolve("delivery.pem"), signer.pem());
    writeManifest(3, List.of(seal(1, FIRST, 0, 2), seal(2, SECOND, 2, 1)));
  }

  @Test
  void allFilesAreOpenedAndProven() throws Exception {
    Result result = unseal("secret", "house.p12", "delivery.pem", ALL);

    assertThat(result.code()).as(result.text()).isZero();
    assertThat(result.text()).contains("3 codes of items 0 to 2 in 2 files", signer.fingerprint());
    assertThat(folder.resolve("out").resolve(FIRST)).hasContent(csv(2));
    assertThat(folder.resolve("out").resolve(SECOND)).hasContent(csv(1));
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsWritten() throws Exception {
    refused("holds no private key, or the passphrase", "wrong", "house.p12", "delivery.pem", ALL);
    refused("sealed for another certificate", "secret", "other.p12", "delivery.pem", ALL);
    refused("was not signed by this signer", "secret", "house.p12", "house.pem", ALL);
    refused("holds no certificate", "secret", "house.p12", "house.p12", ALL);
    refused("a file is missing", "secret", "house.p12", "delivery.pem", FIRST + ".p7m");
    refused("a file is missing: nowhere", "secret", "nowhere", "delivery.pem", ALL);
  }

  @Test
  void aDamagedFileIsFoundBeforeAnyFileGetsItsName() throws Exception {
    Path second = folder.resolve(SECOND + ".p7m");
    byte[] bytes = Files.readAllBytes(second);
    Files.write(second, java.util.Arrays.copyOf(bytes, bytes.length - 9));

    refused("is damaged", "secret", "house.p12", "delivery.pem", ALL);
    assertThat(folder.resolve("out")).isEmptyDirectory();
  }

  @Test
  void aCountThatDoesNotMatchIsFound() throws Exception {
    writeManifest(4, List.of(seal(1, FIRST, 0, 2), seal(2, SECOND, 2, 1)));
    refused("the count doesn't match", "secret", "house.p12", "delivery.pem", ALL);

    Manifest.Entry short1 = seal(1, FIRST, 0, 2);
    Manifest.Entry claimed =
        new Manifest.Entry(1, FIRST, 0, 2, 3, short1.bytes(), short1.sha256(), short1.sealed());
    writeManifest(3, List.of(claimed));
    refused("the count doesn't match", "secret", "house.p12", "delivery.pem", FIRST + ".p7m");
  }

  @Test
  void whatIsThereAlreadyIsNotReplaced() throws Exception {
    Path out = Files.createDirectories(folder.resolve("out"));
    Files.writeString(out.resolve(SECOND), "mine");

    refused("exists already", "secret", "house.p12", "delivery.pem", ALL);
    assertThat(out.resolve(SECOND)).hasContent("mine");
    assertThat(out.resolve(FIRST)).doesNotExist();
  }

  @Test
  void wrongUseEndsWithTwo() throws Exception {
    assertThat(unseal(null, "house.p12", "delivery.pem", ALL).code()).isEqualTo(2);
    assertThat(run(null, "unseal").code()).isEqualTo(2);
  }

  private void refused(String words, String passphrase, String key, String signer, String files)
      throws Exception {
    Result result = unseal(passphrase, key, signer, files);

    assertThat(result.code()).as(result.text()).isEqualTo(1);
    assertThat(result.text()).contains(words).doesNotContain("\tat ");
  }

  private Result unseal(@Nullable String passphrase, String key, String signer, String files)
      throws Exception {
    return run(
        passphrase,
        ("unseal --key " + key + " --signer " + signer + " --manifest m.p7m --out out " + files)
            .split(" ", -1));
  }

  private record Result(int code, String text) {}

  private Result run(@Nullable String passphrase, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Zhenma.class.getName()));
    command.addAll(List.of(arguments));
    Path said = folder.resolve("said.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().remove(UnsealCommand.PASSPHRASE);
    if (passphrase != null) {
      builder.environment().put(UnsealCommand.PASSPHRASE, passphrase);
    }
    int code = builder.start().waitFor();
    return new Result(code, Files.readString(said));
  }

  private Manifest.Entry seal(int number, String name, int first, int items) throws Exception {
    byte[] content = csv(items).getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve(name + ".p7m");
    try (OutputStream out = Files.newOutputStream(file)) {
      new Sealer(house, signer).seal(out, plain -> plain.write(content));
    }
    byte[] sealed = Files.readAllBytes(file);
    return new Manifest.Entry(
        number,
        name,
        first,
        first + items - 1,
        items,
        content.length,
        Sha256.of(content),
        new Manifest.SealedFile(name + ".p7m", sealed.length, Sha256.of(sealed)));
  }

  private void writeManifest(long codes, List<Manifest.Entry> files) throws Exception {
    long last = files.get(files.size() - 1).lastItem();
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            7,
            "tea",
            3,
            "06901234567892",
            "L1",
            FileFormat.CSV,
            List.of("inner"),
            1,
            0,
            last,
            last + 1,
            codes,
            AT,
            house.fingerprint(),
            signer.fingerprint(),
            files);
    byte[] json =
        new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .writeValueAsBytes(manifest);
    Files.write(folder.resolve("m.p7m"), signer.sign(json, AT));
  }

  private static String csv(int rows) {
    return "item,kind,serial,link\r\n" + "0,inner,1,HTTP://X\r\n".repeat(rows);
  }
}

package io.zhenma.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhenma.SoftToken;
import io.zhenma.app.PackagedProgram.Ended;
import io.zhenma.app.PackagedProgram.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an operator would do when the keystore is lost, and when its key moves into a token, with
 * the packaged program in processes of its own. Each test leaves the key where it was.
 */
class KeystoreDrillIT {
  private static final String FIRST = "the first of the operator";
  private static final String PASSWORD = "a password for the drill";
  private static final String STORE_PASSWORD = "keystore password 4711";
  private static final String PASSPHRASE = "passphrase of the backup";

  @TempDir static Path data;
  private static PackagedProgram program = new PackagedProgram(Path.of(""));
  private static String link = "";
  private static String signedLink = "";
  private static String jwks = "";

  @BeforeAll
  static void issueACode() {
    program =
        new PackagedProgram(data)
            .set("ZHENMA_ADMIN_PASSWORD", PASSWORD)
            .set("ZHENMA_KEYSTORE_PASSWORD", STORE_PASSWORD)
            .set("ZHENMA_KEYSTORE_CREATE", "true");
    try (Server server = program.serve()) {
      makeBrand(server);
      link = issued(server, 1, "COMPACT");
      signedLink = issued(server, 2, "SIGNED");
      jwks = server.request().get("/.well-known/zhenma/drill/jwks.json").asString();
      assertThat(server.said()).doesNotContain(STORE_PASSWORD, PASSWORD);
    }
    program.set("ZHENMA_KEYSTORE_CREATE", "false");
  }

  @AfterAll
  static void nothingIsLeftRunning() {
    Instant deadline = Instant.now().plusSeconds(20);
    while (processes() > 0 && Instant.now().isBefore(deadline)) {
      Pause.millis(200);
    }
    assertThat(processes()).isZero();
  }

  private static long processes() {
    String directory = data.toAbsolutePath().toString();
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(directory))
        .count();
  }

  @Test
  void aLostKeystoreComesBackFromItsBackupAndOldCodesVerifyAgain() throws IOException {
    Path keystore = data.resolve("keystore.p12");
    Path backup = data.resolve("backup.p12");
    program.set(Passphrase.VARIABLE, "too short");
    assertThat(program.run("keystore", "backup", backup.toString()).code()).isEqualTo(1);
    program.set(Passphrase.VARIABLE, PASSPHRASE);
    succeeds(program.run("keystore", "backup", backup.toString()), "was read again");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
        .isEqualTo("rw-------");
    fails(program.run("keystore", "backup", backup.toString()), "exists already");

    Files.delete(keystore);
    fails(program.serveInVain(), "cannot be opened");
    fails(program.run("keystore", "check"), "cannot be opened");

    program.set(Passphrase.VARIABLE, "not the passphrase");
    fails(program.run("keystore", "restore", backup.toString()), "cannot be opened");
    program.set(Passphrase.VARIABLE, PASSPHRASE);
    succeeds(program.run("keystore", "restore", backup.toString()), "is in place");
    succeeds(program.run("keystore", "restore", backup.toString()), "holds this key already");
    succeeds(program.run("keystore", "check"), "opens all");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keystore)))
        .isEqualTo("rw-------");
    try (Server server = program.serve()) {
      assertThat(scan(server).path("outcome").toString()).startsWith("genuine");
    }
  }

  @Test
  void aRestoreReplacesNoOtherKeystoreAndTakesNoForeignBackup() throws IOException {
    Path keystore = data.resolve("keystore.p12");
    byte[] before = Files.readAllBytes(keystore);
    Path foreign = data.resolve("foreign.p12");
    new io.zhenma.crypto.PlatformKeyStore(foreign, PASSPHRASE.toCharArray()).open(true);
    program.set(Passphrase.VARIABLE, PASSPHRASE);

    fails(program.run("keystore", "restore", foreign.toString()), "another keystore");
    assertThat(keystore).hasBinaryContent(before);

    Path aside = Files.move(keystore, data.resolve("aside.p12"));
    fails(program.run("keystore", "restore", foreign.toString()), "not this database's");
    assertThat(keystore).doesNotExist();
    Files.move(aside, keystore);
  }

  @Test
  void thePlatformsKeyItselfCanBeChanged() throws IOException {
    Path old = data.resolve("old.p12");
    program.set(Passphrase.VARIABLE, PASSPHRASE);
    succeeds(program.run("keystore", "backup", old.toString()), "was read again");
    Files.delete(data.resolve("keystore.p12"));
    program.set("ZHENMA_KEYSTORE_CREATE", "true");
    succeeds(
        program.run("keystore", "move", "--to", "pkcs12", "--from", old.toString()),
        "data keys are wrapped for");
    program.set("ZHENMA_KEYSTORE_CREATE", "false");

    succeeds(program.run("keystore", "check"), "opens all");
    fails(program.run("keystore", "restore", old.toString()), "another keystore");
  }

  @Test
  void aSignedCodeIsCheckedWithThePublishedKeysWhileNothingRuns() throws IOException {
    Path keys = Files.writeString(data.resolve("jwks.json"), jwks);

    succeeds(program.run("verify-offline", "--keys", keys.toString(), signedLink), "signed\t");
    fails(program.run("verify-offline", "--keys", keys.toString(), link), "NO_SIGNATURE");
    String forged = signedLink.replaceFirst("S=.", signedLink.contains("S=0") ? "S=1" : "S=0");
    fails(program.run("verify-offline", "--keys", keys.toString(), forged), "BAD_SIGNATURE");
  }

  @Test
  void theKeysMoveIntoATokenWhichThenServesAndBack() {
    Path library = SoftToken.library();
    Path configuration = data.resolve("softhsm2.conf");
    SoftToken.makeTokens(configuration, "drill");
    program
        .set("SOFTHSM2_CONF", configuration.toAbsolutePath().toString())
        .set("ZHENMA_KEYSTORE_PKCS11_LIBRARY", library.toString())
        .set("ZHENMA_KEYSTORE_PKCS11_TOKEN", "drill");
    fails(program.run("keystore", "move", "--to", "pkcs11"), "zhenma.keystore.pkcs11.pin");
    program.set("ZHENMA_KEYSTORE_PKCS11_PIN", SoftToken.PIN);
    fails(program.run("keystore", "move", "--to", "pkcs11"), "no key \"zhenma-platform\"");
    program.set("ZHENMA_KEYSTORE_CREATE", "true");
    succeeds(program.run("keystore", "move", "--to", "pkcs11"), "data keys are wrapped for");
    program.set("ZHENMA_KEYSTORE_CREATE", "false");
    fails(program.serveInVain(), "is it the right keystore?");

    program.set("ZHENMA_KEYSTORE_TYPE", "pkcs11");
    succeeds(program.run("keystore", "check"), "opens all");
    fails(program.run("keystore", "backup", data.resolve("none").toString()), "its maker's tools");
    try (Server server = program.serve()) {
      assertThat(scan(server).path("outcome").toString()).startsWith("genuine");
      assertThat(server.said()).doesNotContain(SoftToken.PIN);
    }
    tokensAreRefusedPlainly();

    succeeds(program.run("keystore", "move", "--to", "pkcs12"), "data keys are wrapped for");
    succeeds(program.run("keystore", "move", "--to", "pkcs12"), "already");
    program.set("ZHENMA_KEYSTORE_TYPE", null);
    succeeds(program.run("keystore", "check"), "opens all");
  }

  private static void tokensAreRefusedPlainly() {
    program.set("ZHENMA_KEYSTORE_PKCS11_PIN", "99990000");
    Ended wrongPin = program.serveInVain();
    fails(wrongPin, "PIN is wrong");
    assertThat(wrongPin.said()).doesNotContain("99990000");
    program.set("ZHENMA_KEYSTORE_PKCS11_PIN", SoftToken.PIN);
    program.set("ZHENMA_KEYSTORE_PKCS11_TOKEN", "nobody's");
    fails(program.serveInVain(), "there is no token \"nobody's\"");
    program.set("ZHENMA_KEYSTORE_PKCS11_TOKEN", "drill");
    String library = "/nowhere/libpkcs11.so";
    Path real = SoftToken.library();
    program.set("ZHENMA_KEYSTORE_PKCS11_LIBRARY", library);
    fails(program.serveInVain(), library);
    program.set("ZHENMA_KEYSTORE_PKCS11_LIBRARY", real.toString());
  }

  private static void makeBrand(Server server) {
    Cookies admin = signIn(server, "admin@localhost");
    int brand =
        admin
            .post(
                "/brands", Map.of("slug", "drill", "name", "Drill", "prefixes", List.of("6901234")))
            .path("id");
    Map<String, Object> operator =
        Map.of(
            "email", "operator@drill.test",
            "name", "Operator",
            "role", "BRAND_OPERATOR",
            "brandId", brand,
            "password", FIRST);
    admin.post("/users", operator);
    changePassword(signIn(server, "operator@drill.test", FIRST));
    Cookies person = signIn(server, "operator@drill.test");
    person.post(
        "/products",
        Map.of("gtin", "06901234567892", "name", "Tea", "category", "Tea", "listPriceFen", 1));
  }

  private static String issued(Server server, int number, String profile) {
    Cookies person = signIn(server, "operator@drill.test");
    Map<String, Object> batch =
        Map.of(
            "gtin", "06901234567892",
            "quantity", 5,
            "lot", "L1",
            "producedOn", "2026-01-02",
            "profile", profile);
    person.post("/batches", batch);
    String address = "/batches/" + number;
    person.post(address + "/moves", Map.of("to", "ACTIVE", "reason", "drill"));
    String csv =
        server
            .request()
            .cookies(person.cookies)
            .get("/api/v1" + address + "/codes.csv?kind=inner")
            .asString();
    return csv.lines().skip(1).findFirst().orElseThrow().split(",")[3];
  }

  private static Response scan(Server server) {
    Response answer =
        server
            .request()
            .contentType(ContentType.JSON)
            .body(Map.of("scanId", UUID.randomUUID().toString(), "code", link))
            .post("/api/v1/scans");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer;
  }

  private static void changePassword(Cookies person) {
    person
        .server()
        .request()
        .cookies(person.cookies())
        .header("X-CSRF-Token", person.token())
        .contentType(ContentType.JSON)
        .body(Map.of("current", FIRST, "wanted", PASSWORD))
        .put("/api/v1/account/password")
        .then()
        .statusCode(200);
  }

  private static Cookies signIn(Server server, String email) {
    return signIn(server, email, PASSWORD);
  }

  private static Cookies signIn(Server server, String email, String password) {
    Response answer =
        server
            .request()
            .contentType(ContentType.JSON)
            .body(Map.of("email", email, "password", password))
            .post("/api/v1/session");
    return new Cookies(server, answer.cookies(), answer.path("csrfToken"));
  }

  private static void succeeds(Ended command, String saying) {
    assertThat(command.code()).as(command.said()).isZero();
    assertThat(command.said()).contains(saying).doesNotContain(STORE_PASSWORD, PASSPHRASE);
  }

  private static void fails(Ended command, String saying) {
    assertThat(command.code()).as(command.said()).isEqualTo(1);
    assertThat(command.said())
        .contains(saying)
        .doesNotContain(STORE_PASSWORD, PASSPHRASE, SoftToken.PIN, "\tat io.zhenma");
  }

  /** A person's session. */
  private record Cookies(Server server, Map<String, String> cookies, String token) {
    Response post(String path, Map<String, Object> body) {
      Response answer =
          server
              .request()
              .cookies(cookies)
              .header("X-CSRF-Token", token)
              .contentType(ContentType.JSON)
              .body(body)
              .post("/api/v1" + path);
      assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 201);
      return answer;
    }
  }
}

package io.zhenma.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.TestBrand;
import io.zhenma.crypto.OpenSsl;
import io.zhenma.crypto.RecipientKey;
import io.zhenma.crypto.Sha256;
import io.zhenma.crypto.SignerCertificate;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the order to the printing house's desk. */
@QuarkusTest
@Tag("database")
class SealedDeliveryTest {
  private static final String PROBLEM = "urn:zhenma:problem:sealed-only";

  @Inject TestBrand brands;
  @TempDir Path folder;
  private DeliveryScene scene;
  private OpenSsl openssl;

  @BeforeEach
  void prepare() {
    scene = DeliveryScene.of(brands);
    openssl = new OpenSsl(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa:3072", "P-384"})
  void theHouseOpensWhatWasSealedForIt(String algorithm) throws Exception {
    int batch = scene.batch(2_300);
    Map<String, Object> wanted = Map.of("format", "CSV", "kind", "both");
    Map<String, String> plain = scene.plainSha256(scene.ready(batch, wanted));
    int house = scene.house("House", certificate("house", algorithm));

    int id = scene.ready(batch, Map.of("format", "CSV", "kind", "both", "printingHouseId", house));

    List<Path> files = download(id);
    Manifest opened =
        new Unsealing(key("house"), signer())
            .open(manifest(id), files, folder.resolve("out"), name -> {});
    assertThat(opened.codes()).isEqualTo(4_600);
    assertThat(opened.files()).hasSize(3);
    for (Manifest.Entry entry : opened.files()) {
      byte[] content = Files.readAllBytes(folder.resolve("out").resolve(entry.name()));
      assertThat(Sha256.of(content)).isEqualTo(plain.get(entry.name()));
    }
  }

  @Test
  void opensslOpensItToo() throws Exception {
    int house = scene.house("House", certificate("house", "rsa:2048"));
    int id = scene.ready(scene.batch(10), Map.of("format", "CSV", "printingHouseId", house));
    Path file = download(id).get(0);
    signer();

    openssl.run(
        "cms",
        "-decrypt",
        "-binary",
        "-inform",
        "DER",
        "-in",
        file.toString(),
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
    openssl.run(
        "cms",
        "-verify",
        "-binary",
        "-inform",
        "DER",
        "-in",
        manifest(id).toString(),
        "-CAfile",
        "delivery.pem",
        "-out",
        "manifest.json");

    assertThat(folder.resolve("codes.csv"))
        .content()
        .startsWith("item,kind,serial,link\r\n0,outer,");
    assertThat(Files.readString(folder.resolve("manifest.json")))
        .contains(Sha256.of(Files.readAllBytes(folder.resolve("codes.csv"))));
  }

  @Test
  void noPlainCodeTouchesTheSpool() throws Exception {
    int house = scene.house("House", certificate("house", "P-256"));
    int id = scene.ready(scene.batch(1_000), Map.of("format", "CSV", "printingHouseId", house));

    byte[] sealed =
        scene.file(id, 1).then().contentType("application/pkcs7-mime").extract().asByteArray();

    assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("/21/", "outer", "item,kind");
  }

  @Test
  void withAHouseNothingLeavesPlain() throws Exception {
    int batch = scene.batch(10);
    int before = scene.ready(batch, Map.of("format", "CSV"));
    int house = scene.house("House", certificate("house", "P-256"));
    var operator = scene.brand().operator();

    for (String quick : List.of("codes.csv", "labels.pdf")) {
      operator
          .request()
          .get("/api/v1/batches/" + batch + "/" + quick)
          .then()
          .statusCode(409)
          .body("type", equalTo(PROBLEM));
    }
    scene
        .tryToOrder(batch, Map.of("format", "CSV"))
        .then()
        .statusCode(409)
        .body("type", equalTo(PROBLEM));
    scene.file(before, 1).then().statusCode(409).body("type", equalTo(PROBLEM));

    scene.deactivate(house);
    scene.file(before, 1).then().statusCode(200);
    operator.request().get("/api/v1/batches/" + batch + "/codes.csv").then().statusCode(200);
  }

  @Test
  void aDeactivatedHouseGetsNothingAnyMore() throws Exception {
    int batch = scene.batch(10);
    int house = scene.house("House", certificate("house", "P-256"));
    Map<String, Object> wanted = Map.of("format", "CSV", "printingHouseId", house);
    int id = scene.ready(batch, wanted);
    scene.deactivate(house);

    scene
        .tryToOrder(batch, wanted)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("printingHouseId"));
    scene.file(id, 1).then().statusCode(409);
    scene
        .brand()
        .operator()
        .request()
        .get("/api/v1/deliveries/" + id + "/manifest.p7m")
        .then()
        .statusCode(409);
  }

  @Test
  void deactivatingAHouseStopsWhatIsBeingSealedForIt() throws Exception {
    int house = scene.house("House", certificate("house", "P-256"));
    int id = scene.order(scene.batch(500_000), Map.of("format", "CSV", "printingHouseId", house));
    while (scene.fileCount(id) < 1) {
      Thread.sleep(20);
    }

    scene.deactivate(house);
    scene.ended(id, "FAILED");

    scene.get(id).then().body("failure.reason", equalTo("PRINTING_HOUSE"));
    scene.post(id, "resumption").then().statusCode(400);
  }

  @Test
  void anotherBrandsHouseIsUnknown() throws Exception {
    DeliveryScene neighbour = DeliveryScene.of(brands);
    int house = neighbour.house("House", certificate("house", "P-256"));

    scene
        .tryToOrder(scene.batch(5), Map.of("format", "CSV", "printingHouseId", house))
        .then()
        .statusCode(400)
        .body("errors[0].message", equalTo("There is no such printing house."));
  }

  @Test
  void theWrongKeyTheWrongSignerAndAMissingFileAreToldApart() throws Exception {
    int house = scene.house("House", certificate("house", "rsa:2048"));
    certificate("other", "rsa:2048");
    int id = scene.ready(scene.batch(2_300), Map.of("format", "CSV", "printingHouseId", house));
    List<Path> files = download(id);
    Path manifest = manifest(id);
    SignerCertificate signer = signer();
    SignerCertificate stranger =
        SignerCertificate.of(Files.readAllBytes(folder.resolve("other.pem")));

    refused("sealed for another certificate", key("other"), signer, manifest, files);
    refused("was not signed by this signer", key("house"), stranger, manifest, files);
    refused("a file is missing", key("house"), signer, manifest, files.subList(0, 2));
    List<Path> more = new ArrayList<>(files);
    more.add(folder.resolve("house.pem"));
    refused("not of this delivery", key("house"), signer, manifest, more);
    byte[] changed = Files.readAllBytes(files.get(1));
    changed[changed.length / 2] ^= 1;
    Files.write(files.get(1), changed);
    refused("is damaged", key("house"), signer, manifest, files);
    assertThat(folder.resolve("out")).isEmptyDirectory();
  }

  @Test
  void aFileOfAnotherDeliveryUnderThisNameIsFound() throws Exception {
    int batch = scene.batch(2_000);
    int house = scene.house("House", certificate("house", "P-256"));
    Map<String, Object> wanted = Map.of("format", "CSV", "printingHouseId", house);
    int id = scene.ready(batch, wanted);
    List<Path> files = download(id);
    Files.copy(files.get(0), files.get(1), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    refused("is not the file that the manifest", key("house"), signer(), manifest(id), files);
  }

  @Test
  void theBrandsCertificateIsPublic() {
    String pem =
        given()
            .get("/.well-known/zhenma/" + scene.brand().brand().slug() + "/delivery.pem")
            .then()
            .statusCode(200)
            .extract()
            .asString();

    assertThat(pem).startsWith("-----BEGIN CERTIFICATE-----");
    given().get("/.well-known/zhenma/nobody/delivery.pem").then().statusCode(404);
  }

  private void refused(
      String words, RecipientKey key, SignerCertificate signer, Path manifest, List<Path> files) {
    assertThatThrownBy(
            () ->
                new Unsealing(key, signer).open(manifest, files, folder.resolve("out"), name -> {}))
        .isInstanceOf(UnsealRefusedException.class)
        .hasMessageContaining(words);
  }

  private String certificate(String name, String algorithm) throws Exception {
    return Files.readString(openssl.house(name, algorithm));
  }

  private RecipientKey key(String house) throws Exception {
    return RecipientKey.of(
        Files.readAllBytes(folder.resolve(house + ".p12")), "secret".toCharArray());
  }

  private SignerCertificate signer() throws Exception {
    byte[] pem =
        given()
            .get("/.well-known/zhenma/" + scene.brand().brand().slug() + "/delivery.pem")
            .asByteArray();
    Files.write(folder.resolve("delivery.pem"), pem);
    return SignerCertificate.of(pem);
  }

  private Path manifest(int id) throws Exception {
    byte[] signed =
        scene
            .brand()
            .operator()
            .request()
            .get("/api/v1/deliveries/" + id + "/manifest.p7m")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    return Files.write(folder.resolve("manifest.p7m"), signed);
  }

  private List<Path> download(int id) throws Exception {
    List<String> names = scene.get(id).path("files.name");
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      byte[] content = scene.file(id, i + 1).then().statusCode(200).extract().asByteArray();
      files.add(Files.write(folder.resolve(names.get(i)), content));
    }
    return files;
  }
}

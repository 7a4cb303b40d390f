package io.zhenma.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenma.TestBrand;
import io.zhenma.crypto.OpenSsl;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@Tag("database")
class PrintingHouseTest {
  @Inject TestBrand brands;
  @TempDir Path folder;
  private DeliveryScene scene;
  private OpenSsl openssl;

  @BeforeEach
  void prepare() {
    scene = DeliveryScene.of(brands);
    openssl = new OpenSsl(folder);
  }

  @Test
  void aHouseIsRegisteredWithItsFingerprintAndDeactivated() throws Exception {
    String pem = Files.readString(openssl.house("house", "rsa:3072", "-days", "400"));
    String printed = openssl.run("x509", "-in", "house.pem", "-noout", "-fingerprint", "-sha256");

    int id = scene.house("深圳印刷厂", pem);

    Response list = scene.brand().operator().request().get("/api/v1/printing-houses");
    list.then()
        .body("items.id", equalTo(List.of(id)))
        .body("items[0].name", equalTo("深圳印刷厂"))
        .body("items[0].key", equalTo("RSA 3072"))
        .body("items[0].subject", equalTo("CN=house"))
        .body("items[0].active", equalTo(true));
    String fingerprint = list.path("items[0].fingerprint");
    assertThat(printed.replace(":", "").strip()).endsWithIgnoringCase(fingerprint);
    scene.deactivate(id);
    scene.deactivate(id);
    scene
        .brand()
        .operator()
        .request()
        .get("/api/v1/printing-houses")
        .then()
        .body("items[0].active", equalTo(false));
  }

  @Test
  void whatIsWrongWithACertificateIsSaid() throws Exception {
    String weak = Files.readString(openssl.house("weak", "rsa:1024"));
    String good = Files.readString(openssl.house("good", "P-256"));
    String expired = Files.readString(Path.of("src/test/resources/delivery/expired.pem"));
    String key = Files.readString(folder.resolve("good.key"));

    refused(weak, "too weak");
    refused(expired, "has expired");
    refused(key, "private key");
    refused(good + good, "more than one certificate");
    refused("hello", "no X.509 certificate");
    refused("", "no X.509 certificate");
    scene
        .brand()
        .operator()
        .request()
        .header("Accept-Language", "zh")
        .body(Map.of("name", "House", "certificate", key))
        .post("/api/v1/printing-houses")
        .then()
        .statusCode(400)
        .body("errors[0].message", containsString("私钥"));
    scene
        .brand()
        .operator()
        .request()
        .get("/api/v1/printing-houses")
        .then()
        .body("total", equalTo(0));
  }

  @Test
  void aCertificateIsRegisteredOnce() throws Exception {
    String pem = Files.readString(openssl.house("house", "P-256"));
    int id = scene.house("House", pem);

    register("Again", pem).then().statusCode(409);

    scene.deactivate(id);
    register("Again", pem).then().statusCode(201);
  }

  @Test
  void aNameIsPlainText() throws Exception {
    String pem = Files.readString(openssl.house("house", "P-256"));

    register(" ", pem).then().statusCode(400).body("errors[0].field", equalTo("name"));
    register("a\u0000b", pem).then().statusCode(400);
    register("x".repeat(121), pem).then().statusCode(400);
  }

  private void refused(String certificate, String words) {
    register("House", certificate)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("certificate"))
        .body("errors[0].message", containsString(words));
  }

  private Response register(String name, String certificate) {
    return scene
        .brand()
        .operator()
        .request()
        .body(Map.of("name", name, "certificate", certificate))
        .post("/api/v1/printing-houses");
  }
}

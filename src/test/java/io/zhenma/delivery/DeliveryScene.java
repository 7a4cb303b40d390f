package io.zhenma.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.zhenma.TestBrand;
import io.zhenma.crypto.Sha256;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A brand's operator who orders deliveries over HTTP and waits for them. */
record DeliveryScene(TestBrand.Staffed brand) {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  static DeliveryScene of(TestBrand brands) {
    return new DeliveryScene(brands.create("House of deliveries"));
  }

  int batch(long quantity) {
    return brand.activeBatch(brand.product("Tea", 1_000, 365), quantity);
  }

  Response tryToOrder(int batch, Map<String, ?> wanted) {
    return brand.operator().request().body(wanted).post("/api/v1/batches/" + batch + "/deliveries");
  }

  int order(int batch, Map<String, ?> wanted) {
    return tryToOrder(batch, wanted).then().statusCode(202).extract().path("id");
  }

  Response get(int id) {
    return brand.operator().request().get("/api/v1/deliveries/" + id);
  }

  Response post(int id, String what) {
    return brand.operator().request().post("/api/v1/deliveries/" + id + "/" + what);
  }

  Response file(int id, int number) {
    return brand.operator().request().get("/api/v1/deliveries/" + id + "/files/" + number);
  }

  String state(int id) {
    return get(id).path("state");
  }

  int fileCount(int id) {
    return get(id).path("files.size()");
  }

  /** Waits until it is made, or whatever comes in the end. */
  int ended(int id, String state) throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    List<String> open = List.of("QUEUED", "RUNNING");
    while (open.contains(state(id)) && Instant.now().isBefore(deadline)) {
      Thread.sleep(50);
    }
    assertThat(state(id)).as(get(id).asString()).isEqualTo(state);
    return id;
  }

  int ready(int batch, Map<String, ?> wanted) throws InterruptedException {
    return ended(order(batch, wanted), "READY");
  }

  /** SHA-256 of all its files, one behind the other. */
  String sha256(int id) {
    MessageDigest digest = Sha256.start();
    int files = get(id).path("filesTotal");
    for (int number = 1; number <= files; number++) {
      digest.update(file(id, number).then().statusCode(200).extract().asByteArray());
    }
    return Sha256.hex(digest);
  }

  /** Names of its files, and their SHA-256 before they were sealed. */
  Map<String, String> plainSha256(int id) {
    Response manifest =
        brand.operator().request().get("/api/v1/deliveries/" + id + "/manifest.json");
    manifest.then().statusCode(200);
    List<Map<String, String>> files = manifest.path("files");
    Map<String, String> sums = new LinkedHashMap<>();
    files.forEach(file -> sums.put(file.get("name"), file.get("sha256")));
    return sums;
  }

  /** Registers a printing house; answers its id. */
  int house(String name, String certificate) {
    return brand
        .operator()
        .request()
        .body(Map.of("name", name, "certificate", certificate))
        .post("/api/v1/printing-houses")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  void deactivate(int house) {
    brand
        .operator()
        .request()
        .post("/api/v1/printing-houses/" + house + "/deactivation")
        .then()
        .statusCode(200);
  }
}

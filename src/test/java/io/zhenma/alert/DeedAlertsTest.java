package io.zhenma.alert;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.TestBrand;
import io.zhenma.tenancy.AuditLog;
import jakarta.inject.Inject;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Deeds that lift protection are told to everybody of the brand. */
@QuarkusTest
class DeedAlertsTest {
  @Inject TestBrand brands;
  @Inject AuditLog audit;

  @Test
  void aRevokedKeyADeactivatedHouseAndManyDownloadsAreAlerts() {
    TestBrand.Staffed brand = brands.create("Deeds");
    long id = brand.brand().id();
    audit.record(id, 7L, "key-revoked", "key:1", "");
    audit.record(id, 7L, "printing-house-deactivated", "printing-house:3", "");
    for (int i = 0; i < 30; i++) {
      audit.record(id, 7L, "codes-downloaded", "batch:" + i / 2, "");
    }
    told(brand, "MASS_DOWNLOAD", empty());
    for (int i = 15; i < 20; i++) {
      audit.record(id, 7L, "delivery-downloaded", "delivery:" + i, "");
    }

    told(brand, "KEY_REVOKED", contains("key:1"));
    told(brand, "HOUSE_DEACTIVATED", contains("printing-house:3"));
    told(brand, "MASS_DOWNLOAD", contains("user:7"));
  }

  @Test
  void whatIsNotDoneIsNotTold() {
    TestBrand.Staffed brand = brands.create("Deeds");
    Assertions.assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          audit.record(brand.brand().id(), 7L, "key-revoked", "key:1", "");
                          throw new IllegalStateException("no");
                        }))
        .isInstanceOf(IllegalStateException.class);

    told(brand, "KEY_REVOKED", empty());
  }

  private static void told(TestBrand.Staffed brand, String kind, org.hamcrest.Matcher<?> subjects) {
    brand
        .operator()
        .request()
        .get("/api/v1/alerts?kind=" + kind)
        .then()
        .statusCode(200)
        .body("items.subject", subjects);
  }
}

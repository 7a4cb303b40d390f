package io.zhenma.scan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhenma.PhoneAgent;
import io.zhenma.TestBrand;
import io.zhenma.gs1.Decorations;
import io.zhenma.gs1.DigitalLink;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever others add to a link says nothing of the item. */
@QuarkusTest
@Tag("database")
class LinkDecorationsTest {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  @Inject TestBrand brands;
  private TestBrand.Staffed brand;
  private String gtin = "";
  private String link = "";
  private String path = "";

  @BeforeEach
  void anItemOnSale() {
    brand = brands.create("Camellia");
    gtin = brand.product("Hand cream", 3900, 730);
    link = brand.link(brand.activeBatch(gtin, 10), "inner", 3);
    path = DigitalLink.parse(link).path();
  }

  @Test
  void everyDecorationOpensThePageAndScansTheItem() {
    List<String> wrong = new ArrayList<>();
    List<String> behind = new ArrayList<>(Decorations.BEHIND);
    behind.addAll(Decorations.ADDED);
    behind.removeIf(added -> added.contains("linkType")); // asks for the links of the item
    for (String added : behind) {
      String target = Decorations.sent(path + added).replace("[", "%5B").replace("]", "%5D");
      if (target.endsWith("?") || target.contains("?=") || target.matches(".*%(?![0-9A-F]{2}).*")) {
        continue; // the client library sends no such address
      }
      Response page = browser().get(target);
      if (page.statusCode() != 200 || !page.asString().contains("id=\"checking\"")) {
        wrong.add("GET " + page.statusCode() + " " + target);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aDecoratedLinkIsScannedByPageFormAndApi() {
    for (String added :
        List.of(
            "。",
            "%EF%BC%8C%E8%AF%B7%E6%9F%A5%E9%AA%8C",
            ")",
            "?utm_content=" + "a".repeat(3_000))) {
      String page = post(Decorations.sent(path + added)).asString();
      assertThat(page).as(added).contains("data-outcome=\"genuine-");
    }
    for (String code :
        List.of(
            "http://HTTP://" + link.substring("HTTP://".length()),
            link + "\r",
            "\uFEFF" + link,
            "\u00A0" + link,
            "]Q1" + link,
            "]d2" + link,
            "真码：" + link + " 请查验",
            link.toLowerCase(Locale.ROOT))) {
      Response api = api(code);
      assertThat(api.statusCode()).as(code).isEqualTo(200);
      assertThat(api.<String>path("outcome")).as(code).startsWith("genuine-");
      assertThat(check(code).header("Location")).as(code).endsWith(path);
    }
  }

  @Test
  void aSignedLinkIsReadInEitherCase() {
    String signed = brand.link(signedBatch("Pc-S/1.x"), "inner", 3);
    for (String spelling :
        List.of(
            signed.toLowerCase(Locale.ROOT),
            signed.toUpperCase(Locale.ROOT),
            signed.replace("%2F", "/"),
            signed.replace("%2F", "%252F"),
            signed.replaceFirst("/10/[^/]+", ""),
            signed.replaceFirst("(/10/[^/]+)(/21/[^?]+)", "$2$1"),
            signed + "&utm_source=x",
            signed + "。",
            signed.replace("?", "?s=20&"))) {
      Response answer = api(spelling);
      assertThat(answer.<String>path("outcome")).as(spelling).startsWith("genuine-");
      assertThat(answer.<String>path("origin")).as(spelling).isEqualTo("signature-valid");
    }
    for (String altered :
        List.of(
            signed.replace("Pc-S", "Pc-T"),
            signed.replaceAll("17=[0-9]{6}", "17=991231"),
            signed.replaceAll("S=.", "S=" + (signed.contains("S=0") ? '1' : '0')))) {
      assertThat(api(altered).<List<String>>path("reasons"))
          .as(altered)
          .containsExactly("altered-link");
    }
  }

  @Test
  void aLinkThatNamesNoItemIsAPageForPeopleThatSaysNothingOfAnyItem() {
    for (String target :
        List.of(
            "/01/" + gtin,
            "/01/" + gtin + "/22/2A",
            "/01/" + gtin + "/22/2A/21/S",
            path.substring(0, path.length() - 2),
            path + "7",
            "/01",
            "/01/",
            "/gtin/1/ser/2",
            "/c",
            "/c/",
            "/c/acme",
            "/c/acme/",
            "/c/acme/%E2%80%8B")) {
      Response page = browser().get(target);
      assertThat(page.statusCode()).as(target).isEqualTo(404);
      assertThat(page.contentType()).as(target).startsWith("text/html");
      assertThat(page.asString())
          .as(target)
          .contains("We can’t read this link", "says nothing about your item", "action=\"/check\"")
          .doesNotContain("data-outcome", "do not rely");
      Response chinese = browser().header("Accept-Language", "zh-CN").get(target);
      assertThat(chinese.asString()).as(target).contains("无法读取这个链接", "不代表商品有任何问题");
      Response data = raw().accept("application/json").get(target);
      assertThat(data.statusCode()).as(target).isEqualTo(404);
      assertThat(data.contentType()).as(target).startsWith("application/problem+json");
    }
    assertThat(browser().get("/01/" + gtin).asString()).contains("value=\"" + gtin + "\"");
    assertThat(browser().get("/c/acme/%E2%80%8B").asString())
        .contains("name=\"brand\" value=\"acme\"");
    Response tooLong = browser().get(path + "?a=" + "b".repeat(5_000));
    assertThat(tooLong.statusCode()).isEqualTo(414);
    assertThat(tooLong.asString()).contains("We can’t read this link");
  }

  @Test
  void namesOfKeysAndOtherOrdersLeadToTheItem() {
    String serial = path.substring(path.length() - 20);
    for (String target :
        List.of(
            "/gtin/" + gtin + "/ser/" + serial,
            "/01/" + gtin + "/22/2A/21/" + serial,
            "/01/" + gtin + "/21/" + serial + "/10/L1",
            "/01/" + gtin + "?21=" + serial,
            "//01//" + gtin + "//21//" + serial + "//",
            "/01/" + gtin + "%2F21%2F" + serial,
            "/01/" + gtin + "/21/" + serial + ";jsessionid=1A",
            "/01/" + gtin + "/21/%E2%80%8B" + serial)) {
      assertThat(browser().get(target).statusCode()).as(target).isEqualTo(200);
      assertThat(post(target).asString()).as(target).contains("data-outcome=\"genuine-");
    }
  }

  @Test
  void aPositionIsTakenForTheScannedItemAlone() {
    String other = brand.link(brand.activeBatch(gtin, 10), "inner", 4);
    UUID id = UUID.randomUUID();
    String device =
        form()
            .formParam("scan", id)
            .formParam("fragment", "1")
            .post(path)
            .then()
            .extract()
            .cookie(Arrival.DEVICE_COOKIE);

    refine(id, DigitalLink.parse(other).path(), device, 404);
    refine(id, path, device, 204);
    refine(id, DigitalLink.parse(other).path(), device, 404);
    given()
        .cookie(Arrival.DEVICE_COOKIE, device)
        .queryParam("code", DigitalLink.parse(other).path())
        .queryParam("scan", id)
        .get("/complaint")
        .then()
        .statusCode(404);
  }

  private void refine(UUID id, String target, String device, int status) {
    form()
        .cookie(Arrival.DEVICE_COOKIE, device)
        .formParams(
            Map.of(
                "scan", id, "refine", "1", "lat", "30.66", "lon", "104.06", "acc", "30", "consent",
                "1"))
        .post(target)
        .then()
        .statusCode(status);
  }

  private int signedBatch(String lot) {
    int batch =
        brand
            .operator()
            .request()
            .body(
                Map.of(
                    "gtin",
                    gtin,
                    "quantity",
                    10,
                    "lot",
                    lot,
                    "producedOn",
                    LocalDate.now().toString(),
                    "profile",
                    "SIGNED",
                    "linkParts",
                    Map.of("lot", true, "expiry", true)))
            .post("/api/v1/batches")
            .then()
            .statusCode(201)
            .extract()
            .path("number");
    brand.move(batch, "ACTIVE");
    return batch;
  }

  private static Response api(String code) {
    return given()
        .contentType("application/json")
        .body(Map.of("scanId", UUID.randomUUID().toString(), "code", code))
        .post("/api/v1/scans");
  }

  private static Response check(String code) {
    return given().redirects().follow(false).queryParam("code", code).get("/check");
  }

  private static Response post(String target) {
    return form().formParam("scan", UUID.randomUUID()).formParam("fragment", "1").post(target);
  }

  private static RequestSpecification form() {
    return raw()
        .contentType("application/x-www-form-urlencoded")
        .header("Accept-Language", "en")
        .header("User-Agent", PhoneAgent.WECHAT);
  }

  private static RequestSpecification browser() {
    return raw().header("Accept", BROWSER).header("User-Agent", PhoneAgent.WECHAT);
  }

  private static RequestSpecification raw() {
    return given().urlEncodingEnabled(false);
  }
}

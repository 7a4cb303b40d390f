package io.zhenma.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zhenma.HostilePictures;
import io.zhenma.TestBrand;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Templates over HTTP, and deliveries that use them. */
@QuarkusTest
@Tag("database")
class LabelTemplateApiTest {
  @Inject TestBrand brands;
  private TestBrand.Staffed brand;
  private DeliveryScene scene;

  @BeforeEach
  void aBrand() {
    scene = DeliveryScene.of(brands);
    brand = scene.brand();
  }

  @Test
  void everybodyHasTheBuiltInOnesAndNobodyChangesThem() {
    brand
        .operator()
        .request()
        .get("/api/v1/label-templates")
        .then()
        .statusCode(200)
        .body("id", hasItems("a4-40", "a4-80", "a4-pairs", "roll-60x30"))
        .body("find { it.id == 'a4-40' }.labelsPerPage", equalTo(40));
    brand
        .operator()
        .request()
        .body(Map.of("name", "Mine", "design", design()))
        .put("/api/v1/label-templates/a4-40")
        .then()
        .statusCode(409);
  }

  @Test
  void aTemplateIsKeptWithItsLogoChangedAndDeleted() throws IOException {
    Map<String, Object> design = design();
    design.put("labelHeightMm", 52);
    design.put("logoHeightMm", 8);
    design.put("logo", logo());
    String id = create("Gift box", design).statusCode(201).extract().path("id");

    String made = get(id).body("name", equalTo("Gift box")).extract().path("design.logo");
    assertThat(Base64.getDecoder().decode(made)).startsWith(0x89, 'P', 'N', 'G');
    design.put("logo", made);
    brand
        .operator()
        .request()
        .body(Map.of("name", "Gift box", "design", design))
        .put("/api/v1/label-templates/" + id)
        .then()
        .statusCode(200)
        .body("design.logo", equalTo(made));
    create("Gift box", design).statusCode(409).body("errors[0].field", equalTo("name"));
    preview(id).body(containsString("data:image/png"));

    brand.operator().request().delete("/api/v1/label-templates/" + id).then().statusCode(204);
    brand.operator().request().get("/api/v1/label-templates/" + id).then().statusCode(404);
  }

  @Test
  void aLogoThatTakesMinutesToReadIsRefused() {
    Map<String, Object> design = design();
    design.put("logoHeightMm", 8);
    design.put(
        "logo", Base64.getEncoder().encodeToString(HostilePictures.refinedJpeg(2_000, 10_000)));
    brand
        .operator()
        .request()
        .body(design)
        .post("/api/v1/label-templates/preview")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("logo"));
  }

  @ParameterizedTest
  @CsvSource({
    "labelWidthMm, 300, labelWidthMm",
    "codeSideMm, 39.5, labelHeightMm",
    "codeSideMm, 3, codeSideMm",
    "quietZone, 3, quietZone",
    "marginXMm, 200, marginXMm",
    "textPt, 2, textPt",
    "dpi, 72, dpi"
  })
  void aTemplateThatCannotFitIsRefusedAtItsField(String field, double value, String named) {
    Map<String, Object> design = design();
    design.put(field, value == Math.rint(value) ? (Object) (int) value : (Object) value);

    create("Too tight", design).statusCode(400).body("errors[0].field", equalTo(named));
    brand
        .operator()
        .request()
        .body(design)
        .post("/api/v1/label-templates/preview")
        .then()
        .statusCode(400);
  }

  @ParameterizedTest
  @CsvSource({"no base64!", "aGVsbG8gd29ybGQ="})
  void whatIsNoPictureIsNoLogo(String logo) {
    Map<String, Object> design = design();
    design.put("logo", logo);

    create("Odd", design).statusCode(400).body("errors[0].field", equalTo("logo"));
  }

  @Test
  void aPreviewIsAPictureThatRunsNothing() {
    for (String id : new String[] {"a4-40", "a4-80", "a4-pairs", "roll-60x30"}) {
      preview(id)
          .body(startsWith("<svg"))
          .header("Content-Security-Policy", containsString("sandbox"));
    }
    brand
        .operator()
        .request()
        .body(design())
        .post("/api/v1/label-templates/preview?profile=SIGNED")
        .then()
        .statusCode(200)
        .contentType("image/svg+xml");
  }

  @Test
  void whatNoFontHasIsToldWithThePreviewAndAtTheOrder() {
    Map<String, Object> design = design();
    design.put("texts", new String[] {"KIND", "SERIAL"});
    design.put("innerWord", "IN \uD80C\uDC00");
    brand
        .operator()
        .request()
        .body(design)
        .post("/api/v1/label-templates/preview")
        .then()
        .statusCode(200)
        .header("Label-Left-Out", equalTo("innerWord=%F0%93%80%80"));
    String id = create("Hieroglyph", design).statusCode(201).extract().path("id");
    scene
        .tryToOrder(scene.batch(3), Map.of("format", "PDF", "kind", "inner", "template", id))
        .then()
        .statusCode(202)
        .body("leftOut.field", equalTo(List.of("innerWord")))
        .body("leftOut[0].characters", equalTo("\uD80C\uDC00"));
  }

  @ParameterizedTest
  @EnumSource(
      value = FileFormat.class,
      names = {"PDF", "SVG_ZIP", "PNG_ZIP", "ZPL"})
  void aDeliveryKeepsItsTemplateWhateverBecomesOfIt(FileFormat format) throws Exception {
    String id = create("Box", design()).statusCode(201).extract().path("id");
    int batch = scene.batch(30);
    Map<String, Object> wanted = Map.of("format", format.name(), "kind", "inner", "template", id);
    int first = scene.ready(batch, wanted);
    String before = scene.sha256(first);
    int standard = scene.ready(batch, Map.of("format", format.name(), "kind", "inner"));
    assertThat(scene.sha256(standard)).isNotEqualTo(before);

    Map<String, Object> other = design();
    other.put("codeSideMm", 30);
    brand
        .operator()
        .request()
        .body(Map.of("name", "Box", "design", other))
        .put("/api/v1/label-templates/" + id)
        .then()
        .statusCode(200);

    assertThat(scene.sha256(first)).isEqualTo(before);
    assertThat(scene.sha256(scene.ready(batch, wanted))).isNotEqualTo(before);
  }

  @Test
  void codesTooLargeForTheTemplateAreRefusedBeforeAnythingIsMade() {
    Map<String, Object> tiny = design();
    tiny.put("codeSideMm", 8);
    String id = create("Tiny", tiny).statusCode(201).extract().path("id");

    brand
        .operator()
        .request()
        .body(Map.of("format", "PDF", "template", id))
        .post("/api/v1/batches/" + scene.batch(30) + "/deliveries")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("template"));
  }

  private ValidatableResponse create(String name, Map<String, Object> design) {
    return brand
        .operator()
        .request()
        .body(Map.of("name", name, "design", design))
        .post("/api/v1/label-templates")
        .then();
  }

  private ValidatableResponse get(String id) {
    return brand.operator().request().get("/api/v1/label-templates/" + id).then().statusCode(200);
  }

  private ValidatableResponse preview(String id) {
    return brand
        .operator()
        .request()
        .get("/api/v1/label-templates/" + id + "/preview.svg")
        .then()
        .statusCode(200)
        .contentType("image/svg+xml");
  }

  private static String logo() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", png);
    return Base64.getEncoder().encodeToString(png.toByteArray());
  }

  private static Map<String, Object> design() {
    Map<String, Object> design = new HashMap<>();
    design.put("page", "A4");
    for (String length : new String[] {"pageWidthMm", "pageHeightMm", "logoHeightMm"}) {
      design.put(length, 0);
    }
    for (String length : new String[] {"marginXMm", "marginYMm"}) {
      design.put(length, 10);
    }
    design.put("gapXMm", 2);
    design.put("gapYMm", 2);
    design.put("cutMarks", false);
    design.put("labelWidthMm", 40);
    design.put("labelHeightMm", 40);
    design.put("arrangement", "STACKED");
    design.put("pairs", false);
    design.put("codeSideMm", 25);
    design.put("quietZone", 4);
    design.put("correction", "M");
    design.put("mask", "STANDARD");
    design.put("texts", new String[] {"SERIAL", "LOT"});
    design.put("textPt", 6);
    design.put("outerWord", "OUTER");
    design.put("innerWord", "INNER");
    design.put("dpi", 300);
    return design;
  }
}

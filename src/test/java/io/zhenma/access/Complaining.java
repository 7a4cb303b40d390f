package io.zhenma.access;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhenma.SamplePictures;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A consumer who scanned an item and tells the brand.
 *
 * @param scan its id, or what the answer called it when the code was unknown
 * @param cookie of the device that scanned it
 */
public record Complaining(String link, String scan, String cookie) {
  private static final Pattern REFERENCE = Pattern.compile(">([0-9A-Z]{4}-[0-9A-Z]{4})<");

  /** Scans with a new device. */
  public static Complaining scan(String link) {
    UUID id = UUID.randomUUID();
    Response answer =
        given()
            .contentType(ContentType.JSON)
            .body("{\"scanId\":\"%s\",\"code\":\"%s\"}".formatted(id, link))
            .post("/api/v1/scans");
    answer.then().statusCode(200);
    return new Complaining(link, told(answer), answer.cookie("zhenma_device"));
  }

  /** The same device scans another item. */
  public Complaining alsoScan(String other) {
    UUID id = UUID.randomUUID();
    Response answer =
        given()
            .cookie("zhenma_device", cookie)
            .contentType(ContentType.JSON)
            .body("{\"scanId\":\"%s\",\"code\":\"%s\"}".formatted(id, other))
            .post("/api/v1/scans");
    answer.then().statusCode(200);
    return new Complaining(other, told(answer), cookie);
  }

  private static String told(Response answer) {
    String form = answer.jsonPath().getString("complaint");
    return form.substring(form.indexOf("&scan=") + "&scan=".length());
  }

  /** Tells with a photo and a contact; answers the reference. */
  public String tell() {
    return reference(
        form()
            .multiPart("boughtAt", "A market")
            .multiPart("contact", "somebody@example.com")
            .multiPart("consent", "1")
            .multiPart("photo", "p.jpg", SamplePictures.jpeg(64, 48), "image/jpeg")
            .post("/complaint"));
  }

  /** The form of this scan, with nothing said yet. */
  public RequestSpecification form() {
    return given()
        .cookie("zhenma_device", cookie)
        .header("Accept-Language", "en")
        .contentType("multipart/form-data; charset=UTF-8")
        .multiPart("code", link)
        .multiPart("scan", scan);
  }

  /** What the page calls the complaint. */
  public static String reference(Response page) {
    Matcher found = REFERENCE.matcher(page.then().statusCode(200).extract().asString());
    if (!found.find()) {
      throw new AssertionError("no reference");
    }
    return found.group(1);
  }
}

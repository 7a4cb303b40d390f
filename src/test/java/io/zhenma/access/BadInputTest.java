package io.zhenma.access;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is refused clearly, in the reader's language, and leaves nothing behind. */
@QuarkusTest
class BadInputTest {
  private static final List<String> INSIDES =
      List.of(
          "Exception", "io.zhenma", "java.", "jakarta", "SELECT", "INSERT", "\tat ", "hibernate");
  private static final String TEN_MEGABYTES = "x".repeat(10_000_000);

  @Inject Houses houses;

  private static @Nullable Scene shared;
  private String before = "";

  private Scene scene() {
    Scene scene = shared == null ? Scene.with(houses, 1) : shared;
    shared = scene;
    return scene;
  }

  @BeforeEach
  void rememberWhatThereIs() {
    before = everything();
  }

  @AfterEach
  void nothingIsLeftBehind() {
    assertThat(everything()).isEqualTo(before);
  }

  private String everything() {
    return get("/api/v1/products").asString() + get("/api/v1/batches").asString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "1000000000000",
        "1.5",
        "1e400",
        "\"ten\"",
        "\"10\"",
        "null",
        "[]",
        "{}"
      })
  void aQuantityIsAWholeNumberThatABatchCanHave(String quantity) {
    refused(batch("'quantity':" + quantity), 400, "validation").body(field(), hasItem("quantity"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "2026-13-01", "yesterday", "1899-01-01", "9999-01-01", ""})
  void aDateIsADayThatThereWas(String date) {
    refused(batch("'producedOn':'" + date + "'"), 400, "validation")
        .body(field(), hasItem("producedOn"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123",
        "6901234567890",
        "69012345678X2",
        "",
        "\\u0027 OR 1=1 --",
        "6901234567892\\u0000"
      })
  void aGtinHasItsLengthAndCheckDigit(String gtin) {
    refused(product("'gtin':\"" + gtin + "\""), 400, "validation").body(field(), hasItem("gtin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "a\\u0000b",
        "a\\r\\nb",
        "a\\u001bb",
        "a\\u0085b",
        "\\ud800",
        "\\udc00x",
        "\\u00a0",
        "a\\u202eb",
        "a\\u200bb"
      })
  void aNameIsText(String name) {
    refused(product("'name':\"" + name + "\""), 400, "validation").body(field(), hasItem("name"));
  }

  @Test
  void aNameHasAnEnd() {
    refused(product("'name':'" + "x".repeat(201) + "'"), 400, "validation")
        .body(field(), hasItem("name"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{",
        "[]",
        "\"text\"",
        "{\"gtin\":}",
        "{\"gtin\":\"1\",\"gtin\":\"2\"}",
        "{} {}",
        "\u0000",
        "{'a':1}",
        "{\"listPriceFen\":NaN}"
      })
  void aBodyIsOneJsonObject(String body) {
    Response answer = write().body(body).post("/api/v1/products");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertClear("POST " + body, answer);
  }

  @Test
  void depthIsBounded() {
    String deep = "{\"unknown\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}";
    refused(write().body(deep).post("/api/v1/products"), 400, "malformed-json");
  }

  @Test
  void fieldsNotKnownAreIgnored() {
    write()
        .body("{\"to\":\"VOID\",\"reason\":\"\",\"unknown\":1}")
        .post("/api/v1/batches/" + scene().house().batch().number() + "/moves")
        .then()
        .statusCode(400)
        .body(field(), hasItem("reason"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"NOWHERE\"", "\"active\"", "\"\"", "null"})
  void aStateHasAName(String state) {
    refused(
        write()
            .body("{\"to\":%s,\"reason\":\"because\"}".formatted(state))
            .post("/api/v1/batches/" + scene().house().batch().number() + "/moves"),
        400,
        "validation");
  }

  @Test
  void whatIsTooLargeIsRefusedAsAProblemWhereverItGoes() {
    assertAll(
        Stream.of("/api/v1/products", "/api/v1/batches", "/api/v1/session", "/api/v1/scans")
            .map(
                path ->
                    () ->
                        refused(
                            write().body("{\"name\":\"" + TEN_MEGABYTES + "\"}").post(path),
                            413,
                            "too-large")));
  }

  @Test
  void aFormThatIsTooLargeIsRefused() {
    Response answer =
        given().contentType(ContentType.URLENC).body("scan=" + TEN_MEGABYTES).post(scanPath());

    assertThat(answer.statusCode()).isEqualTo(413);
    assertClear("form", answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded"})
  void aBodyThatDoesNotSayHowLargeItIsGetsNoFurther(String type)
      throws IOException, InterruptedException {
    String path = type.endsWith("json") ? "/api/v1/scans" : scanPath();
    String body = type.endsWith("json") ? "{\"scanId\":\"" + TEN_MEGABYTES : TEN_MEGABYTES;
    HttpRequest chunked =
        HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", type)
            .POST(
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8))))
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(chunked, BodyHandlers.ofString());

      assertThat(answer.statusCode()).isIn(400, 413);
    } catch (IOException closed) {
      assertThat(closed).isNotInstanceOf(HttpTimeoutException.class);
    }
  }

  @Test
  void addressesMethodsAndFormatsThatAreNotThereAreProblemsToo() {
    RequestSpecification xml = scene().operator().request().contentType("application/xml");
    assertAll(
        () -> refused(get("/api/v1/nowhere"), 404, "not-found"),
        () -> refused(get("/api/nowhere"), 404, "not-found"),
        () -> refused(get("/api/v1/maps/999999.json"), 404, "not-found"),
        () -> refused(get("/api/v1/batches/abc"), 404, "not-found"),
        () -> refused(get("/api/v1/batches/99999999999999"), 404, "not-found"),
        () -> refused(get("/api/v1/batches/-1"), 404, "not-found"),
        () -> refused(write().body("{}").put("/api/v1/products"), 405, "method-not-allowed"),
        () -> refused(write().body("{}").patch("/api/v1/session"), 405, "method-not-allowed"),
        () -> refused(xml.body("<a/>").post("/api/v1/products"), 415, "unsupported-media-type"),
        () ->
            refused(
                scene().operator().request().accept("image/png").get("/api/v1/products"),
                406,
                "not-acceptable"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/products?page=-1",
        "/api/v1/products?size=0",
        "/api/v1/products?size=201",
        "/api/v1/products?page=abc",
        "/api/v1/products?page=99999999999999",
        "/api/v1/products?size=1.5",
        "/api/v1/batches?gtin=123",
        "/api/v1/scans?outcome=fake",
        "/api/v1/items",
        "/api/v1/items?code=",
        "/api/v1/items?code=%00",
        "/api/v1/items?code=123/ABC",
        "/api/v1/batches/1/codes.csv?kind=x",
        "/api/v1/batches/1/codes.csv?first=-1",
        "/api/v1/batches/1/codes.csv?first=1000",
        "/api/v1/batches/1/codes.csv?count=0",
        "/api/v1/batches/1/codes.csv?count=abc",
        "/api/v1/batches/1/labels.pdf?count=1001"
      })
  void aParameterOutOfBoundsIsAProblem(String path) {
    refused(get(path), 400, "validation");
  }

  @Test
  void aReportOfAKindThatThereIsNotIsAProblem() {
    RequestSpecification marketer = scene().marketer().request();
    refused(marketer.get("/api/v1/reports?kind=NONE"), 400, "validation");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'scanId':'x'",
        "'scanId':null",
        "'scanId':5",
        "'code':'x'",
        "'code':null",
        "'code':'\\u0000'",
        "'code':'https://h/01/6901234567890/21/ABC'",
        "'position':{'latitude':91,'longitude':0,'accuracyMetres':1,'consent':true}",
        "'position':{'latitude':1e309,'longitude':0,'accuracyMetres':1,'consent':true}",
        "'position':{'latitude':'NaN','longitude':0,'accuracyMetres':1,'consent':true}",
        "'position':{'latitude':30,'longitude':181,'accuracyMetres':1,'consent':true}",
        "'position':{'latitude':30,'longitude':110,'accuracyMetres':-1,'consent':true}",
        "'position':{'latitude':30,'longitude':110,'consent':true}",
        "'position':{'consent':true}",
        "'position':{'latitude':30,'longitude':110,'accuracyMetres':1}",
        "'position':{'latitude':30,'longitude':110,'accuracyMetres':1,'consent':false}",
        "'position':{'latitude':30,'longitude':110,'accuracyMetres':1,'consent':'yes'}"
      })
  void aScanThatIsNoneIsNotCounted(String wrong) {
    String path = "/api/v1/scans?size=1";
    int scans = get(path).path("total");

    String body = merged("'scanId':'{uuid}','code':'{link}'", wrong);
    refused(
        given()
            .contentType(ContentType.JSON)
            .body(scene().house().fill(body.replace("{link}", scene().house().links().get(3))))
            .post("/api/v1/scans"),
        400,
        "validation");

    int after = get(path).path("total");
    assertThat(after).isEqualTo(scans);
  }

  @Test
  void refusalsAreInTheReadersLanguage() {
    String tooMany = "{\"gtin\":null,\"quantity\":0,\"lot\":null,\"producedOn\":null}";
    assertAll(
        Map.of(
                "zh-CN,zh;q=0.9", "[\\s\\S]*[\\u4e00-\\u9fff][\\s\\S]*",
                "zh-CN,zh_CN;q=0.8", "[\\s\\S]*[\\u4e00-\\u9fff][\\s\\S]*",
                "en-GB", "[\\x00-\\x7f]*",
                "fr", "[\\x00-\\x7f]*",
                "*;q=nonsense", "[\\x00-\\x7f]*")
            .entrySet()
            .stream()
            .map(
                language ->
                    () -> {
                      Response answer =
                          write()
                              .header("Accept-Language", language.getKey())
                              .body(tooMany)
                              .post("/api/v1/batches");
                      assertThat(answer.<String>path("title")).matches(language.getValue());
                      assertThat(answer.<List<String>>path("errors.message"))
                          .allMatch(message -> message.matches(language.getValue()));
                      Response unnamed =
                          scene()
                              .admin()
                              .request()
                              .contentType(ContentType.JSON)
                              .header("Accept-Language", language.getKey())
                              .body("{\"email\":\"nobody\",\"name\":\" \"}")
                              .post("/api/v1/users");
                      assertThat(unnamed.<List<String>>path("errors.message"))
                          .hasSizeGreaterThan(2)
                          .allMatch(message -> message.matches(language.getValue()));
                    }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u200B@example.com", "a\u202E@example.com", "a@exam\u00ADple.com"})
  void anAddressWithSignsNobodySeesIsNoUsers(String email) {
    String body =
        "{\"email\":\"%s\",\"name\":\"n\",\"role\":\"PLATFORM_ADMIN\",\"password\":\"a long one for tests\"}";
    scene()
        .admin()
        .request()
        .contentType(ContentType.JSON)
        .body(body.formatted(email))
        .post("/api/v1/users")
        .then()
        .statusCode(400)
        .body("errors.field", equalTo(List.of("email")));
  }

  private RequestSpecification write() {
    return scene().operator().request().contentType(ContentType.JSON);
  }

  private Response get(String path) {
    return scene().operator().request().get(path);
  }

  private String scanPath() {
    return "/01/" + scene().house().code(3).replace("/", "/21/");
  }

  private Response batch(String wrong) {
    String right = "'gtin':'{gtin}','quantity':10,'lot':'X1','producedOn':'2026-01-02'";
    return write().body(scene().house().fill(merged(right, wrong))).post("/api/v1/batches");
  }

  private Response product(String wrong) {
    String right = "'gtin':'{fresh-gtin}','name':'Tea','category':'Tea','listPriceFen':1";
    return write().body(scene().house().fill(merged(right, wrong))).post("/api/v1/products");
  }

  /** The fields of a right body with one of them replaced. */
  private static String merged(String right, String wrong) {
    String name = wrong.substring(0, wrong.indexOf(':'));
    String kept =
        Stream.of(right.split(",(?=')"))
            .filter(field -> !field.startsWith(name + ":"))
            .map(field -> field + ",")
            .collect(Collectors.joining());
    return "{" + (kept + wrong).replace('\'', '"') + "}";
  }

  private static String field() {
    return "errors.field";
  }

  private static ValidatableResponse refused(Response answer, int status, String slug) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertClear(slug, answer);
    return answer
        .then()
        .contentType("application/problem+json")
        .body("type", equalTo("urn:zhenma:problem:" + slug))
        .body("status", equalTo(status));
  }

  private static void assertClear(String what, Response answer) {
    List<Executable> none =
        INSIDES.stream()
            .<Executable>map(
                inside -> () -> assertThat(answer.asString()).as(what).doesNotContain(inside))
            .toList();
    assertAll(none);
    assertThat(answer.asString()).as(what).isNotBlank();
  }
}

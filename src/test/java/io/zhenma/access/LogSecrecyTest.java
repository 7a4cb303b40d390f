package io.zhenma.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhenma.access.Person.Session;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.Test;

/** The log tells what happened and nobody's secrets. */
@QuarkusTest
class LogSecrecyTest {
  @Inject Houses houses;

  @Test
  void signingInScanningAndFailingLeaveNoSecretInTheLog() {
    House house = houses.build(1);
    Recorder log = new Recorder();
    Logger root = Logger.getLogger("");
    root.addHandler(log);
    Session session;
    String device;
    App app;
    try {
      session = house.operator().signIn();
      Person.trySigningIn(house.operator().email(), "hunter2-hunter2");
      session.withoutToken().contentType(ContentType.JSON).body("{}").post("/api/v1/products");
      app = App.enrol(house.marketer());
      App.prove(App.half(house.marketer()), "123 456").then().statusCode(400);
      App.prove(App.half(house.marketer()), app.recoveryCodes().get(0)).then().statusCode(200);
      device = scan(house.links().get(2)).cookie("zhenma_device");
      session.request().contentType(ContentType.JSON).body("{\"x").post("/api/v1/products");
      app.session().request().get("/api/v1/customers/" + house.customer());
      Logger.getLogger("io.zhenma.test").info("the recorder listens");
    } finally {
      root.removeHandler(log);
    }

    String text = String.join("\n", log.lines);
    assertThat(text)
        .contains("the recorder listens")
        .doesNotContain(
            house.operator().password(),
            "hunter2",
            session.cookie(),
            session.antiForgeryToken(),
            device,
            app.secret(),
            app.recoveryCodes().get(0),
            app.recoveryCodes().get(0).replace("-", ""),
            "123 456",
            "123456",
            "31.2304",
            "121.4737",
            "202.96.209.133",
            house.operator().email());
  }

  private static Response scan(String link) {
    return given()
        .contentType(ContentType.JSON)
        .header("X-Forwarded-For", "202.96.209.133")
        .body(
            "{\"scanId\":\"%s\",\"code\":\"%s\",\"position\":{\"latitude\":31.2304,\"longitude\":121.4737,\"accuracyMetres\":20,\"consent\":true}}"
                .formatted(UUID.randomUUID(), link))
        .post("/api/v1/scans");
  }

  /** Keeps every line with its stack trace's messages. */
  private static final class Recorder extends Handler {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    Recorder() {
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord line) {
      lines.add(ExtLogRecord.wrap(line).getFormattedMessage());
      for (Throwable cause = line.getThrown(); cause != null; cause = cause.getCause()) {
        lines.add(cause.toString());
      }
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}

package io.zhenma;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers the console's requests inside the browser with canned figures, so that its pages can be
 * looked at in every state. What the console sends is kept in {@link #sent}.
 */
final class ConsoleApi {

  private static final Map<String, String> ANSWERS =
      Map.ofEntries(
          Map.entry("GET /overview", "overview"),
          Map.entry("GET /traffic", "traffic"),
          Map.entry("GET /products", "products"),
          Map.entry("POST /products", "product"),
          Map.entry("GET /products/06901234567892", "product"),
          Map.entry("GET /batches", "batches"),
          Map.entry("POST /batches", "batch"),
          Map.entry("GET /batches/14", "batch"),
          Map.entry("GET /provinces", "provinces"),
          Map.entry("PUT /batches/14/sold-in", "batch"),
          Map.entry("GET /batches/14/moves", "moves"),
          Map.entry("GET /batches/14/states", "states"),
          Map.entry("GET /batches/14/reconciliation", "reconciliation"),
          Map.entry("POST /batches/14/moves/preview", "preview"),
          Map.entry("POST /batches/14/moves/list/preview", "preview"),
          Map.entry("POST /batches/14/moves/list", "batch"),
          Map.entry("POST /batches/14/print-reports", "print-report"),
          Map.entry("GET /batches/15", "draft"),
          Map.entry("PUT /batches/15", "draft"),
          Map.entry("DELETE /batches/15", "draft"),
          Map.entry("GET /batches/15/moves", "none"),
          Map.entry("GET /batches/15/states", "draft-states"),
          Map.entry("GET /code-imports", "code-imports"),
          Map.entry("POST /code-imports", "code-import-started"),
          Map.entry("POST /code-imports?check=true", "code-import-check-started"),
          Map.entry("GET /code-imports/5", "code-import"),
          Map.entry("GET /code-imports/6", "code-import-checked"),
          Map.entry("GET /code-imports/7", "code-import-running"),
          Map.entry("GET /code-imports/8", "code-import-failed"),
          Map.entry("GET /code-imports/5/refusals", "code-import-refusals"),
          Map.entry("GET /code-imports/6/refusals", "code-import-refusals"),
          Map.entry("GET /code-imports/7/refusals", "nothing"),
          Map.entry("GET /code-imports/8/refusals", "nothing"),
          Map.entry("DELETE /code-imports/7", "code-import-failed"),
          Map.entry("GET /products/00400000000015", "product-restricted"),
          Map.entry("GET /deliveries", "deliveries"),
          Map.entry("GET /deliveries/30", "delivery"),
          Map.entry("POST /batches/14/deliveries", "delivery"),
          Map.entry("POST /deliveries/31/cancellation", "delivery"),
          Map.entry("POST /deliveries/29/resumption", "delivery"),
          Map.entry("GET /printing-houses", "printing-houses"),
          Map.entry("POST /printing-houses", "printing-house"),
          Map.entry("POST /printing-houses/3/deactivation", "printing-house"),
          Map.entry("GET /alerts", "alerts"),
          Map.entry("GET /alerts?state=OPEN", "alerts"),
          Map.entry("GET /alerts/38", "alert"),
          Map.entry("POST /alerts/38/acknowledgement", "alert-acknowledged"),
          Map.entry("GET /alert-subscriptions", "alert-subscriptions"),
          Map.entry("POST /alert-subscriptions", "alert-subscription-made"),
          Map.entry("POST /alert-subscriptions/4/test", "alert-test"),
          Map.entry("POST /alert-subscriptions/4/replay", "alert-replayed"),
          Map.entry("GET /alert-subscriptions/3/notices", "nothing"),
          Map.entry("GET /alert-subscriptions/4/notices", "alert-notices"),
          Map.entry("GET /alert-notices/7d0c53f2-52f3-4a52-8f0e-0f6a5c2f9a11", "alert-notice"),
          Map.entry("GET /items", "item"),
          Map.entry("GET /scans", "scans"),
          Map.entry("GET /scans?outcome=suspect", "scans-suspect"),
          Map.entry("GET /complaints", "complaints"),
          Map.entry("GET /complaints/7K2M-9QX4", "complaint"),
          Map.entry("PUT /complaints/7K2M-9QX4", "complaint"),
          Map.entry("DELETE /complaints/7K2M-9QX4", "complaint"),
          Map.entry("POST /complaints/closures", "none"),
          Map.entry("POST /complaints/erasures", "none"),
          Map.entry("GET /customers", "customers"),
          Map.entry("GET /reports?kind=RFM", "rfm-runs"),
          Map.entry("GET /reports?kind=REGION", "region-runs"),
          Map.entry("GET /reports/9", "rfm"),
          Map.entry("GET /reports/6", "regions"),
          Map.entry("GET /reports/10", "report-half"),
          Map.entry("POST /reports", "report-started"),
          Map.entry("GET /appearance", "appearance"),
          Map.entry("PUT /appearance", "appearance"),
          Map.entry("PUT /appearance/logo", "appearance"),
          Map.entry("GET /appearance/colour", "colour"),
          Map.entry("PUT /products/06901234567892/picture", "product"),
          Map.entry("GET /keys", "keys"),
          Map.entry("POST /keys", "key"),
          Map.entry("POST /keys/2/revocation", "key-revoked"),
          Map.entry("GET /policy", "policy"),
          Map.entry("GET /policy/versions", "policy-versions"),
          Map.entry("PUT /policy", "policy-version"),
          Map.entry("POST /policy/reset", "policy-version"),
          Map.entry("GET /approvals?state=PENDING", "nothing"),
          Map.entry("GET /brands", "brands"),
          Map.entry("POST /brands", "brand"),
          Map.entry("GET /users", "users"));

  final List<String> sent = new ArrayList<>();
  private final String role;
  private boolean signedIn;
  private @Nullable String refusal;

  private ConsoleApi(String role, boolean signedIn) {
    this.role = role;
    this.signedIn = signedIn;
  }

  /** Puts itself between the pages of a browser and the server. */
  static ConsoleApi in(BrowserContext browser, String role, boolean signedIn) {
    ConsoleApi api = new ConsoleApi(role, signedIn);
    browser.route("**/api/v1/**", api::answer);
    return api;
  }

  /** The next requests find that the session has ended. */
  void endSession() {
    signedIn = false;
  }

  /** The next thing sent is refused with this problem. */
  void refuseNext(String problem) {
    refusal = problem;
  }

  private void answer(Route route) {
    URI uri = URI.create(route.request().url());
    String path = uri.getPath().substring("/api/v1".length());
    String method = route.request().method();
    if (!method.equals("GET")) {
      sent.add(method + " " + path + " " + route.request().postData());
    }
    if (path.equals("/session")) {
      session(route, method);
    } else if (!signedIn) {
      problem(route, 401, "{\"type\":\"urn:zhenma:problem:unauthenticated\",\"title\":\"?\"}");
    } else if (refusal != null && !method.equals("GET")) {
      problem(route, 400, refusal);
      refusal = null;
    } else {
      data(route, method, path, uri.getQuery() == null ? "" : uri.getQuery());
    }
  }

  private void session(Route route, String method) {
    String body = route.request().postData();
    if (method.equals("POST")) {
      signedIn = body.contains("right");
    } else if (method.equals("DELETE")) {
      signedIn = false;
    }
    if (signedIn) {
      json(route, "session-" + role);
    } else {
      problem(route, 401, "{\"title\":\"?\"}");
    }
  }

  private static void data(Route route, String method, String path, String query) {
    String plain = method + " " + path;
    String withFirstFilter = plain + "?" + query.split("&", -1)[0];
    String name = ANSWERS.getOrDefault(withFirstFilter, ANSWERS.get(plain));
    if (path.equals("/maps/china.json")) {
      body(route, "/place/china.json");
    } else if (path.startsWith("/customers/")) {
      json(route, "customer");
    } else if (path.endsWith("/moves") && method.equals("POST")) {
      json(route, "batch-active");
    } else if (name != null) {
      json(route, name);
    } else {
      problem(route, 404, "{\"title\":\"Not found\",\"status\":404}");
    }
  }

  private static void json(Route route, String name) {
    body(route, "/console/" + name + ".json");
  }

  private static void body(Route route, String resource) {
    try (InputStream file = ConsoleApi.class.getResourceAsStream(resource)) {
      if (file == null) {
        problem(route, 404, "{\"title\":\"Not found\",\"status\":404}");
        return;
      }
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      route.fulfill(
          new Route.FulfillOptions()
              .setStatus(200)
              .setContentType("application/json")
              .setBody(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void problem(Route route, int status, String problem) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(status)
            .setContentType("application/problem+json")
            .setBody(problem));
  }
}

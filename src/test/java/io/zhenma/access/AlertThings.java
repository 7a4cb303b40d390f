package io.zhenma.access;

import io.zhenma.access.Person.Session;
import io.zhenma.alert.AlertKind;
import io.zhenma.alert.AlertSubject;
import io.zhenma.alert.Alerts;
import io.zhenma.alert.Facts;
import java.time.Instant;
import java.util.Map;

/** What belongs to a brand's alerts. */
final class AlertThings {
  /** Where nobody listens; it wants no alert that these tests raise. */
  static final String WEBHOOK =
      "{'channel':'WEBHOOK','name':'ERP','address':'http://127.0.0.1:9/','kinds':['GUESSING'],"
          + "'leastSeverity':'CRITICAL','active':true}";

  private AlertThings() {}

  /** An open alert, a webhook, and a dead letter for it. */
  static Map<String, String> make(Session operator, Alerts alerts, long brandId) {
    long alert =
        alerts
            .raise(
                brandId, AlertKind.COPIED_CODE, AlertSubject.item(1, 1), Facts.NONE, Instant.now())
            .id();
    int subscription =
        operator
            .request()
            .contentType("application/json")
            .body(WEBHOOK.replace('\'', '"'))
            .post("/api/v1/alert-subscriptions")
            .then()
            .statusCode(201)
            .extract()
            .path("subscription.id");
    String path = "/api/v1/alert-subscriptions/" + subscription;
    operator.request().post(path + "/test").then().statusCode(200);
    String notice = operator.request().get(path + "/notices").path("items[0].id");
    return Map.of(
        "{alert}", Long.toString(alert),
        "{subscription}", Integer.toString(subscription),
        "{notice}", notice);
  }
}

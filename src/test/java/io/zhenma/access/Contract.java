package io.zhenma.access;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhenma.SamplePictures;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is expected of every endpoint: who may use it, and a request that succeeds. An endpoint that
 * is not here fails {@link AccessTest}.
 *
 * @param request the path to ask, with {@link House#fill} names where it tells of a brand's thing
 * @param body JSON, CSV, or "" for none
 * @param audited the action that it leaves in the audit log, or "" for none
 */
record Contract(Endpoint endpoint, Rule rule, String request, String body, String audited) {
  private static final String PRODUCT =
      "\"name\":\"Tea\",\"category\":\"Tea\",\"listPriceFen\":100,\"shelfLifeDays\":null";
  private static final String V1 = "/api/v1";

  /** Stands for a small picture. */
  private static final String PNG = "(a picture)";

  /** Stands for a form with a file. */
  private static final String FORM = "(a form)";

  static final List<Contract> ALL =
      List.of(
          write("POST", "/session", Rule.ANYONE, "sign-in")
              .with("{'email':'{email}','password':'{password}'}"),
          read("/session", Rule.SIGNED_IN),
          write("DELETE", "/session", Rule.SIGNED_IN, "sign-out"),
          read("/brands", Rule.ADMIN),
          write("POST", "/brands", Rule.ADMIN, "brand-created")
              .with("{'name':'New brand','slug':'b{fresh-gtin}'}"),
          write("PUT", "/brands/{id}/prefixes", Rule.ADMIN, "brand-prefixes-changed")
              .at("/brands/{brand-id}/prefixes")
              .with("{'prefixes':[],'anyGtin':true}"),
          read("/gtins/{gtin}", Rule.ADMIN),
          write("POST", "/gtins/{gtin}/release", Rule.ADMIN, "gtin-released")
              .at("/gtins/{spare-gtin}/release")
              .with("{'reason':'test'}"),
          write("POST", "/gtins/{gtin}/transfer", Rule.ADMIN, "gtin-transferred")
              .at("/gtins/{moving-gtin}/transfer")
              .with("{'fromBrandId':{brand-id},'toBrandId':{receiving-brand-id},'reason':'test'}"),
          read("/users", Rule.ADMIN),
          write("POST", "/users", Rule.ADMIN, "user-created")
              .with(
                  "{'email':'{uuid}@example.com','name':'New','role':'PLATFORM_ADMIN',"
                      + "'password':'long enough for all'}"),
          write("PUT", "/users/{id}/active", Rule.ADMIN, "user-activated")
              .at("/users/{user}/active")
              .with("{'active':true}"),
          read("/audit-entries", Rule.ADMIN_OR_OPERATOR),
          read("/audit-entries/people", Rule.ADMIN_OR_OPERATOR),
          read("/audit-entries/rows.csv", Rule.ADMIN_OR_OPERATOR).leaving("audit-exported"),
          write("POST", "/users/{id}/unlock", Rule.ADMIN, "user-unlocked")
              .at("/users/{user}/unlock"),
          read("/approvals", Rule.BRAND),
          read("/approvals/{id}", Rule.BRAND).at("/approvals/{approval}"),
          write("POST", "/approvals/{id}/confirmation", Rule.OPERATOR, "approval-confirmed")
              .at("/approvals/{approval}/confirmation"),
          write("POST", "/approvals/{id}/rejection", Rule.BRAND, "approval-rejected")
              .at("/approvals/{approval-spare}/rejection")
              .with("{'note':'test'}"),
          write("POST", "/users/{id}/password-reset", Rule.ADMIN, "password-reset-issued")
              .at("/users/{user}/password-reset"),
          write("POST", "/password-resets", Rule.ANYONE, "")
              .with("{'token':'nobody','password':'long enough for all'}"),
          write("PUT", "/account/password", Rule.SIGNED_IN, "")
              .with("{'current':'not the one','wanted':'long enough for all'}"),
          read("/account/sessions", Rule.SIGNED_IN),
          write("POST", "/session/second-factor", Rule.SIGNED_IN, "").with("{'code':'000000'}"),
          read("/account/second-factor", Rule.SIGNED_IN),
          write("POST", "/account/second-factor", Rule.SIGNED_IN, "")
              .with("{'password':'not the one'}"),
          write("PUT", "/account/second-factor", Rule.SIGNED_IN, "").with("{'code':'000000'}"),
          write("POST", "/account/second-factor/recovery-codes", Rule.SIGNED_IN, "")
              .with("{'password':'not the one','code':'000000'}"),
          write("POST", "/account/second-factor/removal", Rule.SIGNED_IN, "")
              .with("{'password':'not the one','code':'000000'}"),
          write("POST", "/users/{id}/second-factor-reset", Rule.ADMIN, "")
              .at("/users/{user}/second-factor-reset"),
          write("PUT", "/brands/{id}/second-factor", Rule.ADMIN, "second-factor-demand-changed")
              .at("/brands/{brand-id}/second-factor")
              .with("{'of':'NOBODY'}"),
          write("DELETE", "/account/sessions", Rule.SIGNED_IN, "sessions-ended"),
          write("DELETE", "/account/sessions/{id}", Rule.SIGNED_IN, "").at("/account/sessions/00"),
          // Before its key is revoked
          write("POST", "/batches/{number}/deliveries", Rule.OPERATOR, "delivery-created")
              .with("{'format':'CSV','count':2}"),
          read("/keys", Rule.OPERATOR),
          write("POST", "/keys", Rule.OPERATOR, "key-rotated").with("{}"),
          write("POST", "/keys/{keyId}/revocation", Rule.OPERATOR, "key-revoked")
              .at("/keys/1/revocation")
              .with("{'reason':'test'}"),
          read("/policy", Rule.BRAND),
          read("/policy/versions", Rule.BRAND),
          write("PUT", "/policy", Rule.OPERATOR, "policy-changed")
              .with("{'thresholds':{'mostDevices':9},'note':'test'}"),
          write("POST", "/policy/reset", Rule.OPERATOR, "policy-changed").with("{'note':'test'}"),
          read("/overview", Rule.BRAND),
          read("/traffic", Rule.BRAND),
          read("/products", Rule.BRAND),
          write("POST", "/products", Rule.OPERATOR, "product-created")
              .with("{'gtin':'{fresh-gtin}'," + PRODUCT + "}"),
          read("/products/{gtin}", Rule.BRAND),
          write("PUT", "/products/{gtin}", Rule.OPERATOR, "product-changed")
              .with("{" + PRODUCT + "}"),
          write("PUT", "/products/{gtin}/picture", Rule.OPERATOR, "product-picture-changed")
              .with(PNG),
          write("DELETE", "/products/{gtin}/picture", Rule.OPERATOR, "product-picture-removed"),
          read("/appearance", Rule.OPERATOR),
          read("/appearance/colour", Rule.OPERATOR).at("/appearance/colour?value=%23c8102e"),
          write("PUT", "/appearance", Rule.OPERATOR, "appearance-changed")
              .with("{'colour':'#c8102e','phone':'400-800-1234'}"),
          write("PUT", "/appearance/logo", Rule.OPERATOR, "logo-changed").with(PNG),
          write("DELETE", "/appearance/logo", Rule.OPERATOR, "logo-removed"),
          row("GET", "/p/{brand}/{name}", Rule.ANYONE, "").asking("/p/{slug}/1x1-x.png"),
          read("/batches", Rule.BRAND),
          write("POST", "/batches", Rule.OPERATOR, "batch-created")
              .with("{'gtin':'{gtin}','quantity':10,'lot':'X1','producedOn':'2026-01-02'}"),
          read("/batches/{number}", Rule.BRAND),
          write("PUT", "/batches/{number}", Rule.OPERATOR, "batch-changed")
              .at("/batches/{draft}")
              .with("{'quantity':20,'lot':'X2','producedOn':'2026-01-03'}"),
          write("DELETE", "/batches/{number}", Rule.OPERATOR, "batch-deleted")
              .at("/batches/{draft}"),
          read("/provinces", Rule.BRAND),
          write("PUT", "/batches/{number}/sold-in", Rule.OPERATOR, "batch-territory-changed")
              .with("{'soldIn':['310000'],'note':'test'}"),
          read("/batches/{number}/states", Rule.BRAND),
          read("/batches/{number}/moves", Rule.BRAND),
          write("POST", "/batches/{number}/moves", Rule.OPERATOR, "batch-moved")
              .with("{'to':'RECALLED','reason':'test'}"),
          write("POST", "/batches/{number}/moves/list", Rule.OPERATOR, "items-moved")
              .at("/batches/{number}/moves/list?to=VOID&reason=test")
              .with("7\n8"),
          write("POST", "/batches/{number}/moves/preview", Rule.OPERATOR, "").with("{'to':'VOID'}"),
          write("POST", "/batches/{number}/moves/list/preview", Rule.OPERATOR, "")
              .at("/batches/{number}/moves/list/preview?to=VOID")
              .with("7\n8"),
          read("/batches/{number}/reconciliation", Rule.OPERATOR),
          read("/batches/{number}/print-reports", Rule.BRAND),
          write("POST", "/batches/{number}/print-reports", Rule.OPERATOR, "print-reported")
              .with("{'reference':'{uuid}','printed':[{'firstItem':0,'lastItem':9}]}"),
          write("POST", "/line-scans", Rule.OPERATOR, "items-moved")
              .with("{'code':'{link}','to':'VOID','reason':'test'}"),
          read("/batches/{number}/codes.csv", Rule.OPERATOR).leaving("codes-downloaded"),
          read("/batches/{number}/labels.pdf", Rule.OPERATOR)
              .at("/batches/{number}/labels.pdf?count=2")
              .leaving("codes-downloaded"),
          read("/code-imports", Rule.OPERATOR),
          write("POST", "/code-imports", Rule.OPERATOR, "code-import-started")
              .at("/code-imports?producedOn=2026-01-02")
              .with("code\nX-{uuid}\n"),
          read("/code-imports/{id}", Rule.OPERATOR).at("/code-imports/{import}"),
          write("DELETE", "/code-imports/{id}", Rule.OPERATOR, "").at("/code-imports/{import}"),
          read("/code-imports/{id}/refusals", Rule.OPERATOR).at("/code-imports/{import}/refusals"),
          read("/code-imports/{id}/refusals.csv", Rule.OPERATOR)
              .at("/code-imports/{import}/refusals.csv")
              .leaving("import-refusals-downloaded"),
          read("/deliveries", Rule.OPERATOR),
          read("/deliveries/{id}", Rule.OPERATOR).at("/deliveries/{delivery}"),
          write("POST", "/deliveries/{id}/cancellation", Rule.OPERATOR, "")
              .at("/deliveries/{delivery}/cancellation"),
          write("POST", "/deliveries/{id}/resumption", Rule.OPERATOR, "")
              .at("/deliveries/{delivery}/resumption"),
          read("/deliveries/{id}/files/{n}", Rule.OPERATOR)
              .at("/deliveries/{delivery}/files/1")
              .leaving("delivery-downloaded"),
          read("/deliveries/{id}/manifest.json", Rule.OPERATOR)
              .at("/deliveries/{delivery}/manifest.json")
              .leaving("delivery-downloaded"),
          read("/deliveries/{id}/manifest.p7m", Rule.OPERATOR)
              .at("/deliveries/{delivery}/manifest.p7m")
              .leaving("delivery-downloaded"),
          row("GET", "/.well-known/zhenma/{brand}/delivery.pem", Rule.ANYONE, ""),
          read("/printing-houses", Rule.OPERATOR),
          read("/label-templates", Rule.OPERATOR),
          write("POST", "/label-templates", Rule.OPERATOR, "label-template-created")
              .with("{'name':'{uuid}','design':{design}}"),
          write("POST", "/label-templates/preview", Rule.OPERATOR, "").with("{design}"),
          read("/label-templates/{id}", Rule.OPERATOR).at("/label-templates/{template}"),
          read("/label-templates/{id}/preview.svg", Rule.OPERATOR)
              .at("/label-templates/{template}/preview.svg"),
          write("PUT", "/label-templates/{id}", Rule.OPERATOR, "label-template-changed")
              .at("/label-templates/{template}")
              .with("{'name':'{uuid}','design':{design}}"),
          write("DELETE", "/label-templates/{id}", Rule.OPERATOR, "label-template-deleted")
              .at("/label-templates/{template}"),
          write(
                  "POST",
                  "/printing-houses/{id}/deactivation",
                  Rule.OPERATOR,
                  "printing-house-deactivated")
              .at("/printing-houses/{printing-house}/deactivation"),
          read("/alerts", Rule.BRAND),
          read("/alerts/{id}", Rule.BRAND).at("/alerts/{alert}"),
          write("POST", "/alerts/{id}/acknowledgement", Rule.OPERATOR, "alert-acknowledged")
              .at("/alerts/{alert}/acknowledgement")
              .with("{'note':'I look'}"),
          write("POST", "/alerts/{id}/resolution", Rule.OPERATOR, "alert-resolved")
              .at("/alerts/{alert}/resolution")
              .with("{}"),
          read("/alert-subscriptions", Rule.OPERATOR),
          write("POST", "/alert-subscriptions", Rule.OPERATOR, "alert-subscription-created")
              .with(AlertThings.WEBHOOK),
          write("PUT", "/alert-subscriptions/{id}", Rule.OPERATOR, "alert-subscription-changed")
              .at("/alert-subscriptions/{subscription}")
              .with(AlertThings.WEBHOOK),
          write("POST", "/alert-subscriptions/{id}/secret", Rule.OPERATOR, "webhook-secret-rotated")
              .at("/alert-subscriptions/{subscription}/secret"),
          write("POST", "/alert-subscriptions/{id}/test", Rule.OPERATOR, "alert-test-sent")
              .at("/alert-subscriptions/{subscription}/test"),
          read("/alert-subscriptions/{id}/notices", Rule.OPERATOR)
              .at("/alert-subscriptions/{subscription}/notices"),
          read("/alert-notices/{id}", Rule.OPERATOR).at("/alert-notices/{notice}"),
          write("POST", "/alert-notices/{id}/replay", Rule.OPERATOR, "alert-notice-replayed")
              .at("/alert-notices/{notice}/replay"),
          write("POST", "/alert-subscriptions/{id}/replay", Rule.OPERATOR, "alert-notices-replayed")
              .at("/alert-subscriptions/{subscription}/replay"),
          write("DELETE", "/alert-subscriptions/{id}", Rule.OPERATOR, "alert-subscription-deleted")
              .at("/alert-subscriptions/{subscription}"),
          read("/items", Rule.OPERATOR).at("/items?code={code}"),
          read("/suspects", Rule.OPERATOR),
          read("/batches/{number}/items/{item}/evidence", Rule.OPERATOR)
              .at("/batches/{number}/items/0/evidence"),
          read("/batches/{number}/items/{item}/evidence/scans", Rule.OPERATOR)
              .at("/batches/{number}/items/0/evidence/scans?before=1-0-1"),
          write("POST", "/batches/{number}/items/{item}/rulings", Rule.OPERATOR, "item-ruled")
              .at("/batches/{number}/items/0/rulings")
              .with("{'kind':'CLEARED','note':'test'}"),
          write("POST", "/rulings", Rule.OPERATOR, "item-ruled")
              .with("{'kind':'CLEARED','note':'test','items':[{'batchNumber':1,'itemNumber':0}]}"),
          read("/scans", Rule.BRAND),
          write("POST", "/scans", Rule.ANYONE, "").with("{'scanId':'{uuid}','code':'{code}'}"),
          read("/customers", Rule.BRAND),
          read("/customers/{id}", Rule.BRAND).at("/customers/{customer}"),
          read("/complaints", Rule.OPERATOR),
          read("/complaints/{reference}", Rule.OPERATOR)
              .at("/complaints/{complaint}")
              .leaving("complaint-viewed"),
          read("/complaints/{reference}/photo", Rule.OPERATOR)
              .at("/complaints/{complaint}/photo")
              .leaving("complaint-photo-viewed"),
          write("PUT", "/complaints/{reference}", Rule.OPERATOR, "complaint-changed")
              .at("/complaints/{complaint}")
              .with("{'state':'IN_PROGRESS','note':'asked the shop'}"),
          write("POST", "/complaints/closures", Rule.OPERATOR, "complaint-changed")
              .with("{'references':['{complaint}']}"),
          write("POST", "/complaints/erasures", Rule.OPERATOR, "complaint-erased")
              .with("{'references':['{other-complaint}']}"),
          write("DELETE", "/complaints/{reference}", Rule.OPERATOR, "complaint-erased")
              .at("/complaints/{complaint}"),
          row("GET", "/check", Rule.ANYONE, ""),
          row("GET", "/check/qr-scanner-1.4.2/{file}", Rule.ANYONE, "")
              .asking("/check/qr-scanner-1.4.2/qr-scanner.umd.min.js"),
          row("GET", "/complaint", Rule.ANYONE, ""),
          row("POST", "/complaint", Rule.ANYONE, "").with(FORM),
          read("/reports", Rule.BRAND),
          write("POST", "/reports", Rule.BRAND, "report-started").with("{'kind':'REGION'}"),
          read("/reports/{id}", Rule.BRAND).at("/reports/{report}"),
          write("DELETE", "/reports/{id}", Rule.BRAND, "").at("/reports/{report}"),
          read("/reports/{id}/rows.csv", Rule.BRAND)
              .at("/reports/{report}/rows.csv")
              .leaving("report-downloaded"),
          read("/maps/china.json", Rule.ANYONE),
          read("/maps/{province: [0-9]{6}}.json", Rule.ANYONE).at("/maps/440000.json"),
          row("GET", "/.well-known/zhenma/{slug}/jwks.json", Rule.ANYONE, ""),
          row("GET", "/", Rule.ANYONE, ""),
          row("GET", "/console", Rule.ANYONE, ""),
          row("GET", "/c{code: (/.*)?}", Rule.ANYONE, "").asking("/c/{slug}/X-1"),
          row("POST", "/c{code: (/.*)?}", Rule.ANYONE, "").asking("/c/{slug}/X-1"),
          row("GET", "/01{item: (/.*)?}", Rule.ANYONE, "").asking("/01/{gtin}/21/{serial}"),
          row("POST", "/01{item: (/.*)?}", Rule.ANYONE, "").asking("/01/{gtin}/10/X/21/{serial}"),
          row("GET", "/gtin{item: (/.*)?}", Rule.ANYONE, "").asking("/gtin/{gtin}/ser/{serial}"),
          row("POST", "/gtin{item: (/.*)?}", Rule.ANYONE, "").asking("/gtin/{gtin}/ser/{serial}"),
          // The last: from then on the brand's codes leave only sealed
          write("POST", "/printing-houses", Rule.OPERATOR, "printing-house-created")
              .with("{'name':'House','certificate':'{certificate}'}"));

  static Set<Endpoint> endpoints() {
    return ALL.stream().map(Contract::endpoint).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether the request names a thing of a brand. */
  boolean namesThing() {
    return (request + body)
        .matches(
            ".*\\{(gtin|number|draft|code|customer|report|import|delivery|printing-house|template|complaint|other-complaint|alert|subscription|notice|approval|approval-spare)}.*");
  }

  Response ask(RequestSpecification as, House house) {
    if (body.equals(PNG)) {
      as.contentType("image/png").body(SamplePictures.png(30, 20));
    } else if (body.equals(FORM)) {
      as.contentType("multipart/form-data").multiPart("code", house.code(0));
    } else if (!body.isEmpty()) {
      String type = body.startsWith("{") ? "application/json" : "text/csv";
      as.contentType(type).body(house.fill(body.replace("{code}", house.code(0))));
    } else if (endpoint.path().matches("/(01|c)/.*")) {
      as.contentType("application/x-www-form-urlencoded");
    }
    return as.request(endpoint.method(), house.fill(request));
  }

  private static Contract read(String path, Rule rule) {
    return row("GET", V1 + path, rule, "");
  }

  private static Contract write(String method, String path, Rule rule, String audited) {
    return row(method, V1 + path, rule, audited);
  }

  private static Contract row(String method, String path, Rule rule, String audited) {
    return new Contract(new Endpoint(method, path), rule, path, "", audited);
  }

  private Contract at(String path) {
    return asking(V1 + path);
  }

  private Contract asking(String path) {
    return new Contract(endpoint, rule, path, body, audited);
  }

  private Contract with(String json) {
    return new Contract(endpoint, rule, request, json.replace('\'', '"'), audited);
  }

  private Contract leaving(String action) {
    return new Contract(endpoint, rule, request, body, action);
  }

  @Override
  public String toString() {
    return endpoint.toString();
  }
}

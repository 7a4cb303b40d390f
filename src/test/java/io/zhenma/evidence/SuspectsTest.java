package io.zhenma.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zhenma.TestBrand;
import io.zhenma.scan.SuspectState;
import io.zhenma.sql.Sql;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of items whose codes look copied. */
@QuarkusTest
@Tag("database")
class SuspectsTest {
  @Inject TestBrand brands;
  @Inject AgroalDataSource database;
  private TestBrand.Staffed brand;
  private String gtin;
  private int batch;

  @BeforeEach
  void aBrandWithItemsOnSale() {
    brand = brands.create("Suspects");
    gtin = brand.product("Tea", 3900, 730);
    batch = brand.activeBatch(gtin, 1000);
  }

  @Test
  void anItemAppearsWithItsEvidenceWhenItsCodeBecomesSuspect() {
    String link = brand.link(batch, "inner", 4);
    Strangers.scan(brand.link(batch, "inner", 5), 1);
    assertThat(list("").extract().<List<?>>path("items")).isEmpty();

    Strangers.makeSuspect(link);

    list("")
        .body("items", hasSize(1))
        .body("items[0].batchNumber", equalTo(batch))
        .body("items[0].itemNumber", equalTo(4))
        .body("items[0].gtin", equalTo(gtin))
        .body("items[0].code", equalTo(link.replaceAll(".*/", "")))
        .body("items[0].state", equalTo("OPEN"))
        .body("items[0].score", greaterThanOrEqualTo(60))
        .body("items[0].reasons", hasItem("many-strangers"))
        .body("items[0].scans", equalTo(Strangers.ENOUGH))
        .body("items[0].devices", equalTo(Strangers.ENOUGH))
        .body("items[0].firstVerifiedPlace", equalTo("Shenzhen, Guangdong"))
        .body("items[0].since", notNullValue())
        .body("items[0].ruledAt", nullValue())
        .body("next", nullValue());
  }

  @Test
  void theListIsReadPageByPageNewestFirst() throws SQLException {
    invent(25);
    List<Integer> read = new ArrayList<>();
    String before = "";
    do {
      ValidatableResponse page = list("?size=7" + (before.isEmpty() ? "" : "&before=" + before));
      read.addAll(page.extract().<List<Integer>>path("items.itemNumber"));
      before = page.extract().path("next");
    } while (before != null);

    List<Integer> newestFirst = new ArrayList<>();
    // Five items began at each minute; within it, the later item first
    for (int minute = 4; minute >= 0; minute--) {
      for (int item = minute * 5 + 4; item >= minute * 5; item--) {
        newestFirst.add(item);
      }
    }
    assertThat(read).isEqualTo(newestFirst);
  }

  @Test
  void theListIsFilteredByAnythingThatIsKnown() throws SQLException {
    invent(25);
    String other = brand.product("Other", 100, 100);

    list("?state=CLEARED").body("items.itemNumber", contains(20, 15, 10, 5, 0));
    list("?state=OPEN&minScore=99").body("items.itemNumber", contains(24));
    list("?reason=rush").body("items.itemNumber", contains(24, 16, 8, 0));
    list("?reason=many-devices").body("items", hasSize(25));
    list("?batch=" + batch).body("items", hasSize(25));
    list("?batch=" + (batch + 1)).body("items", empty());
    list("?gtin=" + gtin).body("items", hasSize(25));
    list("?gtin=" + other).body("items", empty());
    list("?state=&reason=&gtin=").body("items", hasSize(25));
  }

  @Test
  void aPageReadsItsOwnRowsHoweverLongTheListIs() throws SQLException {
    invent(10);
    for (int have = 10; have < 20_000; have *= 2) {
      copy(have);
    }
    SuspectCursor middle =
        new SuspectCursor(Instant.parse("2026-11-01T08:01:00Z"), batch, Integer.MAX_VALUE);

    assertThat(rowsRead(Optional.empty(), Optional.empty())).isLessThan(1_000);
    assertThat(rowsRead(Optional.of(SuspectState.OPEN), Optional.empty())).isLessThan(1_000);
    assertThat(rowsRead(Optional.empty(), Optional.of(middle))).isLessThan(1_000);
    assertThat(rowsRead(Optional.of(SuspectState.OPEN), Optional.of(middle))).isLessThan(1_000);
    assertThat(rowsRead(Optional.of(SuspectState.CLEARED), Optional.of(middle))).isLessThan(1_000);
  }

  /** What the database's engine was asked for by a page of 20, counted by itself. */
  private long rowsRead(Optional<SuspectState> state, Optional<SuspectCursor> before)
      throws SQLException {
    SuspectQuery.Select select =
        new SuspectQuery(
                brand.brand().id(),
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                before,
                20)
            .select();
    try (Connection connection = database.getConnection()) {
      long already = handlerReads(connection);
      assertThat(
              Sql.list(connection, select.sql(), select.values(), row -> row.getInt("item_number")))
          .hasSize(21);
      return handlerReads(connection) - already;
    }
  }

  private static long handlerReads(Connection connection) throws SQLException {
    return Sql.list(
            connection,
            "SHOW SESSION STATUS LIKE 'Handler_read%'",
            List.of(),
            row -> row.getLong(2))
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** All of the brand's items once more, with numbers from there on. */
  private void copy(int from) throws SQLException {
    try (Connection connection = database.getConnection()) {
      for (String table : List.of("item_history", "suspect_item")) {
        String columns =
            table.equals("suspect_item")
                ? "suspect, state, since, score, reasons"
                : "scans, sessions, sightings, first_country, first_province, first_city";
        try (PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO %1$s (brand_id, batch_number, item_number, %2$s) SELECT brand_id, batch_number, item_number + ?, %2$s FROM %1$s WHERE brand_id = ?"
                    .formatted(table, columns))) {
          insert.setInt(1, from);
          insert.setLong(2, brand.brand().id());
          insert.executeUpdate();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state=NONE",
        "reason=none",
        "minScore=101",
        "minScore=-1",
        "size=0",
        "size=201",
        "before=x",
        "before=1-2"
      })
  void aWrongFilterIsRefusedByName(String query) {
    brand
        .operator()
        .request()
        .get("/api/v1/suspects?" + query)
        .then()
        .statusCode(400)
        .body("errors.field", contains(query.split("=")[0]));
  }

  @Test
  void theMarketerSeesNoEvidence() {
    brand.marketer().request().get("/api/v1/suspects").then().statusCode(403);
    brand
        .marketer()
        .request()
        .get("/api/v1/batches/" + batch + "/items/0/evidence")
        .then()
        .statusCode(403);
    brand
        .marketer()
        .request()
        .body(Map.of("kind", "CLEARED", "note", "x"))
        .post("/api/v1/batches/" + batch + "/items/0/rulings")
        .then()
        .statusCode(403);
  }

  private ValidatableResponse list(String query) {
    return brand
        .operator()
        .request()
        .header("Accept-Language", "en")
        .get("/api/v1/suspects" + query)
        .then()
        .statusCode(200);
  }

  /** As the journal writes them; five at a moment, so that the order within it counts. */
  private void invent(int items) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement history =
            connection.prepareStatement(
                "INSERT INTO item_history (brand_id, batch_number, item_number, scans, sessions,"
                    + " sightings, first_country, first_province, first_city)"
                    + " VALUES (?, ?, ?, 9, 9, '', '', '', '')");
        PreparedStatement suspect =
            connection.prepareStatement(
                "INSERT INTO suspect_item (brand_id, batch_number, item_number, suspect, state,"
                    + " since, score, reasons) VALUES (?, ?, ?, TRUE, ?, ?, ?, ?)")) {
      LocalDateTime start = LocalDateTime.of(2026, 11, 1, 8, 0);
      for (int item = 0; item < items; item++) {
        history.setLong(1, brand.brand().id());
        history.setInt(2, batch);
        history.setInt(3, item);
        history.addBatch();
        suspect.setLong(1, brand.brand().id());
        suspect.setInt(2, batch);
        suspect.setInt(3, item);
        suspect.setString(4, item % 5 == 0 ? "CLEARED" : "OPEN");
        suspect.setObject(5, start.plusMinutes(item / 5));
        suspect.setInt(6, 75 + item);
        suspect.setString(7, item % 8 == 0 ? "MANY_DEVICES,RUSH" : "MANY_DEVICES");
        suspect.addBatch();
      }
      history.executeBatch();
      suspect.executeBatch();
    }
  }
}

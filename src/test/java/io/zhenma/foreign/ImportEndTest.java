package io.zhenma.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.zhenma.TestBrand;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** However an import ends, it is there whole or not at all. */
@QuarkusTest
@Tag("database")
class ImportEndTest {
  private static final int MANY = 100_000;

  @Inject TestBrand brands;
  @Inject AgroalDataSource database;
  @Inject CodeImports imports;
  @Inject ImportQueue queue;
  @Inject Leftovers leftovers;
  private TestBrand.Staffed brand;
  private Imports uploads;
  private String gtin = "";
  private Map<String, String> parameters = Map.of();

  @BeforeEach
  void aBrandWithAProduct() {
    brand = brands.create("Camellia");
    uploads = new Imports(brand);
    gtin = brand.product("Hand cream", 3900, 730);
    parameters = Map.of("gtin", gtin, "lot", "OLD1");
  }

  @Test
  void aCancelledImportLeavesNothing() throws Exception {
    long id = start();
    String path = "/api/v1/code-imports/" + id;
    uploads
        .post("code\nB\n".getBytes(StandardCharsets.UTF_8), parameters)
        .statusCode(409)
        .body("errors.field", contains("import"));
    for (int i = 0; i < 2_000 && uploads.get(id).getInt("rows") == 0; i++) {
      Thread.sleep(20);
    }
    assertThat(batches()).as("nothing is visible before the end").isZero();
    brand.operator().request().delete(path).then().statusCode(200);

    JsonPath cancelled = uploads.ended(id);
    assertThat(cancelled.getString("state")).isEqualTo("CANCELLED");
    assertThat(cancelled.getInt("rows")).isLessThan(MANY);
    awaitSwept(id);
    assertThat(codes(id)).isZero();
    assertThat(batches()).isZero();
    brand.operator().request().delete(path).then().statusCode(409);
    assertThat(uploads.run("code\nA1\n", parameters).getInt("accepted"))
        .as("its codes may be imported again")
        .isEqualTo(1);
  }

  @Test
  void anImportWhoseProcessDiedIsGivenUpAndItsCodesTakenAway() throws Exception {
    CodeImport orphan =
        imports.open(
            brand.brand().id(),
            1,
            new NewImport(
                new ImportDefaults(Optional.empty(), Optional.empty(), false),
                LocalDate.now(),
                false),
            100);
    assertThat(imports.begin(orphan.id)).isPresent();
    execute(
        "INSERT INTO foreign_code VALUES (%d, UNHEX(REPEAT('0F', 16)), %d, 0, 0, 'x')"
            .formatted(brand.brand().id(), orphan.id));
    queue.beat();
    assertThat(uploads.get(orphan.id).getString("state")).as("seen just now").isEqualTo("RUNNING");

    execute(
        "UPDATE code_import SET seen_at = seen_at - INTERVAL 61 SECOND WHERE id = " + orphan.id);
    queue.beat();
    leftovers.sweep();

    assertThat(uploads.get(orphan.id).getString("failure.reason")).isEqualTo("lost");
    assertThat(codes(orphan.id)).isZero();
    assertThat(uploads.run("code\nA1\n", parameters).getInt("accepted")).isEqualTo(1);
  }

  @Test
  void oneThatNobodyCanReadKeepsTheCodesOfNoOther() throws Exception {
    long unreadable = cancelledWithACode("1E");
    long other = cancelledWithACode("1F");
    execute("UPDATE code_import SET failure = 'WITCHCRAFT' WHERE id = " + unreadable);

    leftovers.sweep();

    assertThat(codes(other)).isZero();
    execute("UPDATE code_import SET failure = NULL WHERE id = " + unreadable);
  }

  private long cancelledWithACode(String hash) throws Exception {
    CodeImport opened =
        imports.open(
            brand.brand().id(),
            1,
            new NewImport(
                new ImportDefaults(Optional.empty(), Optional.empty(), false),
                LocalDate.now(),
                false),
            100);
    execute(
        "INSERT INTO foreign_code VALUES (%d, UNHEX(REPEAT('%s', 16)), %d, 0, 0, 'x')"
            .formatted(brand.brand().id(), hash, opened.id));
    imports.cancel(brand.brand().id(), opened.id);
    return opened.id;
  }

  @Test
  void anImportThatWasEndedMeanwhileWritesNoMore() throws Exception {
    CodeImport opened =
        imports.open(
            brand.brand().id(),
            1,
            new NewImport(
                new ImportDefaults(Optional.of(gtin), Optional.of("L"), false),
                LocalDate.now(),
                false),
            100);
    ImportJob job = imports.begin(opened.id).orElseThrow();
    imports.cancel(brand.brand().id(), opened.id);

    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      ImportRun run = new ImportRun(job, connection, 10);
      assertThatThrownBy(() -> read(run, job, "code\nA\n")).isInstanceOf(CancelledException.class);
      connection.rollback();
    }
    assertThat(codes(opened.id)).isZero();
  }

  @Test
  void tooManyRowsEndTheImport() throws Exception {
    CodeImport opened =
        imports.open(
            brand.brand().id(),
            1,
            new NewImport(
                new ImportDefaults(Optional.of(gtin), Optional.of("L"), false),
                LocalDate.now(),
                true),
            100);
    ImportJob job = imports.begin(opened.id).orElseThrow();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      ImportRun run = new ImportRun(job, connection, 3);
      assertThatThrownBy(() -> read(run, job, "code\nA\nB\nC\nD\n"))
          .isInstanceOfSatisfying(
              ImportException.class,
              refused -> {
                assertThat(refused.failure()).isEqualTo(ImportFailure.TOO_MANY_ROWS);
                assertThat(refused.line()).isEqualTo(5);
              });
      connection.rollback();
    } finally {
      imports.cancel(brand.brand().id(), opened.id);
    }
  }

  private static void read(ImportRun run, ImportJob job, String file) throws Exception {
    try (CsvReader csv =
        new CsvReader(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))) {
      ImportColumns columns = ImportColumns.of(csv.read().orElseThrow());
      run.read(csv, new RowReader(columns, job.defaults(), gtin -> true, lot -> true));
    }
  }

  private long start() {
    String file =
        IntStream.range(0, MANY)
            .mapToObj(i -> "A" + i)
            .collect(Collectors.joining("\n", "code\n", ""));
    return uploads
        .post(file.getBytes(StandardCharsets.UTF_8), parameters)
        .statusCode(202)
        .extract()
        .jsonPath()
        .getLong("id");
  }

  private void awaitSwept(long id) throws Exception {
    for (int i = 0; i < 200 && count("code_import WHERE swept = FALSE AND id = " + id) > 0; i++) {
      Thread.sleep(50);
    }
  }

  private int batches() {
    return brand.operator().request().get("/api/v1/batches").path("total");
  }

  private long codes(long importId) throws SQLException {
    return count("foreign_code WHERE import_id = " + importId);
  }

  private long count(String from) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM " + from);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

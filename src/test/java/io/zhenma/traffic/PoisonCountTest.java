package io.zhenma.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenma.TestBrand;
import io.zhenma.place.NetworkClass;
import io.zhenma.sql.Sql;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A count that the database refuses, among others. */
@QuarkusTest
@Tag("database")
class PoisonCountTest {
  @Inject TestBrand brands;
  @Inject TrafficCounts counts;
  @Inject AgroalDataSource database;

  @Test
  void theOthersAreWritten() throws Exception {
    TestBrand.Staffed brand = brands.create("Counted");
    Target target = new Target.OfBrand(brand.brand().slug());
    Asker asker = new Asker(0, 0, NetworkClass.FIXED);
    counts.add(target, Counted.LOOK, "PREVIEW", asker);
    counts.add(target, Counted.LOOK, "X".repeat(300), asker);
    counts.write();

    try (Connection connection = database.getConnection()) {
      assertThat(
              Sql.list(
                  connection,
                  "SELECT kind FROM traffic_count WHERE brand_id = ?",
                  List.of(brand.brand().id()),
                  row -> row.getString(1)))
          .containsExactly("PREVIEW");
    }
  }
}

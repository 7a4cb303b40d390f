package io.zhenma;

import io.zhenma.gs1.Gtin;
import io.zhenma.tenancy.BrandGtins;
import io.zhenma.tenancy.BrandView;
import io.zhenma.tenancy.Brands;
import io.zhenma.tenancy.NewUser;
import io.zhenma.tenancy.Role;
import io.zhenma.tenancy.Users;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes brands with people for tests, each with names of its own. */
@ApplicationScoped
public class TestBrand {
  static final String PASSWORD = "a password for tests";
  private static final AtomicInteger NEXT = new AtomicInteger(1);

  private final Brands brands;
  private final Users users;
  private final BrandGtins gtins;

  TestBrand(Brands brands, Users users, BrandGtins gtins) {
    this.gtins = gtins;
    this.brands = brands;
    this.users = users;
  }

  /** A brand, its operator and its marketer, both signed in. */
  public record Staffed(BrandView brand, Visitor operator, Visitor marketer) {

    /** Creates a product; answers its GTIN. */
    public String product(String name, long listPriceFen, int shelfLifeDays) {
      String gtin = freshGtin();
      operator
          .request()
          .body(
              Map.of(
                  "gtin", gtin,
                  "name", name,
                  "category", "Hand cream",
                  "listPriceFen", listPriceFen,
                  "shelfLifeDays", shelfLifeDays))
          .post("/api/v1/products")
          .then()
          .statusCode(201);
      return gtin;
    }

    /** Issues a batch; answers its number. */
    public int batch(String gtin, long quantity, LocalDate producedOn) {
      return operator
          .request()
          .body(
              Map.of(
                  "gtin",
                  gtin,
                  "quantity",
                  quantity,
                  "lot",
                  "L1",
                  "producedOn",
                  producedOn.toString()))
          .post("/api/v1/batches")
          .then()
          .statusCode(201)
          .extract()
          .path("number");
    }

    public void move(int batch, String to) {
      operator
          .request()
          .body(Map.of("to", to, "reason", "test"))
          .post("/api/v1/batches/" + batch + "/moves")
          .then()
          .statusCode(200);
    }

    /** An active batch of fresh goods that keep for two years. */
    public int activeBatch(String gtin, long quantity) {
      int number = batch(gtin, quantity, LocalDate.now());
      move(number, "ACTIVE");
      return number;
    }

    /** The link of an item's code. */
    public String link(int batch, String kind, int item) {
      String csv =
          operator
              .request()
              .queryParam("kind", kind)
              .queryParam("first", item)
              .queryParam("count", 1)
              .get("/api/v1/batches/" + batch + "/codes.csv")
              .then()
              .statusCode(200)
              .extract()
              .asString();
      return csv.strip().split(",")[6].strip();
    }
  }

  /** A GTIN that no other test uses. */
  public static String freshGtin() {
    return Gtin.complete("6900000%05d".formatted(NEXT.getAndIncrement())).digits();
  }

  public Staffed create(String name) {
    int number = NEXT.getAndIncrement();
    BrandView brand = brands.create("test-" + number, name);
    gtins.vouch(brand.id(), true);
    return new Staffed(brand, person(brand, Role.BRAND_OPERATOR), person(brand, Role.MARKETER));
  }

  private Visitor person(BrandView brand, Role role) {
    String email = role.name().toLowerCase(java.util.Locale.ROOT) + "@" + brand.slug() + ".test";
    users.create(new NewUser(email, role.name(), role, brand.id(), PASSWORD));
    return Visitor.signIn(email, PASSWORD);
  }
}

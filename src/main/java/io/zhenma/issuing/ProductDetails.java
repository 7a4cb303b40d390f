package io.zhenma.issuing;

import io.zhenma.problem.FieldRule;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What can be changed of a product. */
public record ProductDetails(
    @NotNull String name,
    @NotNull String category,
    @NotNull Long listPriceFen,
    @Nullable Integer shelfLifeDays) {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_CATEGORY = 100;
  private static final long HIGHEST_PRICE_FEN = 100_000_000_00L;
  private static final int LONGEST_SHELF_LIFE_DAYS = 36_500;

  /**
   * @throws io.zhenma.problem.ProblemException when a field is wrong
   */
  void check() {
    writeTo(new Product());
  }

  void writeTo(Product product) {
    product.name = FieldRule.plainText("name", name, LONGEST_NAME);
    product.category = FieldRule.plainText("category", category, LONGEST_CATEGORY);
    product.listPriceFen = FieldRule.range("listPriceFen", listPriceFen, 0, HIGHEST_PRICE_FEN);
    if (shelfLifeDays != null) {
      FieldRule.range("shelfLifeDays", shelfLifeDays, 1, LONGEST_SHELF_LIFE_DAYS);
    }
    product.shelfLifeDays = shelfLifeDays;
  }
}

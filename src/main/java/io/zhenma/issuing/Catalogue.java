package io.zhenma.issuing;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenma.gs1.Gtin;
import io.zhenma.sql.Remembered;
import io.zhenma.tenancy.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Looks up products and batches for scans, from memory when it was asked within the last seconds. A
 * change made on this replica is seen at once, one made on another within {@link Remembered#FRESH}.
 */
@ApplicationScoped
public class Catalogue {
  private static final int REMEMBERED = 100_000;

  /** Batches with more exceptions are asked for the one item: a look at one place of an index. */
  private static final int FEW_EXCEPTIONS = 10_000;

  /** Of all batches together; some 8 bytes each. */
  private static final long REMEMBERED_EXCEPTIONS = 2_000_000;

  private final AfterCommit afterCommit;
  private final Products products;
  private final Batches batches;
  private final Remembered<Gtin, List<ProductView>> productsByGtin =
      Remembered.most(REMEMBERED, this::readProducts);
  private final Remembered<BatchKey, Optional<BatchView>> batchesByNumber =
      Remembered.most(REMEMBERED, this::readBatch);
  private final Remembered<BatchKey, ItemStates> statesByNumber =
      Remembered.heaviest(
          REMEMBERED_EXCEPTIONS,
          (key, states) -> 1 + states.exceptions().rangeCount(),
          this::readStates);
  private final AgroalDataSource database;

  Catalogue(
      AfterCommit afterCommit, Products products, Batches batches, AgroalDataSource database) {
    this.afterCommit = afterCommit;
    this.products = products;
    this.batches = batches;
    this.database = database;
  }

  /** The product of the brand that has the GTIN now. */
  public Optional<ProductView> product(Gtin gtin) {
    return products(gtin).stream().findFirst();
  }

  /** The same, then those of the few brands that had the GTIN before and whose codes stay valid. */
  public List<ProductView> products(Gtin gtin) {
    return productsByGtin.get(gtin);
  }

  /** A brand's batch. */
  public Optional<BatchView> batch(long brandId, int number) {
    return batchesByNumber.get(new BatchKey(brandId, number));
  }

  /**
   * How an item of the batch stands: as its batch does, unless an exception says otherwise. A batch
   * without exceptions costs no query.
   */
  public ItemState itemState(BatchView batch, int item) {
    if (batch.exceptions() == 0) {
      return new ItemState(batch.state(), true);
    }
    BatchKey key = new BatchKey(batch.brandId(), batch.number());
    return batch.exceptions() <= FEW_EXCEPTIONS
        ? statesByNumber.get(key).at(item)
        : new ItemState(storedState(key, item), false);
  }

  private List<ProductView> readProducts(Gtin gtin) {
    return QuarkusTransaction.joiningExisting()
        .call(() -> products.ofEveryBrand(gtin).stream().map(Product::view).toList());
  }

  private Optional<BatchView> readBatch(BatchKey key) {
    return QuarkusTransaction.joiningExisting()
        .call(() -> batches.byNumber(key.brandId(), key.number()).map(Batch::view));
  }

  private ItemStates readStates(BatchKey key) {
    try (Connection connection = database.getConnection()) {
      return BatchRows.states(connection, key.brandId(), key.number()).orElseThrow();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private BatchState storedState(BatchKey key, int item) {
    try (Connection connection = database.getConnection()) {
      return BatchRows.item(connection, key.brandId(), key.number(), item).orElseThrow();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The brand's batch of that lot, as it is now; of several, the first. */
  @Transactional
  public Optional<BatchView> batchOfLot(long brandId, String lot) {
    return batches.byLot(brandId, lot).map(Batch::view);
  }

  /**
   * After the commit: a scan in between would remember what was. Batches carry their product and go
   * with it.
   */
  void forget(Gtin gtin) {
    afterCommit.run(
        () -> {
          productsByGtin.forget(gtin);
          batchesByNumber.forgetIf(batch -> isOf(batch, gtin));
        });
  }

  private static boolean isOf(Optional<BatchView> batch, Gtin gtin) {
    return batch.map(known -> known.product().gtin().equals(gtin.digits())).orElse(false);
  }

  void forget(long brandId, int number) {
    BatchKey key = new BatchKey(brandId, number);
    afterCommit.run(
        () -> {
          batchesByNumber.forget(key);
          statesByNumber.forget(key);
        });
  }

  private record BatchKey(long brandId, int number) {}
}

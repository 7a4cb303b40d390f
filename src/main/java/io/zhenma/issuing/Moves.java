package io.zhenma.issuing;

import io.agroal.api.AgroalDataSource;
import io.zhenma.issuing.ItemStates.Move;
import io.zhenma.problem.FieldError;
import io.zhenma.problem.FieldRule;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.tenancy.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Moves batches and parts of them from state to state. Each call is one transaction under the lock
 * of the batch's row, in which ranges, history and audit log change together or not at all.
 */
@ApplicationScoped
class Moves {
  private static final int LONGEST_REASON = 300;
  private static final int REFUSALS_TOLD = 20;

  private final AgroalDataSource database;
  private final Catalogue catalogue;
  private final AuditLog audit;

  Moves(AgroalDataSource database, Catalogue catalogue, AuditLog audit) {
    this.database = database;
    this.catalogue = catalogue;
    this.audit = audit;
  }

  /**
   * Who moves which batch where, and why.
   *
   * @param reason 1 to 300 characters
   */
  record Order(long brandId, long userId, int batch, BatchState to, String reason) {
    Order {
      reason = Moves.reason(reason);
    }
  }

  /**
   * The reason of a move as it is kept.
   *
   * @throws ProblemException when it is none
   */
  static String reason(String given) {
    return FieldRule.plainText("reason", given, LONGEST_REASON);
  }

  /**
   * Moves the batch and all its items that may go there; void ones, for example, stay void.
   *
   * @throws ProblemException illegal-move when nothing may go there
   */
  @Transactional
  Move whole(Order order) {
    return connected(
        connection -> {
          BatchRows.Locked batch = lock(connection, order);
          ItemStates before = states(connection, order.brandId(), order.batch());
          Move move = before.whole(order.to());
          if (move.count() == 0) {
            throw illegal(batch.state());
          }
          RangeMap<BatchState> after = move.after().exceptions();
          BatchRows.EXCEPTIONS.replace(
              connection, order.brandId(), order.batch(), before.exceptions(), after);
          save(connection, order, move.after().batch(), after.rangeCount());
          note(connection, order, MoveScope.WHOLE, move);
          return move;
        });
  }

  /**
   * Moves these items, all or none.
   *
   * @throws ProblemException illegal-move, which names the first items that may not go there
   */
  @Transactional
  Move some(Order order, MoveScope scope, ItemSet items) {
    return some(order, scope, items, Moves::refused);
  }

  /**
   * The same.
   *
   * @param refusal puts into words that some may not go there
   */
  @Transactional
  Move some(Order order, MoveScope scope, ItemSet items, Function<Move, ProblemException> refusal) {
    return connected(
        connection -> {
          Prepared prepared = prepare(connection, order, items);
          if (!prepared.move().refused().isEmpty()) {
            throw refusal.apply(prepared.move());
          }
          if (prepared.move().count() > 0) {
            carryOut(connection, order, prepared);
            note(connection, order, scope, prepared.move());
          }
          return prepared.move();
        });
  }

  /**
   * Moves those of these items that may go there, for a scanner at a line: each scan has an answer
   * of its own.
   *
   * @return how these items stood before
   */
  @Transactional
  ItemStates scanned(Order order, ItemSet items) {
    return connected(
        connection -> {
          Prepared prepared = prepare(connection, order, items);
          if (prepared.move().count() > 0) {
            carryOut(connection, order, prepared);
            note(connection, order, MoveScope.LINE, prepared.move());
          }
          return prepared.before();
        });
  }

  /** What the move of these items, or without any of the whole batch, would come to. */
  Move preview(long brandId, int batch, BatchState to, Optional<ItemSet> items) {
    return connected(
        connection -> {
          if (items.isEmpty()) {
            return states(connection, brandId, batch).whole(to);
          }
          BatchRows.Locked row =
              BatchRows.read(connection, brandId, batch).orElseThrow(Moves::notFound);
          return around(connection, brandId, batch, row, to, items.get()).some(items.get(), to);
        });
  }

  /** The states of all items of a batch. */
  ItemStates states(long brandId, int batch) {
    return connected(connection -> states(connection, brandId, batch));
  }

  /** A batch's moves, the oldest first. */
  List<BatchMove> history(long brandId, int batch) {
    return connected(connection -> MoveRows.of(connection, brandId, batch));
  }

  private <T> T connected(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.with(connection);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static ItemStates states(Connection connection, long brandId, int batch)
      throws SQLException {
    return BatchRows.states(connection, brandId, batch).orElseThrow(Moves::notFound);
  }

  private Prepared prepare(Connection connection, Order order, ItemSet items) throws SQLException {
    BatchRows.Locked row = lock(connection, order);
    ItemStates before = around(connection, order.brandId(), order.batch(), row, order.to(), items);
    return new Prepared(row, before, before.some(items, order.to()));
  }

  /** The states of these items and their neighbours, which is all that a move of them touches. */
  private static ItemStates around(
      Connection connection,
      long brandId,
      int batch,
      BatchRows.Locked row,
      BatchState to,
      ItemSet items)
      throws SQLException {
    if (!to.isOfItems()) {
      throw ProblemException.field("to", "kind", "ACTIVE, RECALLED, VOID");
    }
    if (items.last() >= row.quantity()) {
      throw ProblemException.field("lastItem", "range", 0, row.quantity() - 1);
    }
    return new ItemStates(
        row.state(),
        row.quantity(),
        BatchRows.EXCEPTIONS.around(connection, brandId, batch, items));
  }

  private void carryOut(Connection connection, Order order, Prepared prepared) throws SQLException {
    RangeMap<BatchState> before = prepared.before().exceptions();
    RangeMap<BatchState> after = prepared.move().after().exceptions();
    BatchRows.EXCEPTIONS.write(connection, order.brandId(), order.batch(), before, after);
    int exceptions = prepared.row().exceptions() + after.rangeCount() - before.rangeCount();
    save(connection, order, prepared.row().state(), exceptions);
  }

  private void save(Connection connection, Order order, BatchState state, int exceptions)
      throws SQLException {
    BatchRows.save(connection, order.brandId(), order.batch(), state, exceptions);
    catalogue.forget(order.brandId(), order.batch());
  }

  private static BatchRows.Locked lock(Connection connection, Order order) throws SQLException {
    return BatchRows.lock(connection, order.brandId(), order.batch()).orElseThrow(Moves::notFound);
  }

  private void note(Connection connection, Order order, MoveScope scope, Move move)
      throws SQLException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    for (Map.Entry<BatchState, ItemSet> part : move.moved().entrySet()) {
      ItemSet items = part.getValue();
      BatchMove row =
          new BatchMove(
              scope,
              part.getKey(),
              order.to(),
              items.first(),
              items.last(),
              items.count(),
              order.reason(),
              order.userId(),
              now,
              now);
      if (scope != MoveScope.LINE) {
        MoveRows.add(connection, order.brandId(), order.batch(), row);
        audit(order, row);
      } else if (MoveRows.addOrContinue(connection, order.brandId(), order.batch(), row)) {
        audit(order, row);
      }
    }
  }

  private void audit(Order order, BatchMove move) {
    boolean whole = move.scope() == MoveScope.WHOLE;
    String items =
        whole
            ? ""
            : String.format(
                Locale.ROOT,
                "%s of %d items from %d to %d, ",
                move.scope(),
                move.count(),
                move.first(),
                move.last());
    audit.record(
        order.brandId(),
        order.userId(),
        whole ? "batch-moved" : "items-moved",
        "batch:" + order.batch(),
        items + move.from() + " to " + move.to() + ": " + move.reason());
  }

  private static ProblemException illegal(BatchState state) {
    return ProblemException.conflict(
        ProblemType.ILLEGAL_MOVE, "to", "move-illegal", state, state.moves().toString());
  }

  private static ProblemException refused(Move move) {
    return ProblemException.of(
        ProblemType.ILLEGAL_MOVE,
        move.refused().entrySet().stream()
            .flatMap(
                part ->
                    part.getValue().ranges().stream()
                        .limit(REFUSALS_TOLD)
                        .map(range -> conflict(range, part.getKey())))
            .limit(REFUSALS_TOLD)
            .toList());
  }

  private static FieldError conflict(ItemRange range, BatchState state) {
    return FieldError.of(
        "items",
        "move-items-illegal",
        range.first(),
        range.last(),
        state,
        state.moves().toString());
  }

  private static ProblemException notFound() {
    return ProblemException.of(ProblemType.NOT_FOUND);
  }

  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private record Prepared(BatchRows.Locked row, ItemStates before, Move move) {}
}

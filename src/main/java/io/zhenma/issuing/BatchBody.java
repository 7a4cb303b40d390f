package io.zhenma.issuing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A batch in the API.
 *
 * @param soldIn codes of provinces; empty means everywhere
 * @param legalMoves the states it may go to next
 * @param sampleLink the inner code of its first item, for trying out; for operators only
 */
record BatchBody(
    int number,
    String gtin,
    String productName,
    long quantity,
    String lot,
    LocalDate producedOn,
    @Nullable LocalDate expiresOn,
    BatchState state,
    int keyId,
    CodeProfile profile,
    LinkParts linkParts,
    Set<String> soldIn,
    Instant createdAt,
    String createdBy,
    List<BatchState> legalMoves,
    @Nullable String sampleLink) {
  static BatchBody of(BatchView batch, String createdBy, @Nullable String sampleLink) {
    Set<BatchState> moves = batch.state().moves();
    return new BatchBody(
        batch.number(),
        batch.product().gtin(),
        batch.product().name(),
        batch.quantity(),
        batch.lot(),
        batch.producedOn(),
        batch.expiresOn(),
        batch.state(),
        batch.keyId(),
        batch.profile(),
        batch.linkParts(),
        batch.soldIn(),
        batch.createdAt(),
        createdBy,
        moves.stream().sorted().toList(),
        sampleLink);
  }

  /**
   * A move in the API; {@code by} is a user's name.
   *
   * @param lastAt when the last of its items moved
   */
  record Move(
      MoveScope scope,
      BatchState from,
      BatchState to,
      int firstItem,
      int lastItem,
      long itemCount,
      String reason,
      String by,
      Instant at,
      Instant lastAt) {
    static Move of(BatchMove move, String by) {
      return new Move(
          move.scope(),
          move.from(),
          move.to(),
          move.first(),
          move.last(),
          move.count(),
          move.reason(),
          by,
          move.at(),
          move.lastAt());
    }
  }
}

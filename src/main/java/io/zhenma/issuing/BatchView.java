package io.zhenma.issuing;

import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A batch as others see it.
 *
 * @param number unique in the brand, 1 to 2^28 - 1; part of every code
 * @param quantity items; their numbers are 0 to {@code quantity - 1}
 * @param lot the manufacturer's own name of it (AI 10)
 * @param expiresOn last day on which it is good, or null when it does not expire (AI 17)
 * @param keyId the key of its codes
 * @param profile what its codes are
 * @param linkParts what its links carry beside GTIN and serial number
 * @param linkBase scheme and host that its links were printed with
 * @param soldIn provinces by GB/T 2260 in which it may be sold, unmodifiable; none means everywhere
 * @param exceptions how many ranges of its items are in another state than the batch
 */
public record BatchView(
    long brandId,
    int number,
    ProductView product,
    long quantity,
    String lot,
    LocalDate producedOn,
    @Nullable LocalDate expiresOn,
    int keyId,
    String linkBase,
    CodeProfile profile,
    LinkParts linkParts,
    Set<String> soldIn,
    BatchState state,
    int exceptions,
    Instant createdAt,
    long createdBy) {
  /**
   * Codes leave of issued batches only: a draft may still change.
   *
   * @throws ProblemException conflict for a draft
   */
  public void requireIssued() {
    if (state == BatchState.CREATED) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "state", "batch-not-issued");
    }
  }
}

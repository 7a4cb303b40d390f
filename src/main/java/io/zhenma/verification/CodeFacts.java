package io.zhenma.verification;

import io.zhenma.crypto.CodeKind;
import java.util.Set;

/**
 * What is known of a code before anybody looks at its item's history.
 *
 * @param keyRevoked whether the key that made the code has leaked
 * @param soldIn provinces that the batch is sold in, by their GB/T 2260 codes; empty: everywhere
 */
public record CodeFacts(CodeKind kind, Standing standing, boolean keyRevoked, Set<String> soldIn) {
  public CodeFacts {
    soldIn = Set.copyOf(soldIn);
  }

  /** A code whose key is nobody else's, of goods that are sold everywhere. */
  public static CodeFacts of(CodeKind kind, Standing standing) {
    return new CodeFacts(kind, standing, false, Set.of());
  }

  /** Whether goods of this batch are not meant to be there; never for a place without province. */
  boolean isOutside(Spot spot) {
    return !soldIn.isEmpty()
        && spot.province() > 0
        && spot.trust().isAtLeast(Trust.FAIR)
        && soldIn.stream().noneMatch(code -> Spot.provinceOf(code) == spot.province());
  }
}

package io.zhenma.evidence;

import io.zhenma.crypto.CodeKind;
import io.zhenma.verification.Outcome;
import io.zhenma.verification.Reason;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * One scan of an item as evidence.
 *
 * @param lane with {@code seq} its place in the journal: no two are the same
 * @param device opaque, the same for a device's every scan of this brand
 * @param score what spoke for a copy then, 0 to 100
 * @param policyVersion the policy that judged it
 * @param visitor who asked: a person, or a kind of program
 */
record Look(
    UUID scanId,
    Instant at,
    int lane,
    long seq,
    CodeKind kind,
    Outcome outcome,
    List<Reason> reasons,
    int score,
    int policyVersion,
    String visitor,
    String device,
    Agent agent,
    String carrier,
    Spot spot) {
  private static final String PERSON = "PERSON";

  /** Oldest first; the same for every reader. */
  static final Comparator<Look> BY_TIME =
      Comparator.comparing(Look::at).thenComparing(Look::lane).thenComparing(Look::seq);

  /** Whether the rules count it: a person's look at the inner code. */
  boolean counts() {
    return kind == CodeKind.INNER && visitor.equals(PERSON);
  }

  /** What the scan was made with; all "" when its User-Agent was not read yet. */
  record Agent(String brand, String model, String os, String browser, String hostApp) {}
}

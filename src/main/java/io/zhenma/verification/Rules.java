package io.zhenma.verification;

import io.zhenma.crypto.CodeKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of the verdict, a pure function: the same arguments give the same decision, and only
 * the history carries anything from one scan to the next.
 *
 * <p>The item's standing comes first (void, recalled, not active), since no history makes a
 * recalled item good; a leaked key comes before "not active". Then evidence of copying, which stays
 * once found; then expiry; then the question who was first. Only looks at the inner code of goods
 * on sale are evidence: boxes are scanned by everybody.
 */
public final class Rules {
  private Rules() {}

  /**
   * Decides one scan of a code that decrypts and was issued.
   *
   * @param keyRevoked whether the key that made the code has leaked: then it is suspect whatever
   *     else holds, unless it is void or recalled anyway; the history goes on as before
   */
  public static Decision decide(
      CodeKind kind,
      Standing standing,
      boolean keyRevoked,
      ItemHistory before,
      Circumstances now,
      Policy policy) {
    Decision decision = decide(kind, standing, before, now, policy);
    Outcome outcome = decision.verdict().outcome();
    return keyRevoked && outcome != Outcome.VOID && outcome != Outcome.RECALLED
        ? new Decision(distrusted(decision.verdict()), decision.after())
        : decision;
  }

  /**
   * Decides a look by a program, such as a link's preview: it tells what is known of the item and
   * changes nothing of its history, so it is never first and never evidence.
   */
  public static Decision decideAutomated(
      Standing standing, boolean keyRevoked, ItemHistory before, Circumstances now, Policy policy) {
    Verdict told = decide(CodeKind.OUTER, standing, keyRevoked, before, now, policy).verdict();
    List<Reason> reasons = new ArrayList<>(told.reasons());
    reasons.remove(Reason.OUTER_CODE);
    reasons.add(Reason.AUTOMATED_LOOK);
    return new Decision(new Verdict(told.outcome(), reasons), before);
  }

  private static Verdict distrusted(Verdict verdict) {
    List<Reason> reasons = new ArrayList<>(List.of(Reason.KEY_REVOKED));
    reasons.addAll(verdict.reasons());
    return new Verdict(Outcome.SUSPECT, reasons);
  }

  private static Decision decide(
      CodeKind kind, Standing standing, ItemHistory before, Circumstances now, Policy policy) {
    ItemHistory counted = before.withScan();
    return switch (standing) {
      case VOID -> closed(Outcome.VOID, Reason.BATCH_VOID, counted);
      case RECALLED -> closed(Outcome.RECALLED, Reason.BATCH_RECALLED, counted);
      case NOT_ACTIVE -> closed(Outcome.NOT_ACTIVE, Reason.BATCH_NOT_ACTIVE, counted);
      case ITEM_VOID -> closed(Outcome.VOID, Reason.ITEM_VOID, counted);
      case ITEM_RECALLED -> closed(Outcome.RECALLED, Reason.ITEM_RECALLED, counted);
      case ITEM_NOT_ACTIVE -> closed(Outcome.NOT_ACTIVE, Reason.ITEM_NOT_ACTIVE, counted);
      case ON_SALE, EXPIRED ->
          kind == CodeKind.OUTER ? outer(standing, counted) : inner(standing, counted, now, policy);
    };
  }

  private static Decision closed(Outcome outcome, Reason reason, ItemHistory history) {
    return new Decision(Verdict.of(outcome, reason), history);
  }

  private static Decision outer(Standing standing, ItemHistory history) {
    Verdict verdict =
        history.suspicion().isPresent()
            ? new Verdict(Outcome.SUSPECT, history.suspicion().get().reasons())
            : standing == Standing.EXPIRED
                ? new Verdict(Outcome.EXPIRED, List.of(Reason.PAST_EXPIRY, Reason.OUTER_CODE))
                : Verdict.of(Outcome.GENUINE_REPEAT, Reason.OUTER_CODE);
    return new Decision(verdict, history);
  }

  private static Decision inner(
      Standing standing, ItemHistory before, Circumstances now, Policy policy) {
    boolean travelled = impossibleTravel(before, now, policy);
    ItemHistory looked = before.withLook(now, policy);
    List<Reason> evidence = evidence(looked, travelled, policy);
    if (!evidence.isEmpty()) {
      ItemHistory suspect =
          looked.withSuspicion(
              before.suspicion().map(ItemHistory.Suspicion::since).orElse(now.at()), evidence);
      return new Decision(new Verdict(Outcome.SUSPECT, evidence), suspect);
    }
    if (standing == Standing.EXPIRED) {
      return new Decision(Verdict.of(Outcome.EXPIRED, Reason.PAST_EXPIRY), looked);
    }
    if (looked.first().isEmpty()) {
      return new Decision(
          Verdict.of(Outcome.GENUINE_FIRST, Reason.FIRST_CHECK), looked.withFirst(now));
    }
    return new Decision(Verdict.of(Outcome.GENUINE_REPEAT, Reason.CHECKED_BEFORE), looked);
  }

  /** What speaks for a copy, old and new; once found it is never dropped. */
  private static List<Reason> evidence(ItemHistory looked, boolean travelled, Policy policy) {
    List<Reason> reasons =
        new ArrayList<>(looked.suspicion().map(ItemHistory.Suspicion::reasons).orElse(List.of()));
    if (looked.devices() > policy.mostDevices() && !reasons.contains(Reason.MANY_DEVICES)) {
      reasons.add(Reason.MANY_DEVICES);
    }
    if (travelled && !reasons.contains(Reason.IMPOSSIBLE_TRAVEL)) {
      reasons.add(Reason.IMPOSSIBLE_TRAVEL);
    }
    return reasons;
  }

  /**
   * One device in two places is a network's whim; two devices are two items, or one very fast one.
   */
  private static boolean impossibleTravel(ItemHistory before, Circumstances now, Policy policy) {
    if (before.last().isEmpty() || before.last().get().device() == now.device()) {
      return false;
    }
    ItemHistory.LastLook last = before.last().get();
    double metres = last.place().leastDistanceMetres(now.place());
    double seconds = Math.abs(Duration.between(last.at(), now.at()).toMillis()) / 1000.0;
    return metres >= policy.shortestJourneyMetres()
        && metres > seconds * policy.fastestMetresPerSecond();
  }
}

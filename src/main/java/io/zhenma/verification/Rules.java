package io.zhenma.verification;

import io.zhenma.crypto.CodeKind;
import io.zhenma.verification.Sightings.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of the verdict, a pure function: the same arguments give the same decision, and only
 * the history carries anything from one scan to the next.
 *
 * <p>The item's standing comes first (void, recalled, not active), since no history makes a
 * recalled item good; a leaked key comes before "not active". Then evidence of copying, which never
 * becomes less by itself; then expiry; then the question who was first. Only looks of people at the
 * inner code are evidence: boxes are scanned by everybody.
 */
public final class Rules {
  private Rules() {}

  /** Decides one scan by a person, of a code that decrypts and was issued. */
  public static Decision decide(
      CodeFacts code, ItemHistory before, Circumstances now, Policy policy) {
    Decision decision = ofHistory(code, before.withScan(), now, policy);
    return code.keyRevoked()
        ? new Decision(distrusted(decision.verdict()), decision.after())
        : decision;
  }

  /**
   * Decides a look by a program, such as a link's preview: it tells what is known of the item and
   * changes nothing of its history, so it is never first and never evidence.
   */
  public static Decision decideAutomated(CodeFacts code, ItemHistory history, Policy policy) {
    Verdict told = ofBox(code, history, policy);
    List<Reason> reasons = new ArrayList<>(told.reasons());
    reasons.removeIf(reason -> reason == Reason.OUTER_CODE);
    reasons.add(Reason.AUTOMATED_LOOK);
    Verdict verdict = new Verdict(told.outcome(), reasons, told.score(), told.findings());
    return new Decision(code.keyRevoked() ? distrusted(verdict) : verdict, history);
  }

  /** Whoever has the key can make such codes; what is void or recalled stays so. */
  private static Verdict distrusted(Verdict verdict) {
    if (verdict.outcome() == Outcome.VOID || verdict.outcome() == Outcome.RECALLED) {
      return verdict;
    }
    List<Reason> reasons = new ArrayList<>(List.of(Reason.KEY_REVOKED));
    reasons.addAll(verdict.reasons());
    List<Finding> findings =
        new ArrayList<>(List.of(Finding.of(Reason.KEY_REVOKED, Evidence.MOST_POINTS)));
    findings.addAll(verdict.findings());
    return new Verdict(Outcome.SUSPECT, reasons, Evidence.MOST_POINTS, findings);
  }

  private static Decision ofHistory(
      CodeFacts code, ItemHistory before, Circumstances now, Policy policy) {
    Optional<Verdict> closed = closed(code.standing(), before);
    if (closed.isPresent()) {
      boolean early = closed.get().outcome() == Outcome.NOT_ACTIVE;
      return new Decision(
          closed.get(),
          early && code.kind() == CodeKind.INNER ? early(before, now, policy) : before);
    }
    return code.kind() == CodeKind.OUTER
        ? new Decision(ofBox(code, before, policy), before)
        : ofLook(code, before, now, policy);
  }

  /** What is said of an item that nobody should have, whatever its history. */
  private static Optional<Verdict> closed(Standing standing, ItemHistory history) {
    return switch (standing) {
      case VOID -> closed(Outcome.VOID, Reason.BATCH_VOID);
      case RECALLED -> closed(Outcome.RECALLED, Reason.BATCH_RECALLED);
      case ITEM_VOID -> closed(Outcome.VOID, Reason.ITEM_VOID);
      case ITEM_RECALLED -> closed(Outcome.RECALLED, Reason.ITEM_RECALLED);
      case NOT_ACTIVE -> unreleased(Reason.BATCH_NOT_ACTIVE, history);
      case ITEM_NOT_ACTIVE -> unreleased(Reason.ITEM_NOT_ACTIVE, history);
      case ON_SALE, EXPIRED ->
          history.isRuled(Ruling.Kind.VOIDED)
              ? closed(Outcome.VOID, Reason.ITEM_VOID)
              : Optional.empty();
    };
  }

  private static Optional<Verdict> unreleased(Reason reason, ItemHistory history) {
    return history.isRuled(Ruling.Kind.VOIDED)
        ? closed(Outcome.VOID, Reason.ITEM_VOID)
        : closed(Outcome.NOT_ACTIVE, reason);
  }

  private static Optional<Verdict> closed(Outcome outcome, Reason reason) {
    return Optional.of(Verdict.of(outcome, reason));
  }

  /** Somebody has the code before the item is on sale: no answer yet, but not forgotten either. */
  private static ItemHistory early(ItemHistory before, Circumstances now, Policy policy) {
    Look look = before.sightings().look(now, policy.sessionSeconds());
    Look kept = look.with(look.self().withEarly());
    return before.withLook(before.sightings().with(now, kept), look.continues());
  }

  private static Verdict ofBox(CodeFacts code, ItemHistory history, Policy policy) {
    return closed(code.standing(), history)
        .orElseGet(
            () ->
                isSuspect(history, policy)
                    ? suspect(history)
                    : Verdict.of(
                        code.standing() == Standing.EXPIRED
                            ? Outcome.EXPIRED
                            : Outcome.GENUINE_REPEAT,
                        code.standing() == Standing.EXPIRED
                            ? List.of(Reason.PAST_EXPIRY, Reason.OUTER_CODE)
                            : List.of(Reason.OUTER_CODE),
                        history.evidence()));
  }

  private static Decision ofLook(
      CodeFacts code, ItemHistory before, Circumstances now, Policy policy) {
    Look look = before.sightings().look(now, policy.sessionSeconds());
    Scrutiny scrutiny = new Scrutiny(code, look, policy);
    ItemHistory after =
        before
            .withLook(before.sightings().with(now, scrutiny.kept()), look.continues())
            .withEvidence(before.evidence().with(scrutiny.findings()));
    if (isSuspect(after, policy)) {
      ItemHistory suspect = after.suspectFrom(now.at());
      return new Decision(suspect(suspect), suspect);
    }
    if (code.standing() == Standing.EXPIRED) {
      return genuine(Outcome.EXPIRED, Reason.PAST_EXPIRY, code, look, after);
    }
    return after.first().isEmpty()
        ? genuine(Outcome.GENUINE_FIRST, Reason.FIRST_CHECK, code, look, after.withFirst(now))
        : genuine(Outcome.GENUINE_REPEAT, Reason.CHECKED_BEFORE, code, look, after);
  }

  private static boolean isSuspect(ItemHistory history, Policy policy) {
    return history.isSuspect() || history.evidence().score() >= policy.suspectFrom();
  }

  private static Verdict suspect(ItemHistory history) {
    return Verdict.of(Outcome.SUSPECT, history.evidence().reasons(), history.evidence());
  }

  /** What is worth knowing beside the answer comes after it. */
  private static Decision genuine(
      Outcome outcome, Reason reason, CodeFacts code, Look look, ItemHistory after) {
    List<Reason> reasons = new ArrayList<>(List.of(reason));
    if (code.isOutside(look.self().spot())) {
      reasons.add(Reason.OUTSIDE_TERRITORY);
    }
    if (after.isRuled(Ruling.Kind.CLEARED)) {
      reasons.add(Reason.BRAND_CLEARED);
    }
    return new Decision(Verdict.of(outcome, reasons, after.evidence()), after);
  }
}

package io.zhenma.simulation;

import io.zhenma.device.UserAgent;
import io.zhenma.issuing.BatchState;
import io.zhenma.place.PlaceFinder;
import io.zhenma.scan.ScanCircumstances;
import io.zhenma.simulation.Assortment.PlannedBatch;
import io.zhenma.verification.Circumstances;
import io.zhenma.verification.CodeFacts;
import io.zhenma.verification.Decision;
import io.zhenma.verification.ItemHistory;
import io.zhenma.verification.Outcome;
import io.zhenma.verification.Policy;
import io.zhenma.verification.Reason;
import io.zhenma.verification.Rules;
import io.zhenma.verification.Standing;
import io.zhenma.verification.Verdict;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Judges a plan by the rules alone, in memory: no server, no database, no codes. Each scan gets the
 * answer that the platform would give, so that policies and assumptions can be tried in seconds.
 */
public final class Rehearsal {
  private final PlaceFinder places;
  private final AddressBook addresses;
  private final Map<String, String> agents = new HashMap<>();

  /**
   * @param places as the platform is configured with; its addresses are looked through once
   */
  public Rehearsal(PlaceFinder places) {
    this.places = places;
    this.addresses = new AddressBook(places);
  }

  /**
   * @param end the last scan is before it
   */
  public SimulationSummary play(SimulationParameters parameters, Instant end, Policy policy) {
    return play(parameters, end, policy, (scan, verdict) -> {});
  }

  SimulationSummary play(
      SimulationParameters parameters,
      Instant end,
      Policy policy,
      BiConsumer<PlanStep.Scan, Verdict> answers) {
    long start = System.nanoTime();
    SimulationPlan plan = new SimulationPlan(parameters, end, addresses);
    BatchState[] states = new BatchState[plan.batches().size()];
    java.util.Arrays.fill(states, BatchState.ISSUED);
    Map<Stock.Item, ItemHistory> histories = new HashMap<>();
    Tally tally = new Tally();
    while (plan.hasNext()) {
      PlanStep step = plan.next();
      if (step instanceof PlanStep.Move move) {
        states[move.batch()] = move.to();
      } else if (step instanceof PlanStep.Scan scan) {
        Stock.Item item = new Stock.Item(scan.batch(), scan.item());
        Standing standing =
            standing(states[scan.batch()], plan.batches().get(scan.batch()), scan.at());
        Verdict verdict = judge(scan, item, standing, histories, policy);
        answers.accept(scan, verdict);
        tally.add(scan, verdict.outcome(), plan.copies(item));
      }
    }
    return tally.summary(true, Duration.ofNanos(System.nanoTime() - start));
  }

  private Verdict judge(
      PlanStep.Scan scan,
      Stock.Item item,
      Standing standing,
      Map<Stock.Item, ItemHistory> histories,
      Policy policy) {
    if (scan.truth() == Truth.FORGED) {
      return Verdict.of(Outcome.UNKNOWN, Reason.BAD_CODE);
    }
    ItemHistory before = histories.getOrDefault(item, ItemHistory.NONE);
    Decision decision =
        Rules.decide(CodeFacts.of(scan.kind(), standing), before, circumstances(scan), policy);
    histories.put(item, decision.after());
    return decision.verdict();
  }

  private Circumstances circumstances(PlanStep.Scan scan) {
    Optional<InetAddress> address = Optional.of(AddressBook.address(scan.address()));
    return ScanCircumstances.of(
        scan.scanId(),
        scan.at(),
        address,
        agents.computeIfAbsent(scan.userAgent(), header -> new UserAgent(header).text()),
        scan.returning(),
        scan.device().getMostSignificantBits(),
        ScanCircumstances.place(places, address, scan.position()));
  }

  private static Standing standing(BatchState state, PlannedBatch batch, Instant at) {
    return switch (state) {
      case CREATED, ISSUED -> Standing.NOT_ACTIVE;
      case RECALLED -> Standing.RECALLED;
      case VOID -> Standing.VOID;
      case ACTIVE ->
          isPast(batch, LocalDate.ofInstant(at, Rhythm.ZONE)) ? Standing.EXPIRED : Standing.ON_SALE;
    };
  }

  private static boolean isPast(PlannedBatch batch, LocalDate day) {
    Integer shelfLife = Assortment.ARTICLES.get(batch.article()).shelfLifeDays();
    return shelfLife != null && day.isAfter(batch.producedOn().plusDays(shelfLife));
  }
}

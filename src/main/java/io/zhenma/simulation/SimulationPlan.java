package io.zhenma.simulation;

import io.zhenma.issuing.BatchState;
import io.zhenma.place.PlaceFinder;
import io.zhenma.simulation.Assortment.PlannedBatch;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The plan, made day by day: in memory are one day's steps and the scans that earlier days promised
 * to later ones. Steps come in the order of time.
 */
final class SimulationPlan implements Iterator<PlanStep> {
  private static final double COPIES_DONE_BY = 0.85;

  /** How many fakes with the code of an item were sold and scanned, so far; 0 for an honest one. */
  int copies(Stock.Item item) {
    return copies.getOrDefault(item, 0);
  }

  /** The item whose copies are shown to whoever tries the demonstration. */
  static final Stock.Item SHOWN_COPY = new Stock.Item(0, 0);

  private final SimulationParameters parameters;
  private final Rhythm rhythm;
  private final Dice dice;
  private final Population population;
  private final Stock stock;
  private final Looks looks;
  private final Stories stories;
  private final CopyAttack attack;
  private final List<PlannedBatch> batches;
  private final Map<Integer, List<PlanStep.Scan>> promised = new HashMap<>();
  private final Map<Stock.Item, Integer> copies = new HashMap<>();
  private final List<PlanStep.Move> moves = new ArrayList<>();
  private final long[] oddities = new long[Oddity.values().length];
  private final ArrayDeque<PlanStep> ready = new ArrayDeque<>();
  private final SeenDevices seen;
  private int day = -1;
  private long planned;
  private long fakes;

  /**
   * @param end the last scan is before it
   */
  SimulationPlan(SimulationParameters parameters, Instant end, PlaceFinder places) {
    this(parameters, end, new AddressBook(places));
  }

  /**
   * @param addresses may be shared by many plans
   */
  SimulationPlan(SimulationParameters parameters, Instant end, AddressBook addresses) {
    this.parameters = parameters;
    this.rhythm = new Rhythm(end, parameters.days());
    this.dice = Dice.of(parameters.seed(), parameters.key(), 0, 0);
    Market market = new Market();
    this.population = new Population(parameters, market, addresses);
    this.batches = Assortment.batches(rhythm, parameters.scans());
    this.stock = new Stock(batches, rhythm);
    this.looks = new Looks(addresses, market, parameters.habits().gateways(), dice);
    this.stories = new Stories(population, market, looks, parameters.habits(), dice);
    this.attack =
        new CopyAttack(population, market, looks, parameters.attacks(), dice, parameters.days());
    this.seen = new SeenDevices(parameters.scans());
    batches.forEach(this::promiseMoves);
  }

  List<PlannedBatch> batches() {
    return batches;
  }

  private void promiseMoves(PlannedBatch batch) {
    Instant onSale = batch.onSaleOn().atStartOfDay(Rhythm.ZONE).toInstant();
    Instant turn = rhythm.date(batch.turn()).atStartOfDay(Rhythm.ZONE).toInstant();
    switch (batch.fate()) {
      case SOLD, EXPIRES -> move(batch, onSale, BatchState.ACTIVE, "on sale");
      case RECALLED -> {
        move(batch, onSale, BatchState.ACTIVE, "on sale");
        move(batch, turn, BatchState.RECALLED, "a wrong fragrance was filled in");
      }
      case VOIDED -> move(batch, turn, BatchState.VOID, "labels stolen from the printing house");
      case NOT_YET_ON_SALE -> {}
    }
  }

  private void move(PlannedBatch batch, Instant at, BatchState to, String reason) {
    Instant atFirst = at.isBefore(rhythm.startOf(0)) ? rhythm.startOf(0) : at;
    if (atFirst.isBefore(rhythm.end())) {
      moves.add(new PlanStep.Move(atFirst, batch.index(), to, reason));
    }
  }

  /** Keeps a scan for its day; what lies after the end never happens. */
  private boolean promise(PlanStep.Scan scan) {
    if (!scan.at().isBefore(rhythm.end())) {
      return false;
    }
    promised.computeIfAbsent(rhythm.dayOf(scan.at()), none -> new ArrayList<>()).add(scan);
    return true;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && day + 1 < rhythm.days()) {
      planDay(++day);
    }
    return !ready.isEmpty();
  }

  @Override
  public PlanStep next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void planDay(int today) {
    double done = rhythm.shareUntil(today);
    long target = Math.round(done * parameters.scans());
    planAttacks(today, done);
    planOddities(today);
    double share = (double) today / rhythm.days();
    while (planned + scansPromised(today) < target) {
      Instant at = rhythm.timeOn(today, dice);
      stories
          .ofPurchase(stock.sell(at, dice), population.buyer(share, dice), at)
          .forEach(this::promise);
    }
    List<PlanStep> steps = new ArrayList<>(promised.getOrDefault(today, List.of()));
    promised.remove(today);
    moves.stream().filter(move -> rhythm.dayOf(move.at()) == today).forEach(steps::add);
    steps.sort(Comparator.comparing(PlanStep::at));
    steps.forEach(this::release);
  }

  private void release(PlanStep step) {
    if (step instanceof PlanStep.Scan scan) {
      if (planned == parameters.scans()) {
        return;
      }
      planned++;
      boolean comesBack = scan.returning() && seen.before(scan.device());
      ready.add(comesBack ? scan : scan.byNewDevice());
    } else {
      ready.add(step);
    }
  }

  private long scansPromised(int today) {
    return promised.getOrDefault(today, List.of()).size();
  }

  private void planAttacks(int today, double done) {
    double wanted = parameters.copied() * parameters.scans();
    if (today == 1 && wanted > 0) {
      attack(SHOWN_COPY, today, wanted);
    }
    // Late in the period an attack may come to nothing before the end; more of them would as well.
    boolean comesToSomething = true;
    while (comesToSomething
        && fakes
            < wanted * Math.min(1, done / COPIES_DONE_BY) - parameters.attacks().leastCopies()) {
      long before = fakes;
      attack(stock.sell(rhythm.startOf(today).plusSeconds(1), dice), today, wanted);
      comesToSomething = fakes > before;
    }
  }

  private void attack(Stock.Item item, int today, double wanted) {
    int least = parameters.attacks().leastCopies();
    double largest = Math.min(parameters.attacks().mostCopies(), wanted / 4);
    int buyers = (int) dice.logBetween(least, Math.max(least, largest) + 1);
    copies.put(item, buyers);
    for (PlanStep.Scan scan : attack.of(item, rhythm.timeOn(today, dice), buyers)) {
      if (promise(scan) && scan.truth() == Truth.COPIED_FAKE) {
        fakes++;
      }
    }
  }

  private void planOddities(int today) {
    for (Oddity oddity : Oddity.values()) {
      long until = oddity.until((today + 1.0) / rhythm.days(), parameters.scans());
      for (; oddities[oddity.ordinal()] < until; oddities[oddity.ordinal()]++) {
        Instant at = rhythm.timeOn(today, dice);
        long customer = population.buyer((double) today / rhythm.days(), dice);
        Stock.Item item = oddity.item(stock, at, dice);
        promise(oddity.scan(looks, item, population.customer(customer), at));
      }
    }
  }
}

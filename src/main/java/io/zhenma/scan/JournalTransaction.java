package io.zhenma.scan;

import static java.util.Comparator.naturalOrder;

import io.zhenma.device.UserAgent;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.scan.JournalEntry.ItemKey;
import io.zhenma.scan.ScanRows.Judged;
import io.zhenma.scan.ScanRows.Stored;
import io.zhenma.sql.PreparedSession;
import io.zhenma.verification.Decision;
import io.zhenma.verification.ItemHistory;
import io.zhenma.verification.Rules;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Decides and writes many scans of one brand in one transaction: lock the items in order, count ids
 * once, let the rules decide scan by scan in order of arrival, write scans and histories. The
 * caller commits.
 */
final class JournalTransaction {
  private final PreparedSession session;
  private final long brandId;
  private final List<JournalEntry> entries;
  private final List<Judged> fresh = new ArrayList<>();
  private final Map<UUID, Stored> known;
  private final SortedMap<ItemKey, ItemHistory> histories;
  private final SortedSet<ItemKey> changed = new TreeSet<>();
  private final Set<ItemKey> stored;

  /**
   * @param contended whether others write histories of the same new items: then all items are
   *     locked before anything is decided
   */
  JournalTransaction(
      PreparedSession session, long brandId, List<JournalEntry> entries, boolean contended)
      throws SQLException {
    this.session = session;
    this.brandId = brandId;
    this.entries = entries;
    SortedSet<ItemKey> items =
        entries.stream().map(JournalEntry::item).collect(Collectors.toCollection(TreeSet::new));
    this.histories =
        new TreeMap<>(
            contended
                ? ItemHistories.lockAll(session, brandId, items)
                : ItemHistories.lock(session, brandId, items));
    this.stored = Set.copyOf(histories.keySet());
    this.known =
        new HashMap<>(
            ScanRows.find(
                session,
                brandId,
                entries.stream().map(JournalEntry::scanId).distinct().toList(),
                entries.stream()
                    .map(entry -> entry.circumstances().at())
                    .min(naturalOrder())
                    .orElseThrow(),
                entries.stream()
                    .map(entry -> entry.circumstances().at())
                    .max(naturalOrder())
                    .orElseThrow()));
  }

  /**
   * @param newAgents the User-Agents that may lack a row
   * @return an answer for each entry, in their order: the recorded scan, or the refusal of an id
   *     that named another scan
   */
  List<Answer> run(int lane, List<UserAgent> newAgents) throws SQLException {
    List<Answer> answers = entries.stream().map(this::decide).toList();
    if (!fresh.isEmpty()) {
      UserAgentRows.add(session.connection(), newAgents);
      long seq = Lanes.take(session, brandId, lane, fresh.size());
      ScanRows.insert(session, lane, seq, fresh);
      SortedMap<ItemKey, ItemHistory> toSave = new TreeMap<>(histories);
      toSave.keySet().retainAll(changed);
      ItemHistories.save(session, brandId, toSave, stored);
    }
    return answers;
  }

  private Answer decide(JournalEntry entry) {
    ItemHistory before = histories.getOrDefault(entry.item(), ItemHistory.NONE);
    Stored stored = known.get(entry.scanId());
    if (stored != null) {
      return stored.content().equals(entry.content())
          ? new Answer.Done(new Recorded(stored.verdict(), before))
          : new Answer.Refused(
              ProblemException.conflict(ProblemType.CONFLICT, "scanId", "scan-id-used"));
    }
    Decision decision = decision(entry, before);
    histories.put(entry.item(), decision.after());
    changed.add(entry.item());
    fresh.add(new Judged(entry, decision.verdict()));
    known.put(entry.scanId(), new Stored(entry.content(), decision.verdict()));
    return new Answer.Done(new Recorded(decision.verdict(), decision.after()));
  }

  private static Decision decision(JournalEntry entry, ItemHistory before) {
    if (entry.visitor().isAutomated()) {
      return Rules.decideAutomated(entry.code(), before, entry.policy());
    }
    return Rules.decide(entry.code(), before, entry.circumstances(), entry.policy());
  }

  /** What becomes of one entry once the transaction is committed. */
  sealed interface Answer {
    record Done(Recorded recorded) implements Answer {}

    record Refused(ProblemException why) implements Answer {}
  }
}

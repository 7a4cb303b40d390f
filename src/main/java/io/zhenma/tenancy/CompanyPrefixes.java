package io.zhenma.tenancy;

import io.zhenma.problem.FieldRule;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which brand may use which GTINs, as administrators entered it after they had seen proof. */
@ApplicationScoped
public class CompanyPrefixes {
  private static final int SHORTEST = 4;
  private static final int LONGEST = 12;
  private static final int MOST = 200;

  private final EntityManager entities;

  CompanyPrefixes(EntityManager entities) {
    this.entities = entities;
  }

  /** Of the brand, in order. */
  @Transactional
  public List<String> of(long brandId) {
    return entities
        .createQuery(
            "select prefix from CompanyPrefixRow where brandId = :brand order by prefix",
            String.class)
        .setParameter("brand", brandId)
        .getResultList();
  }

  /**
   * The brand whose prefix covers a GTIN.
   *
   * @param gtin its 14 digits
   */
  @Transactional
  public Optional<Long> holder(String gtin) {
    String thirteen = gtin.substring(1);
    List<String> beginnings =
        IntStream.rangeClosed(SHORTEST, LONGEST)
            .mapToObj(length -> thirteen.substring(0, length))
            .toList();
    return entities
        .createQuery("select brandId from CompanyPrefixRow where prefix in :beginnings", Long.class)
        .setParameter("beginnings", beginnings)
        .getResultStream()
        .findFirst();
  }

  /**
   * Replaces a brand's prefixes. Products keep the GTINs that they have.
   *
   * @throws ProblemException when one is no company prefix, or another brand's covers it or is
   *     covered by it
   */
  @Transactional
  public void change(long brandId, long userId, List<String> wanted) {
    FieldRule.range("prefixes", wanted.size(), 0, MOST);
    Set<String> fresh =
        wanted.stream()
            .map(text -> new CompanyPrefix(text.strip()).digits())
            .collect(Collectors.toCollection(TreeSet::new));
    lock();
    List<CompanyPrefixRow> all =
        entities.createQuery("from CompanyPrefixRow", CompanyPrefixRow.class).getResultList();
    fresh.forEach(prefix -> requireApart(brandId, prefix, fresh, all));
    for (CompanyPrefixRow row : all) {
      if (row.brandId == brandId && !fresh.remove(row.prefix)) {
        entities.remove(row);
      }
    }
    fresh.forEach(prefix -> entities.persist(row(brandId, userId, prefix)));
  }

  private static void requireApart(
      long brandId, String prefix, Set<String> own, List<CompanyPrefixRow> all) {
    boolean others =
        all.stream()
            .filter(row -> row.brandId != brandId)
            .anyMatch(row -> overlap(prefix, row.prefix));
    boolean twice = own.stream().anyMatch(other -> !other.equals(prefix) && overlap(prefix, other));
    if (others || twice) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "prefixes", "prefix-taken", prefix);
    }
  }

  private static boolean overlap(String one, String other) {
    CompanyPrefix first = new CompanyPrefix(one);
    CompanyPrefix second = new CompanyPrefix(other);
    return first.covers(second) || second.covers(first);
  }

  /** Two administrators at once would not see each other's rows; the first brand's row is there. */
  private void lock() {
    entities
        .createNativeQuery("SELECT id FROM brand ORDER BY id LIMIT 1 FOR UPDATE", Long.class)
        .getResultList();
  }

  private static CompanyPrefixRow row(long brandId, long userId, String prefix) {
    CompanyPrefixRow row = new CompanyPrefixRow();
    row.prefix = prefix;
    row.brandId = brandId;
    row.createdBy = userId;
    row.createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return row;
  }
}

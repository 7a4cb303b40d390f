package io.zhenma.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes down who did what. An entry stands in the same transaction as the deed, or neither does;
 * within it, {@link Deed} is told to whoever observes it.
 */
@ApplicationScoped
public class AuditLog {
  private static final int LONGEST_DETAIL = 500;

  private final EntityManager entities;
  private final Event<Deed> told;

  AuditLog(EntityManager entities, Event<Deed> told) {
    this.entities = entities;
    this.told = told;
  }

  /**
   * @param brandId whose log it belongs to, or null for the platform's
   * @param action stable name, such as {@code batch-created}
   * @param subject what it was done to, such as {@code batch:17}
   * @param detail plain text without secrets; cut at 500 characters
   */
  @Transactional
  public void record(
      @Nullable Long brandId, @Nullable Long userId, String action, String subject, String detail) {
    AuditEntry entry = new AuditEntry();
    entry.brandId = brandId;
    entry.userId = userId;
    entry.action = action;
    entry.subject = subject;
    entry.detail = cut(detail);
    entry.at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    entities.persist(entry);
    told.fire(new Deed(brandId, userId, action, subject, entry.at));
  }

  /**
   * To how many different things somebody did one of these since then, counted up to {@code most}.
   */
  @Transactional
  public int subjects(long brandId, long userId, Set<String> actions, Instant since, int most) {
    return entities
        .createQuery(
            "select distinct subject from AuditEntry where brandId = :brand and userId = :user"
                + " and action in :actions and at >= :since",
            String.class)
        .setParameter("brand", brandId)
        .setParameter("user", userId)
        .setParameter("actions", actions)
        .setParameter("since", since)
        .setMaxResults(most)
        .getResultList()
        .size();
  }

  /** Between two characters, never in the middle of one. */
  private static String cut(String detail) {
    if (detail.length() <= LONGEST_DETAIL) {
      return detail;
    }
    boolean splits = Character.isHighSurrogate(detail.charAt(LONGEST_DETAIL - 1));
    return detail.substring(0, splits ? LONGEST_DETAIL - 1 : LONGEST_DETAIL);
  }
}

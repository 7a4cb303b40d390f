package io.zhenma.complaint;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.zhenma.problem.JobTroubles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Deletes complaints, whatever their state, once they are older than they may become. */
@ApplicationScoped
class ComplaintRetention {
  private static final int AT_ONCE = 200;

  /** After so many that failed, it is not they that are at fault. */
  private static final int MOST_LEFT = 1_000;

  private final Complaints complaints;
  private final ComplaintPhotos photos;
  private final ComplaintConfig config;

  ComplaintRetention(Complaints complaints, ComplaintPhotos photos, ComplaintConfig config) {
    this.complaints = complaints;
    this.photos = photos;
    this.config = config;
  }

  @Scheduled(
      every = "1H",
      delayed = "5M",
      identity = "complaint-retention",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void deleteDue() {
    deleteBefore(Instant.now().minus(config.keep()));
  }

  /** A few in a transaction, so that none is long; past those that cannot be deleted. */
  void deleteBefore(Instant oldest) {
    int left = 0;
    List<Complaint.Id> due;
    do {
      int from = left;
      due = QuarkusTransaction.requiringNew().call(() -> due(oldest, from));
      left += due.size() - delete(due);
    } while (due.size() == AT_ONCE && left < MOST_LEFT);
  }

  /** Not the rows: one that cannot be read would take the others with it. */
  private List<Complaint.Id> due(Instant oldest, int from) {
    return complaints
        .getEntityManager()
        .createQuery(
            "select id from Complaint where createdAt < ?1 order by createdAt, id.reference",
            Complaint.Id.class)
        .setParameter(1, oldest)
        .setFirstResult(from)
        .setMaxResults(AT_ONCE)
        .getResultList();
  }

  /** All at once, or, if one of them cannot be deleted, each alone. */
  private int delete(List<Complaint.Id> due) {
    try {
      QuarkusTransaction.requiringNew().run(() -> due.forEach(this::delete));
      return due.size();
    } catch (RuntimeException oneOfThem) {
      int deleted = 0;
      for (Complaint.Id id : due) {
        try {
          QuarkusTransaction.requiringNew().run(() -> delete(id));
          deleted++;
        } catch (RuntimeException failure) {
          JobTroubles.leftOut("complaint-retention", "complaint " + id, failure);
        }
      }
      return deleted;
    }
  }

  /** By its key, so that it need not be read. */
  private void delete(Complaint.Id id) {
    photos.delete("id", id);
    complaints.delete("id", id);
  }
}

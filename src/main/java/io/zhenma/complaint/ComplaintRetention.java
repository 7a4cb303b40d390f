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

  /** A few in a transaction, so that none is long. */
  void deleteBefore(Instant oldest) {
    int deleted = AT_ONCE;
    while (deleted == AT_ONCE) {
      List<Complaint> due =
          QuarkusTransaction.requiringNew()
              .call(
                  () ->
                      complaints
                          .find("createdAt < ?1 order by createdAt", oldest)
                          .page(0, AT_ONCE)
                          .list());
      deleted = delete(due);
    }
  }

  /** All at once, or, if one of them cannot be deleted, each alone. */
  private int delete(List<Complaint> due) {
    try {
      QuarkusTransaction.requiringNew().run(() -> due.forEach(this::delete));
      return due.size();
    } catch (RuntimeException oneOfThem) {
      int deleted = 0;
      for (Complaint complaint : due) {
        try {
          QuarkusTransaction.requiringNew().run(() -> delete(complaint));
          deleted++;
        } catch (RuntimeException failure) {
          JobTroubles.leftOut("complaint-retention", "complaint " + complaint.id, failure);
        }
      }
      return deleted;
    }
  }

  private void delete(Complaint complaint) {
    photos.remove(complaint.id);
    complaints.deleteById(complaint.id);
  }
}

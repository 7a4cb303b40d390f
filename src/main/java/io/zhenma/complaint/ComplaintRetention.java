package io.zhenma.complaint;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
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
      deleted = QuarkusTransaction.requiringNew().call(() -> deleteSome(oldest));
    }
  }

  private int deleteSome(Instant oldest) {
    List<Complaint> due =
        complaints.find("createdAt < ?1 order by createdAt", oldest).page(0, AT_ONCE).list();
    for (Complaint complaint : due) {
      photos.remove(complaint.id);
      complaints.delete(complaint);
    }
    return due.size();
  }
}

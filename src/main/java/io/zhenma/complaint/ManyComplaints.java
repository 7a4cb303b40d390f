package io.zhenma.complaint;

import io.zhenma.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** What is done with many complaints at once: all or none. */
@ApplicationScoped
class ManyComplaints {
  private static final int MOST = 200;

  private final Complaints complaints;

  ManyComplaints(Complaints complaints) {
    this.complaints = complaints;
  }

  @Transactional
  void close(long brandId, long userId, Chosen chosen) {
    for (String reference : chosen.checked()) {
      complaints.close(brandId, userId, reference);
    }
  }

  @Transactional
  void erase(long brandId, long userId, Chosen chosen) {
    for (String reference : chosen.checked()) {
      complaints.erase(brandId, userId, reference);
    }
  }

  /**
   * @param references of complaints, at most 200
   */
  record Chosen(@NotNull List<@NotNull String> references) {
    private List<String> checked() {
      if (references.isEmpty() || references.size() > MOST) {
        throw ProblemException.field("references", "complaints-chosen", MOST);
      }
      return references.stream().distinct().toList();
    }
  }
}

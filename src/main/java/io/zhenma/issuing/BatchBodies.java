package io.zhenma.issuing;

import io.zhenma.crypto.CodeKind;
import io.zhenma.tenancy.Users;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes bodies of batches, with what is not in their rows. */
@ApplicationScoped
class BatchBodies {
  private final Codes codes;
  private final Users users;

  BatchBodies(Codes codes, Users users) {
    this.codes = codes;
    this.users = users;
  }

  /**
   * @param mayScan whether the reader gets a link for trying out; a draft has none, nor has a batch
   *     whose codes an earlier system printed
   */
  BatchBody of(BatchView batch, boolean mayScan) {
    boolean hasLink =
        mayScan && batch.state() != BatchState.CREATED && batch.profile() != CodeProfile.FOREIGN;
    return BatchBody.of(
        batch,
        users.name(batch.createdBy()),
        hasLink ? codes.code(batch, CodeKind.INNER, 0).url() : null);
  }

  BatchBody.Move of(BatchMove move) {
    return BatchBody.Move.of(move, users.name(move.userId()));
  }
}

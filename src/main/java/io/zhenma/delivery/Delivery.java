package io.zhenma.delivery;

import io.zhenma.crypto.CodeKind;
import io.zhenma.issuing.CodeRange;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A range of a batch's codes as files, or those files in the making. */
@Entity
@Table(name = "delivery")
class Delivery {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column
  Long id;

  @Column(name = "brand_id")
  long brandId;

  @Column(name = "batch_number")
  int batchNumber;

  @Enumerated(EnumType.STRING)
  @Column(length = 12)
  FileFormat format;

  /** Outer, inner or both, as in a request. */
  @Column String kind;

  @Column(name = "first_item")
  int firstItem;

  @Column(name = "item_count")
  int itemCount;

  /** Kept, so that another setting does not cut the files anew. */
  @Column(name = "items_a_file")
  int itemsAFile;

  /** Id of the template that labels are laid out by. */
  @Column @Nullable String template;

  /** That template as it was when this was ordered. */
  @Column(columnDefinition = "mediumtext")
  @Nullable String design;

  @Column(name = "printing_house_id")
  @Nullable Long printingHouseId;

  @Enumerated(EnumType.STRING)
  @Column(length = 12)
  DeliveryState state;

  @Enumerated(EnumType.STRING)
  @Column(length = 24)
  @Nullable DeliveryFailure failure;

  @Column(name = "codes_done")
  long codesDone;

  @Column(name = "codes_per_second")
  long codesPerSecond;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "created_by")
  long createdBy;

  @Column(name = "started_at")
  @Nullable Instant startedAt;

  @Column(name = "ended_at")
  @Nullable Instant endedAt;

  @Column(name = "expires_at")
  @Nullable Instant expiresAt;

  /** Who makes it; a name for one run. */
  @Column(name = "lease_owner")
  @Nullable String leaseOwner;

  @Column(name = "lease_until")
  @Nullable Instant leaseUntil;

  List<CodeKind> kinds() {
    return CodeRange.kinds(kind);
  }

  long codes() {
    return (long) itemCount * kinds().size();
  }

  boolean isSealed() {
    return printingHouseId != null;
  }

  int parts() {
    return (itemCount - 1) / itemsAFile + 1;
  }

  /** File {@code number}, counted from 1. */
  DeliveryPart part(int number) {
    long first = firstItem + (long) (number - 1) * itemsAFile;
    long count = Math.min(itemsAFile, (long) firstItem + itemCount - first);
    return new DeliveryPart(number, new CodeRange(kinds(), (int) first, (int) count));
  }

  /** Ends it, or takes it up again. */
  void moveTo(DeliveryState next, Instant now, Duration keep) {
    if (!state.canMoveTo(next)) {
      throw ProblemException.conflict(
          ProblemType.CONFLICT, "state", "delivery-state", state.name());
    }
    state = next;
    leaseOwner = null;
    leaseUntil = null;
    codesPerSecond = 0;
    endedAt = next.isOpen() ? null : now;
    expiresAt = next.isOpen() || next == DeliveryState.EXPIRED ? null : now.plus(keep);
    failure = next == DeliveryState.EXPIRED ? failure : null;
  }

  /** Such as {@code batch-3-items-0-999999.csv}, with {@code .p7m} when it is sealed. */
  String fileName(DeliveryPart part) {
    return plainName(part) + (isSealed() ? ".p7m" : "");
  }

  String plainName(DeliveryPart part) {
    return part.range().fileName(batchNumber) + "." + format.ending();
  }
}

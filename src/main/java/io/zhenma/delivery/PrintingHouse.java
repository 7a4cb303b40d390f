package io.zhenma.delivery;

import io.zhenma.crypto.RecipientCertificate;
import io.zhenma.crypto.RecipientCertificateException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who prints a brand's codes. */
@Entity
@Table(name = "printing_house")
class PrintingHouse {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column
  Long id;

  @Column(name = "brand_id")
  long brandId;

  @Column String name;
  @Column byte[] certificate;
  @Column String fingerprint;
  @Column boolean active;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "created_by")
  long createdBy;

  @Column(name = "deactivated_at")
  @Nullable Instant deactivatedAt;

  RecipientCertificate recipient() {
    try {
      return RecipientCertificate.stored(certificate);
    } catch (RecipientCertificateException spoilt) {
      throw new IllegalStateException("certificate of printing house " + id, spoilt);
    }
  }

  /** Whether something may be sealed for it now. */
  boolean mayReceive(Instant now) {
    try {
      recipient().requireValid(now);
      return active;
    } catch (RecipientCertificateException outsideItsTime) {
      return false;
    }
  }

  PrintingHouseView view() {
    RecipientCertificate recipient = recipient();
    return new PrintingHouseView(
        id,
        name,
        recipient.subject(),
        recipient.key(),
        fingerprint,
        recipient.validUntil(),
        active,
        createdAt,
        deactivatedAt);
  }
}

package io.zhenma.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file that was made. */
@Entity
@Table(name = "delivery_file")
class DeliveryFile {
  @EmbeddedId @Column Id id;

  /** Of the content before it was sealed. */
  @Column(name = "plain_sha256")
  String plainSha256;

  @Column(name = "plain_bytes")
  long plainBytes;

  /** Of the file as it is handed out. */
  @Column String sha256;

  @Column long bytes;

  /** Its name in the spool, or null once it was deleted. */
  @Column(name = "spool_name")
  @Nullable String spoolName;

  @Column(name = "made_at")
  Instant madeAt;

  int number() {
    return id.number();
  }

  /** Whose file, and which of them. */
  @Embeddable
  record Id(
      @Column(name = "brand_id") long brandId,
      @Column(name = "delivery_id") long deliveryId,
      @Column(name = "number") int number)
      implements Serializable {}
}

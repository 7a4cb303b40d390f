package io.zhenma.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The photo of a complaint. */
@Entity
@Table(name = "complaint_photo")
class ComplaintPhoto {
  @EmbeddedId @Column Complaint.Id id;

  /** See {@link Secrets}. */
  @Column(columnDefinition = "mediumblob")
  byte[] sealed;
}

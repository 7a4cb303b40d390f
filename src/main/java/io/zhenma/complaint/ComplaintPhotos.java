package io.zhenma.complaint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The photos of complaints, sealed in their rows. */
@ApplicationScoped
class ComplaintPhotos implements PanacheRepositoryBase<ComplaintPhoto, Complaint.Id> {
  private final Secrets secrets;

  ComplaintPhotos(Secrets secrets) {
    this.secrets = secrets;
  }

  void keep(Complaint.Id id, byte[] photo) {
    ComplaintPhoto row = new ComplaintPhoto();
    row.id = id;
    row.sealed = secrets.sealPhoto(id, photo);
    persist(row);
  }

  Optional<byte[]> find(Complaint.Id id) {
    return findByIdOptional(id).map(row -> secrets.openPhoto(id, row.sealed));
  }

  void remove(Complaint.Id id) {
    deleteById(id);
  }
}

package io.zhenma.complaint;

import io.zhenma.tenancy.BrandKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;

/** Seals what leads to a person, bound to the complaint that it stands in. */
@ApplicationScoped
class Secrets {
  private final BrandKeys keys;

  Secrets(BrandKeys keys) {
    this.keys = keys;
  }

  byte[] sealContact(Complaint.Id id, String contact) {
    return seal(id, "contact", contact.getBytes(StandardCharsets.UTF_8));
  }

  String openContact(Complaint.Id id, byte[] sealed) {
    return new String(open(id, "contact", sealed), StandardCharsets.UTF_8);
  }

  byte[] sealPhoto(Complaint.Id id, byte[] photo) {
    return seal(id, "photo", photo);
  }

  byte[] openPhoto(Complaint.Id id, byte[] sealed) {
    return open(id, "photo", sealed);
  }

  private byte[] seal(Complaint.Id id, String field, byte[] plain) {
    return keys.personalData(id.brandId()).seal(plain, context(id, field));
  }

  private byte[] open(Complaint.Id id, String field, byte[] sealed) {
    return keys.personalData(id.brandId()).open(sealed, context(id, field));
  }

  private static String context(Complaint.Id id, String field) {
    return "complaint/" + id.brandId() + "/" + id.reference() + "/" + field;
  }
}

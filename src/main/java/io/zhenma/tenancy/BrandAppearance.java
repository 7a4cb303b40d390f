package io.zhenma.tenancy;

import io.zhenma.picture.PictureName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The row of an {@link Appearance}. */
@Entity
@Table(name = "brand_appearance")
class BrandAppearance {
  @Id
  @Column(name = "brand_id")
  Long brandId;

  @Column(columnDefinition = "char(7)")
  @Nullable String colour;

  @Column @Nullable String logo;
  @Column @Nullable String phone;
  @Column @Nullable String web;
  @Column @Nullable String email;

  @Column(name = "changed_at")
  Instant changedAt;

  @Column(name = "changed_by")
  long changedBy;

  @Version @Column int version;

  Appearance view() {
    return new Appearance(
        Optional.ofNullable(colour).map(BrandColour::new),
        Optional.ofNullable(logo).flatMap(PictureName::parse),
        new SupportContact(
            Optional.ofNullable(phone), Optional.ofNullable(web), Optional.ofNullable(email)));
  }
}

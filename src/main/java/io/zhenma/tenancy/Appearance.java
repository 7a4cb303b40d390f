package io.zhenma.tenancy;

import io.zhenma.picture.PictureName;
import java.util.Optional;

/** How a brand looks to consumers and how they reach it. */
public record Appearance(
    Optional<BrandColour> colour, Optional<PictureName> logo, SupportContact support) {
  /** Of a brand that has said nothing. */
  public static final Appearance PLAIN =
      new Appearance(Optional.empty(), Optional.empty(), SupportContact.NONE);
}

package io.zhenma.scan;

import io.zhenma.problem.ProblemException;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * What the page's script, or its form where there is no script, sends. Coordinates count only with
 * consent.
 */
class ScanForm {
  private static final String YES = "1";

  @RestForm @Nullable String scan;
  @RestForm @Nullable String fragment;
  @RestForm @Nullable String refine;
  @RestForm @Nullable String touched;
  @RestForm @Nullable String scripted;
  @RestForm @Nullable Double lat;
  @RestForm @Nullable Double lon;
  @RestForm @Nullable Double acc;
  @RestForm @Nullable String consent;

  /**
   * The id that the page made.
   *
   * @throws ProblemException when it is no UUID
   */
  Optional<UUID> scanId() {
    try {
      return Optional.ofNullable(scan).filter(id -> !id.isEmpty()).map(UUID::fromString);
    } catch (IllegalArgumentException noUuid) {
      throw ProblemException.field("scan", "uuid");
    }
  }

  boolean wantsFragment() {
    return YES.equals(fragment);
  }

  /** A form without script is sent by its button. */
  boolean isTouched() {
    return YES.equals(touched) || !wantsFragment();
  }

  /** Whether the page found its browser driven by a script. */
  boolean isScripted() {
    return YES.equals(scripted);
  }

  boolean isRefinement() {
    return YES.equals(refine);
  }

  Optional<ConsentedPosition> position() {
    return lat == null || lon == null || acc == null || !YES.equals(consent)
        ? Optional.empty()
        : Optional.of(new ConsentedPosition(lat, lon, acc));
  }
}

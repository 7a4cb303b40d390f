package io.zhenma.scan;

import io.zhenma.problem.ProblemException;

/**
 * Coordinates that a person allowed the page to send, kept to four decimals: some ten metres are
 * enough for every question asked of them.
 *
 * @param latitude degrees, WGS 84
 * @param longitude degrees, WGS 84
 * @param accuracyMetres as the browser tells it
 */
public record ConsentedPosition(double latitude, double longitude, double accuracyMetres) {
  private static final double LEAST_ACCURATE_METRES = 5_000_000;
  private static final double STEPS_A_DEGREE = 1e4;

  public ConsentedPosition {
    boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    boolean sensible = accuracyMetres >= 0 && accuracyMetres <= LEAST_ACCURATE_METRES;
    if (!onEarth || !sensible) {
      throw ProblemException.field("position", "position");
    }
    latitude = rounded(latitude);
    longitude = rounded(longitude);
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * STEPS_A_DEGREE) / STEPS_A_DEGREE;
  }

  @Override
  public String toString() {
    return "ConsentedPosition[hidden]";
  }
}

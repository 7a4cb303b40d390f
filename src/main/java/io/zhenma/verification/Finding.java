package io.zhenma.verification;

/**
 * Something that speaks for a copy, with what was measured, so that the score can be explained.
 *
 * @param points 1 to 100: what it adds to the score
 * @param measured in the unit of the reason; 0 where there is nothing to measure
 * @param limit what the policy allows, in the same unit; 0 where there is nothing to measure
 */
public record Finding(Reason reason, int points, double measured, double limit) {
  public Finding {
    if (points < 1 || points > Evidence.MOST_POINTS) {
      throw new IllegalArgumentException("a finding has 1 to 100 points, not " + points);
    }
    measured = tenths(measured);
    limit = tenths(limit);
  }

  /** One that nothing was measured for. */
  static Finding of(Reason reason, int points) {
    return new Finding(reason, points, 0, 0);
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }

  boolean outweighs(Finding other) {
    return points != other.points
        ? points > other.points
        : measured != other.measured ? measured > other.measured : limit < other.limit;
  }

  /** Such as {@code MANY_DEVICES:60:13.0:12.0}. */
  String text() {
    return reason.name() + ':' + points + ':' + measured + ':' + limit;
  }

  /** Reads what {@link #text} wrote. */
  static Finding parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("not a finding");
    }
    return new Finding(
        Reason.valueOf(parts[0]),
        Integer.parseInt(parts[1]),
        Double.parseDouble(parts[2]),
        Double.parseDouble(parts[3]));
  }
}

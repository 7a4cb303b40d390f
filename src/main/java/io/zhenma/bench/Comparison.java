package io.zhenma.bench;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Ours against an alternative, both measured in the same run.
 *
 * @param subject what is compared, in words
 */
public record Comparison(String subject, Measurement ours, Measurement alternative) {

  /** How many times as fast ours is; below 1 the alternative wins. */
  @JsonProperty
  public double ratio() {
    return ours.perSecond() / alternative.perSecond();
  }
}

package io.zhenma.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AlertTextsTest {
  private static final List<ResourceBundle> BUNDLES =
      List.of(bundle(Locale.ENGLISH), bundle(Locale.CHINESE));

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "messages.alerts",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  @Test
  void everyKindSeverityAndFactHasWordsInBothLanguages() {
    for (ResourceBundle words : BUNDLES) {
      for (AlertKind kind : AlertKind.values()) {
        assertThat(words.getString("kind." + kind.slug())).isNotBlank();
      }
      for (Severity severity : Severity.values()) {
        assertThat(words.getString("severity." + severity.name().toLowerCase(Locale.ROOT)))
            .isNotBlank();
      }
      for (Fact fact : Fact.values()) {
        assertThat(words.getString("fact." + fact.key())).isNotBlank();
      }
    }
    assertThat(BUNDLES.get(1).keySet()).isEqualTo(BUNDLES.get(0).keySet());
  }

  @Test
  void waitsGrowByThreeToALongestAndDifferByChance() {
    Backoff backoff = new Backoff(Duration.ofSeconds(10), Duration.ofHours(6));

    assertThat(backoff.after(1, 1.0)).isEqualTo(Duration.ofSeconds(10));
    assertThat(backoff.after(1, 0.0)).isEqualTo(Duration.ofSeconds(5));
    assertThat(backoff.after(4, 1.0)).isEqualTo(Duration.ofSeconds(270));
    assertThat(backoff.after(20, 1.0)).isEqualTo(Duration.ofHours(6));
    long different =
        DoubleStream.generate(() -> backoff.after(5).toMillis()).limit(50).distinct().count();
    assertThat(different).isGreaterThan(10);
  }
}

package io.zhenma.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderReadingTest {
  private static final String TAG = "W/\"abc\"";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "GZIP",
        "br, gzip",
        "gzip;q=0.001",
        "*",
        "gzip ; q = 1",
        "identity;q=0.5, gzip",
        "br;q=1.0, gzip;q=0.8, *;q=0.1"
      })
  void gzipIsTaken(String header) {
    assertThat(ContentCoding.takesGzip(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "br",
        "identity",
        "gzip;q=0",
        "gzip;q=0.0",
        "gzip; q=0.000",
        "*;q=0",
        "gzip;q=0, *",
        "identity, *;q=0",
        "gzip;q=0.2, identity",
        "gzip;q=nonsense",
        "xgzip",
        ",;,"
      })
  void gzipIsNotTaken(String header) {
    assertThat(ContentCoding.takesGzip(header)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        " * ",
        "W/\"abc\"",
        "\"abc\"",
        "\"x\", \"abc\"",
        "\"x\",W/\"abc\" , \"y\"",
        "W/\"x, y\", W/\"abc\""
      })
  void aTagIsKnown(String header) {
    assertThat(EntityTag.isKnown(TAG, header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "\"ab\"", "\"abc", "\"xabc\"", "\"x\", \"y\"", "\"*\""})
  void aTagIsNotKnown(String header) {
    assertThat(EntityTag.isKnown(TAG, header)).isFalse();
  }

  @Test
  void noHeaderKnowsNothing() {
    assertThat(EntityTag.isKnown(TAG, null)).isFalse();
  }
}

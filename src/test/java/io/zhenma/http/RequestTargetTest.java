package io.zhenma.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/a%zz /a%25zz",
        "/a% /a%25",
        "/a%2 /a%252",
        "/a?b=%E4%B /a?b=%E4%25B",
        "/a?b=%u4e2d /a?b=%25u4e2d",
        "/a|b /a%7Cb",
        "/a\"<>\\^`{} /a%22%3C%3E%5C%5E%60%7B%7D",
        "/a[0]?b[]=1 /a%5B0%5D?b%5B%5D=1",
        "/a%%20 /a%25%20"
      })
  void whatMayNotStandInATargetIsEncoded(String sent, String repaired) {
    assertThat(RequestTarget.repaired(sent)).isEqualTo(repaired);
  }

  /** The server hands the bytes of a target on as signs of Latin-1. */
  @Test
  void bytesStayTheBytesTheyAre() {
    String sent = new String("/a查".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

    assertThat(RequestTarget.repaired(sent)).isEqualTo("/a%E6%9F%A5");
    assertThat(RequestTarget.repaired("/a查")).isEqualTo("/a%E6%9F%A5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/a%20b?c=d&e=%2F#f",
        "*",
        "http://host/a%zz",
        "/-._~!$&'()*+,;=:@",
        "/%E6%9F%A5"
      })
  void whatIsFineStays(String target) {
    assertThat(RequestTarget.repaired(target)).isSameAs(target);
  }
}

package io.zhenma.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.basjes.parse.useragent.UserAgentAnalyzer;
import nl.basjes.parse.useragent.config.TestCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What no browser sends must neither fail nor take long. */
class HostileUserAgentTest {
  private static final UserAgentParser PARSER = new UserAgentParser(1);

  private static final List<String> PHONES =
      List.of(
          SampleUserAgents.WECHAT_ANDROID,
          SampleUserAgents.JD,
          SampleUserAgents.WEIBO,
          SampleUserAgents.UNIONPAY,
          SampleUserAgents.HUAWEI_BROWSER,
          SampleUserAgents.GOOGLEBOT);

  private static List<String> seeds() {
    List<String> seeds = new ArrayList<>(PHONES);
    seeds.addAll(MutatedHeaders.HOSTILE);
    return seeds;
  }

  @Test
  void hostileHeadersAreReadAsFarAsTheyLookLikeABrowsers() {
    PARSER.warmUp();
    for (String header : MutatedHeaders.HOSTILE) {
      UserAgent agent = new UserAgent(header);
      long began = processorTime();
      PARSER.parse(agent);
      assertThat(Duration.ofNanos(processorTime() - began))
          .as(header.substring(0, 20))
          .isLessThan(Duration.ofSeconds(2));
    }
    assertThat(UserAgentParser.readsWhole(new UserAgent(MutatedHeaders.HOSTILE.get(0)))).isFalse();
  }

  @Test
  void whatBrowsersOfPeopleSendIsReadToItsEnd() {
    assertThat(PHONES).allMatch(header -> UserAgentParser.readsWhole(new UserAgent(header)));
    List<String> cut =
        realHeaders().stream()
            .filter(header -> header.startsWith("Mozilla/5.0 ("))
            .filter(header -> !UserAgentParser.readsWhole(new UserAgent(header)))
            .toList();
    // A few have a JSON document, an attack or fifty times the same word at their end
    assertThat(cut).hasSizeLessThan(30);
  }

  /** What some apps append to a browser's header does not hide the phone. */
  @Test
  void aDocumentAtTheEndLeavesThePhoneKnown() {
    DeviceTraits traits =
        PARSER.parse(
            new UserAgent(
                "Mozilla/5.0 (Linux; Android 10; ELE-L29 Build/HUAWEIELE-L29; wv)"
                    + " AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.6478.134"
                    + " Mobile Safari/537.36 hap/1110/huawei ({\"type\":\"shortcut\",\"extra\":"
                    + "{\"isNative\":false,\"a\":1},\"b\":2,\"c\":3,\"d\":4,\"e\":5,\"f\":6})"));
    assertThat(List.of(traits.brand(), traits.osName(), traits.deviceClass()))
        .containsExactly("Huawei", "Android", "Phone");
  }

  @Test
  void aModelWithTheNameOfAProgramIsAPhone() {
    for (String model : List.of("XBot Junior", "VR BOT 552 PLUS", "M_bot_tab_1150", "CUBOT X18")) {
      DeviceTraits traits =
          PARSER.parse(
              new UserAgent(
                  "Mozilla/5.0 (Linux; Android 8.1.0; %s Build/O11019) AppleWebKit/537.36 (KHTML,"
                          .formatted(model)
                      + " like Gecko) Chrome/87.0.4280.101 Mobile Safari/537.36"));
      assertThat(traits.robot()).as(model).isFalse();
    }
  }

  @Test
  void mutatedHeadersAreReadWithoutAnError() {
    read(300, 1);
  }

  @Test
  @Tag("thorough")
  void aMillionMutatedHeadersAreReadWithoutAnError() {
    read(1_000_000, 2);
  }

  private static void read(int headers, long seed) {
    MutatedHeaders mutated = new MutatedHeaders(seeds(), seed);
    for (int i = 0; i < headers; i++) {
      PARSER.parse(new UserAgent(mutated.next()));
    }
  }

  private static List<String> realHeaders() {
    return UserAgentAnalyzer.newBuilder()
        .keepTests()
        .delayInitialization()
        .hideMatcherLoadStats()
        .build()
        .getConfig()
        .getTestCases()
        .stream()
        .map(TestCase::getUserAgent)
        .filter(Objects::nonNull)
        .toList();
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}

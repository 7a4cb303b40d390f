package io.zhenma.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.basjes.parse.useragent.UserAgentAnalyzer;
import nl.basjes.parse.useragent.config.TestCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserAgentParserTest {

  private static final UserAgentParser PARSER = new UserAgentParser(10_000);

  private static DeviceTraits parse(String header) {
    return PARSER.parse(new UserAgent(header));
  }

  static Stream<Arguments> people() {
    return Stream.of(
        arguments(SampleUserAgents.WECHAT_IOS, "Apple", "iOS", HostApp.WECHAT, NetworkType.WIFI),
        arguments(
            SampleUserAgents.WECHAT_ANDROID,
            "Xiaomi",
            "Android",
            HostApp.WECHAT,
            NetworkType.CELLULAR_4G),
        arguments(
            SampleUserAgents.WECHAT_HARMONY,
            "Huawei",
            "HarmonyOS",
            HostApp.WECHAT,
            NetworkType.CELLULAR_5G),
        arguments(SampleUserAgents.ALIPAY, "Apple", "iOS", HostApp.ALIPAY, NetworkType.CELLULAR_4G),
        arguments(SampleUserAgents.TAOBAO, "vivo", "Android", HostApp.TAOBAO, NetworkType.UNKNOWN),
        arguments(SampleUserAgents.TMALL, "Apple", "iOS", HostApp.TMALL, NetworkType.UNKNOWN),
        arguments(
            SampleUserAgents.DOUYIN, "OPPO", "Android", HostApp.DOUYIN, NetworkType.CELLULAR_4G),
        arguments(SampleUserAgents.JD, "Apple", "iOS", HostApp.JD, NetworkType.UNKNOWN),
        arguments(
            SampleUserAgents.QUARK, "Xiaomi", "Android", HostApp.BROWSER, NetworkType.UNKNOWN),
        arguments(SampleUserAgents.UC, "Xiaomi", "Android", HostApp.BROWSER, NetworkType.UNKNOWN),
        arguments(SampleUserAgents.BAIDU, "Huawei", "Android", HostApp.BAIDU, NetworkType.UNKNOWN),
        arguments(SampleUserAgents.QQ, "Apple", "iOS", HostApp.QQ, NetworkType.WIFI),
        arguments(SampleUserAgents.WEIBO, "Apple", "iOS", HostApp.WEIBO, NetworkType.UNKNOWN),
        arguments(SampleUserAgents.DINGTALK, "Apple", "iOS", HostApp.DINGTALK, NetworkType.UNKNOWN),
        arguments(SampleUserAgents.UNIONPAY, "Apple", "iOS", HostApp.UNIONPAY, NetworkType.UNKNOWN),
        arguments(
            SampleUserAgents.XIAOHONGSHU, "Apple", "iOS", HostApp.XIAOHONGSHU, NetworkType.WIFI),
        arguments(SampleUserAgents.SAFARI, "Apple", "iOS", HostApp.BROWSER, NetworkType.UNKNOWN),
        arguments(
            SampleUserAgents.CHROME_ANDROID, "", "Android", HostApp.BROWSER, NetworkType.UNKNOWN),
        arguments(
            SampleUserAgents.HUAWEI_BROWSER,
            "Huawei",
            "HarmonyOS",
            HostApp.BROWSER,
            NetworkType.UNKNOWN),
        arguments(
            SampleUserAgents.HARMONY_BROWSER,
            "Huawei",
            "HarmonyOS",
            HostApp.BROWSER,
            NetworkType.UNKNOWN),
        arguments(SampleUserAgents.MIUI, "Redmi", "Android", HostApp.BROWSER, NetworkType.UNKNOWN),
        arguments(
            SampleUserAgents.SAMSUNG, "Samsung", "Android", HostApp.BROWSER, NetworkType.UNKNOWN),
        arguments(
            SampleUserAgents.HONOR, "Honor", "Android", HostApp.WECHAT, NetworkType.CELLULAR_3G),
        arguments(
            SampleUserAgents.REALME, "realme", "Android", HostApp.BROWSER, NetworkType.UNKNOWN),
        arguments(SampleUserAgents.EDGE, "", "Windows NT", HostApp.BROWSER, NetworkType.UNKNOWN));
  }

  @ParameterizedTest
  @MethodSource("people")
  void aPersonsDeviceIsRecognised(
      String header, String brand, String system, HostApp app, NetworkType network) {
    DeviceTraits traits = parse(header);
    assertThat(traits)
        .extracting(
            DeviceTraits::brand,
            DeviceTraits::osName,
            DeviceTraits::hostApp,
            DeviceTraits::networkType,
            DeviceTraits::robot)
        .containsExactly(brand, system, app, network, false);
  }

  @Test
  void versionsAndModelsComeWithTheNames() {
    assertThat(parse(SampleUserAgents.WECHAT_ANDROID))
        .extracting(
            DeviceTraits::deviceClass,
            DeviceTraits::model,
            DeviceTraits::osVersion,
            DeviceTraits::hostAppVersion)
        .containsExactly("Phone", "23013RK75C", "14", "8.0.49.2600");
    assertThat(parse(SampleUserAgents.SAFARI))
        .extracting(
            DeviceTraits::model,
            DeviceTraits::osVersion,
            DeviceTraits::browser,
            DeviceTraits::browserVersion)
        .containsExactly("iPhone", "17.5.1", "Safari", "17.5");
    assertThat(parse(SampleUserAgents.HUAWEI_BROWSER).model()).isEqualTo("ALN-AL00");
    assertThat(parse(SampleUserAgents.HARMONY_BROWSER).osVersion()).isEqualTo("5.0");
    assertThat(parse(SampleUserAgents.QUARK).browser()).isEqualTo("Quark");
    assertThat(parse(SampleUserAgents.EDGE).browser()).isEqualTo("Edge");
    assertThat(parse(SampleUserAgents.ALIPAY).hostAppVersion()).isEqualTo("10.6.20.6000");
    assertThat(parse(SampleUserAgents.JD).hostAppVersion()).isEqualTo("13.2.8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SampleUserAgents.CURL,
        SampleUserAgents.GOOGLEBOT,
        SampleUserAgents.BAIDU_SPIDER,
        SampleUserAgents.WECHAT_PREVIEW,
        "python-requests/2.31.0"
      })
  void aMachineIsNoPerson(String header) {
    assertThat(parse(header).robot()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "??", "Mozilla/5.0", "(((((", "${jndi:ldap://x}", "真码"})
  void whatIsUnknownIsEmpty(String header) {
    DeviceTraits traits = parse(header);
    assertThat(List.of(traits.brand(), traits.model(), traits.osName(), traits.osVersion()))
        .containsOnly("");
  }

  @Test
  void manyThreadsReadTheSame() {
    DeviceTraits expected = parse(SampleUserAgents.WECHAT_ANDROID);
    assertThat(
            IntStream.range(0, 5_000)
                .parallel()
                .mapToObj(i -> parse(SampleUserAgents.wechatAndroid(String.valueOf(i))))
                .distinct())
        .containsExactly(expected);
  }

  @Test
  void aCacheMustHoldSomething() {
    assertThatThrownBy(() -> new UserAgentParser(0)).isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * The headers that the parser's own authors collected: all must pass, most must be recognised.
   */
  @Test
  void thousandsOfRealHeadersAreReadWithoutFailing() {
    List<DeviceTraits> all =
        UserAgentAnalyzer.newBuilder()
            .keepTests()
            .delayInitialization()
            .hideMatcherLoadStats()
            .build()
            .getConfig()
            .getTestCases()
            .stream()
            .map(TestCase::getUserAgent)
            .filter(header -> header != null)
            .map(UserAgentParserTest::parse)
            .toList();
    long people = all.stream().filter(traits -> !traits.robot()).count();
    long systems = all.stream().filter(t -> !t.robot() && !t.osName().isEmpty()).count();
    long brands = all.stream().filter(t -> !t.robot() && !t.brand().isEmpty()).count();
    long browsers = all.stream().filter(t -> !t.robot() && !t.browser().isEmpty()).count();
    System.out.printf(
        "%d headers: %d of people, with system %.1f %%, brand %.1f %%, browser %.1f %%%n",
        all.size(),
        people,
        100.0 * systems / people,
        100.0 * brands / people,
        100.0 * browsers / people);
    assertThat(all).hasSizeGreaterThan(5_000);
    assertThat(systems).isGreaterThan(people * 8 / 10);
    assertThat(browsers).isGreaterThan(people * 8 / 10);
  }
}

package io.zhenma.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenma.place.NetworkClass;
import io.zhenma.traffic.CrawlerPattern.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrawlersTest {
  private static final String IPHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
          + " Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
  private static final String ANDROID =
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/130.0.0.0 Mobile Safari/537.36";

  private static final Set<String> PHONES = Set.of("Phone", "Mobile", "Tablet");
  private static final Set<String> BROWSERS = Set.of("Browser", "Browser Webview");

  private final Crawlers crawlers = Crawlers.load(Optional.empty());
  private final Visitors visitors = new Visitors(crawlers);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PREVIEW | facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
        "PREVIEW | Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
        "PREVIEW | TelegramBot (like TwitterBot)",
        "PREVIEW | WhatsApp/2.23.20.0 A",
        "PREVIEW | Tumblr/14.0.835.186",
        "AUTOMATION | Mozilla/5.0 (compatible; RankSonicSiteAuditor/1.0; +https://ranksonic.com/ranksonic_sab.html)",
        "AUTOMATION | Mozilla/5.0 (compatible; Butterfly/1.0)",
        "PREVIEW | DingTalkBot-LinkService/1.0 (+https://open.dingtalk.com)",
        "PREVIEW | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
        "SEARCH_ENGINE | Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
        "SEARCH_ENGINE | Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)",
        "SEARCH_ENGINE | Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36 (compatible; Bytespider; spider-feedback@bytedance.com)",
        "SEARCH_ENGINE | Mozilla/5.0 (compatible; 360Spider)",
        "SEARCH_ENGINE | Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "SEARCH_ENGINE | Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
        "SECURITY_SCANNER | Mozilla/5.0 (compatible; proofpoint)",
        "SECURITY_SCANNER | BarracudaCentral",
        "SECURITY_SCANNER | virustotalcloud",
        "AUTOMATION | Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/130.0.0.0 Safari/537.36",
        "AUTOMATION | Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)",
        "LIBRARY | curl/8.5.0",
        "LIBRARY | okhttp/4.12.0",
        "LIBRARY | python-requests/2.31.0"
      })
  void aProgramIsKnownByWhatItCallsItself(Program program, String header) {
    assertThat(crawlers.of(header)).contains(program);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        IPHONE,
        ANDROID,
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50(0x18003234) NetType/WIFI Language/zh_CN",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 WhatsApp/24.10.78",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Tumblr/iPhone/34.5",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Slack/4.29.149 Chrome/106 Safari/537.36 AppleSilicon Sonic",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) GSA/319.0.641110640 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21E219 [LinkedInApp]/9.29.6421",
        "Mozilla/5.0 (Linux; Android 12; ELS-AN00; wv) AppleWebKit/537.36 Chrome/99.0 Mobile Safari/537.36 aweme_270600 BytedanceWebview/d8a21c6",
        "Mozilla/5.0 (Linux; Android 12; SP; wv) AppleWebKit/537.36 Chrome/100.0 Mobile SogouMobileBrowser/8.1",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/80.0 Safari/537.36 MetaSr 1.0",
        "Mozilla/5.0 (Linux; Android 15; 24069RA21C Build/AP3A.240617.008; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.6723.103 Mobile Safari/537.36",
        ""
      })
  void aPersonsBrowserIsNoProgram(String header) {
    assertThat(crawlers.of(header)).isEmpty();
  }

  /** Makers take any word for a model's name, also one that a program bears. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTC Butterfly 4",
        "ViewSonic VB-TAB10",
        "HTC_Butterfly",
        "Cherry Sonic ",
        "Magellan",
        "Adventurer",
        "CUBOT X18 Plus",
        "XBot Junior",
        "Moto G (5S) Butterfly",
        "Devin",
        "Lemmy"
      })
  void aPhoneIsNoProgramWhateverItsModelIsCalled(String model) {
    for (String header :
        List.of(
            "Mozilla/5.0 (Linux; Android 9; %s Build/PPR1.180610.011; wv) AppleWebKit/537.36"
                + " (KHTML, like Gecko) Version/4.0 Chrome/87.0.4280.101 Mobile Safari/537.36",
            "Mozilla/5.0 (Linux; Android 9; %s) AppleWebKit/537.36 Chrome/87.0 Safari/537.36",
            "Mozilla/5.0 Linux; Android 7.0; %s Build/NRD90M AppleWebKit/537.36 KHTML, like Gecko",
            "Mozilla/5.0 (Linux; U; Android 2.3.6; fr-fr; %s)",
            "Mozilla/5.0 (Windows Phone 8.1; ARM; Trident/7.0; rv:11.0; %s) like Gecko",
            "Mozilla/5.0 (Linux; HarmonyOS; %s; HMSCore 6.1) AppleWebKit/537.36 (KHTML, like Gecko)"
                + " Chrome/88.0 HuaweiBrowser/11.1 Mobile Safari/537.36",
            "Mozilla/5.0 (Phone; OpenHarmony 5.0; %s) AppleWebKit/537.36 ArkWeb/4.1.6.1 Mobile",
            "Mozilla/5.0 (SMART-TV; Linux; %s) AppleWebKit/537.36 TV Safari/537.36",
            "Opera/9.80 (%s; Opera Mini/7.1.32052/29.3709; U; en) Presto/2.8.119 Version/11.10",
            "Dalvik/2.1.0 (Linux; U; Android 9; %s Build/PPR1)")) {
      assertThat(crawlers.of(header.formatted(model))).as(header.formatted(model)).isEmpty();
    }
  }

  @Test
  void aProgramOnAPhoneIsKnownBehindTheModel() {
    assertThat(
            crawlers.of(
                "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36"
                    + " (KHTML, like Gecko) Chrome/41.0 Mobile Safari/537.36 (compatible;"
                    + " Butterfly/1.0; +http://labs.topsy.com/butterfly/)"))
        .isPresent();
  }

  /** The headers that the parser's authors collected, by what they say each one is. */
  @Test
  void noBrowserOnAPhoneIsTakenForAProgram() {
    List<String> taken =
        nl.basjes.parse.useragent.UserAgentAnalyzer.newBuilder()
            .keepTests()
            .delayInitialization()
            .hideMatcherLoadStats()
            .build()
            .getConfig()
            .getTestCases()
            .stream()
            .filter(header -> is(header.getExpected(), "DeviceClass", PHONES))
            .filter(header -> is(header.getExpected(), "AgentClass", BROWSERS))
            .map(header -> header.getUserAgent())
            .filter(header -> header != null && crawlers.of(header).isPresent())
            .toList();
    // Office looks at a link itself before it opens a browser
    assertThat(taken).allMatch(header -> header.contains("ms-office"));
  }

  private static boolean is(Map<String, String> expected, String field, Set<String> values) {
    return expected != null && values.contains(expected.getOrDefault(field, ""));
  }

  /** The fast way and the plain one, which tries every expression, must agree. */
  @Test
  void onePassFindsWhatTryingEveryPatternFinds() throws IOException {
    String file;
    try (InputStream in = Crawlers.resource("/traffic/crawlers.tsv")) {
      file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<Pattern> plain =
        file.lines().map(line -> Pattern.compile(line.substring(line.indexOf('\t') + 1))).toList();
    for (Pattern pattern : plain) {
      String bare = pattern.pattern().replaceAll("\\\\(?=[^A-Za-z0-9])", "");
      for (String header : List.of(bare, "Mozilla/5.0 (compatible; " + bare + "/1.0)")) {
        boolean any = plain.stream().anyMatch(one -> one.matcher(header).find());
        assertThat(crawlers.of(header).isPresent()).as(header).isEqualTo(any || isOwn(header));
      }
    }
  }

  private static boolean isOwn(String header) {
    try (InputStream in = Crawlers.resource("/traffic/own.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.indexOf('\t') > 0)
          .map(line -> Pattern.compile(line.substring(line.indexOf('\t') + 1)))
          .anyMatch(pattern -> pattern.matcher(header).find());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aNetworkAloneOnlyMakesDoubtfulAndATouchEndsTheDoubt() {
    Hints phone = new Hints(IPHONE, "zh-CN", "", "", false, false);
    assertThat(visitors.onPage(phone, NetworkClass.MOBILE)).isEqualTo(Visit.of(VisitorKind.PERSON));
    assertThat(visitors.onPage(phone, NetworkClass.RELAY)).isEqualTo(Visit.of(VisitorKind.PERSON));
    assertThat(visitors.onPage(phone, NetworkClass.DATA_CENTRE))
        .isEqualTo(Visit.inDoubt(VisitorKind.AUTOMATION));
    Hints touched = new Hints(IPHONE, "zh-CN", "", "", false, true);
    assertThat(visitors.onPage(touched, NetworkClass.DATA_CENTRE))
        .isEqualTo(Visit.of(VisitorKind.PERSON));
  }

  /** Lists err: who touches the page is no program, unless the browser says that it is driven. */
  @Test
  void whoBearsAProgramsNameCountsAsOneUntilATouch() {
    String facebook = "facebookexternalhit/1.1";
    assertThat(
            visitors.onPage(
                new Hints(facebook, "zh-CN", "", "", false, false), NetworkClass.MOBILE))
        .isEqualTo(new Visit(VisitorKind.PREVIEW, true));
    assertThat(
            visitors.onPage(new Hints(facebook, "zh-CN", "", "", false, true), NetworkClass.MOBILE))
        .isEqualTo(Visit.of(VisitorKind.PERSON));
    assertThat(
            visitors.onPage(new Hints(facebook, "zh-CN", "", "", true, true), NetworkClass.MOBILE))
        .isEqualTo(Visit.of(VisitorKind.PREVIEW));
  }

  @Test
  void whatPhonesDontSendMakesDoubtful() {
    assertThat(doubt(IPHONE, "", "", "")).isTrue();
    assertThat(doubt("", "zh", "", "")).isTrue();
    assertThat(doubt(IPHONE, "zh", "\"Chromium\";v=\"130\"", "\"Linux\"")).isTrue();
    assertThat(doubt(ANDROID, "zh", "\"Chromium\";v=\"130\"", "\"Windows\"")).isTrue();
    assertThat(doubt(ANDROID, "zh", "\"Chromium\";v=\"130\"", "\"Android\"")).isFalse();
    assertThat(doubt(IPHONE, "zh", "", "")).isFalse();
  }

  private boolean doubt(String agent, String language, String brands, String platform) {
    return visitors
        .onPage(new Hints(agent, language, brands, platform, false, false), NetworkClass.FIXED)
        .doubtful();
  }

  @Test
  void aDrivenBrowserIsAProgramWhateverItTouches() {
    assertThat(
            visitors.onPage(new Hints(IPHONE, "zh", "", "", true, true), NetworkClass.FIXED).kind())
        .isEqualTo(VisitorKind.AUTOMATION);
    assertThat(
            visitors
                .onPage(
                    new Hints(ANDROID, "zh", "\"HeadlessChrome\";v=\"130\"", "", false, true),
                    NetworkClass.FIXED)
                .kind())
        .isEqualTo(VisitorKind.AUTOMATION);
  }

  @Test
  void anApplicationsClientSpeaksForAPersonAndACrawlerDoesNot() {
    assertThat(visitors.behindApplication("okhttp/4.12.0")).isEqualTo(VisitorKind.PERSON);
    assertThat(visitors.behindApplication("")).isEqualTo(VisitorKind.PERSON);
    assertThat(visitors.behindApplication("Mozilla/5.0 (compatible; bingbot/2.0)"))
        .isEqualTo(VisitorKind.SEARCH_ENGINE);
  }

  @Test
  void aNewerListIsMadeFromThatOfTheProject() {
    String list =
        CrawlerListMaker.list(
            """
            [{"pattern": "Goodbot\\\\/", "tags": ["search-engine"]},
             {"pattern": "Sogou", "tags": ["search-engine"]},
             {"pattern": "[wW]get", "tags": ["http-library"]},
             {"pattern": "Both", "tags": ["seo", "social-preview"]},
             {"pattern": "Butterfly", "instances": ["Mozilla/5.0 (compatible; WebButterflyAuditor/1.0)"]}]
            """);
    assertThat(list)
        .isEqualTo(
            """
            SEARCH_ENGINE\tGoodbot\\/
            LIBRARY\t[wW]get
            PREVIEW\t\\bBoth\\b
            AUTOMATION\t\\bWebButterflyAuditor\\b
            """);
    assertThatThrownBy(() -> CrawlerListMaker.list("{}")).hasMessageContaining("not a list");
    assertThatThrownBy(() -> CrawlerListMaker.list("[{\"pattern\":\"(\"}]"))
        .hasMessageContaining("no expression");
    assertThatThrownBy(() -> CrawlerListMaker.list("nonsense")).hasMessageContaining("not JSON");
  }
}

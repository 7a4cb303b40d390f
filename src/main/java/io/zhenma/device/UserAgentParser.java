package io.zhenma.device;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.basjes.parse.useragent.UserAgent.ImmutableUserAgent;
import nl.basjes.parse.useragent.UserAgent.MutableUserAgent;
import nl.basjes.parse.useragent.UserAgentAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link DeviceTraits} from User-Agents. Building the rules takes seconds and some 100 MB, so
 * it happens at the first parse or at {@link #warmUp}. Safe for all threads: share one.
 */
public final class UserAgentParser {

  private static final Pattern OPEN_HARMONY = Pattern.compile("OpenHarmony ?([\\d.]*)");
  private static final Pattern SCRIPT =
      Pattern.compile(
          "bot\\b|bot/|crawl|spider|slurp|preview|headless|^curl|^wget|python|okhttp|go-http-client"
              + "|^java/|httpclient|facebookexternalhit|scrapy|axios|node-fetch|postman",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> ROBOT_DEVICES =
      Set.of("Robot", "Robot Mobile", "Robot Imitator", "Hacker");
  private static final Set<String> ROBOT_AGENTS = Set.of("Robot", "Robot Mobile", "Hacker");

  private static final ImmutableUserAgent NOTHING =
      new ImmutableUserAgent(new MutableUserAgent(""));

  private final int cachedUserAgents;
  private volatile @Nullable UserAgentAnalyzer analyzer;

  /**
   * A parser that remembers so many headers.
   *
   * @throws IllegalArgumentException when that is not positive
   */
  public UserAgentParser(int cachedUserAgents) {
    if (cachedUserAgents < 1) {
      throw new IllegalArgumentException("the cache must hold something");
    }
    this.cachedUserAgents = cachedUserAgents;
  }

  /** Builds the rules now, so that no parse has to wait for them. */
  public void warmUp() {
    analyzer();
  }

  private UserAgentAnalyzer analyzer() {
    UserAgentAnalyzer built = analyzer;
    return built != null ? built : build();
  }

  private synchronized UserAgentAnalyzer build() {
    UserAgentAnalyzer built = analyzer;
    if (built == null) {
      built =
          UserAgentAnalyzer.newBuilder()
              .withFields(
                  "DeviceClass",
                  "DeviceBrand",
                  "DeviceName",
                  "OperatingSystemName",
                  "OperatingSystemVersion",
                  "AgentClass",
                  "AgentName",
                  "AgentVersion")
              .withCache(cachedUserAgents)
              .withoutClientHintsCache()
              .dropTests()
              .hideMatcherLoadStats()
              .immediateInitialization()
              .build();
      analyzer = built;
    }
    return built;
  }

  /**
   * What the header tells. Of a text that no browser sends, the grammar reads the beginning alone.
   *
   * @throws RuntimeException when the grammar fails; it may also overflow the stack
   */
  public DeviceTraits parse(UserAgent userAgent) {
    String text = userAgent.text();
    ImmutableUserAgent parsed = grammar(text);
    String plain = ModelPart.without(text);
    boolean robot =
        SCRIPT.matcher(plain).find()
            || (isRobot(parsed) && (plain.equals(text) || isRobot(grammar(plain))));
    return traits(text, parsed, robot);
  }

  /** What single tokens of the header tell, without the grammar. */
  public static DeviceTraits tokens(UserAgent userAgent) {
    String text = userAgent.text();
    return traits(text, NOTHING, SCRIPT.matcher(ModelPart.without(text)).find());
  }

  /** Whether the whole header looks like a browser's, so that all of it is read. */
  public static boolean readsWhole(UserAgent userAgent) {
    String part = browserPart(userAgent.text());
    return HeaderShape.plausiblePart(part).length() == part.length();
  }

  private ImmutableUserAgent grammar(String text) {
    return analyzer().parse(HeaderShape.plausiblePart(browserPart(text)));
  }

  private static DeviceTraits traits(String text, ImmutableUserAgent parsed, boolean robot) {
    HostApp.Sighting host = HostApp.in(text);
    Matcher harmony = OPEN_HARMONY.matcher(text);
    boolean openHarmony = harmony.find();
    ChineseBrand.Sighting maker = maker(text, parsed, openHarmony);
    ChineseBrowser.Sighting browser =
        ChineseBrowser.in(text)
            .orElseGet(
                () ->
                    new ChineseBrowser.Sighting(
                        known(parsed, "AgentName"), known(parsed, "AgentVersion")));
    return new DeviceTraits(
        known(parsed, "DeviceClass"),
        maker.brand(),
        maker.model(),
        openHarmony ? "HarmonyOS" : known(parsed, "OperatingSystemName"),
        openHarmony ? harmony.group(1) : known(parsed, "OperatingSystemVersion"),
        browser.name(),
        browser.version(),
        host.app(),
        host.version(),
        NetworkType.in(text),
        robot);
  }

  /** JD puts fields of its own around the browser's header, which then looks like an attack. */
  private static String browserPart(String text) {
    int start = text.startsWith("jdapp;") ? text.indexOf("Mozilla/") : -1;
    if (start < 0) {
      return text;
    }
    String browser = text.substring(start);
    int fieldsAfter = browser.indexOf(';', browser.lastIndexOf(')'));
    return fieldsAfter < 0 ? browser : browser.substring(0, fieldsAfter);
  }

  /** Only Huawei sells phones whose system calls itself OpenHarmony. */
  private static ChineseBrand.Sighting maker(
      String text, ImmutableUserAgent parsed, boolean openHarmony) {
    ChineseBrand.Sighting coded = ChineseBrand.in(text);
    if (!coded.brand().isEmpty()) {
      return coded;
    }
    String brand = known(parsed, "DeviceBrand");
    if (brand.isEmpty()) {
      return new ChineseBrand.Sighting(openHarmony ? "Huawei" : "", "");
    }
    return new ChineseBrand.Sighting(brand, model(brand, known(parsed, "DeviceName")));
  }

  private static boolean isRobot(ImmutableUserAgent parsed) {
    return ROBOT_DEVICES.contains(parsed.getValue("DeviceClass"))
        || ROBOT_AGENTS.contains(parsed.getValue("AgentClass"));
  }

  /** The parser names devices with their brand: "Apple iPhone". */
  private static String model(String brand, String deviceName) {
    return deviceName.startsWith(brand) ? deviceName.substring(brand.length()).strip() : deviceName;
  }

  /** The parser fills the fields of what it distrusts with "Hacker"; that is no name either. */
  private static String known(ImmutableUserAgent parsed, String field) {
    String value = parsed.getValue(field);
    boolean named =
        value != null
            && !value.startsWith("Unknown")
            && !value.equals("??")
            && !value.startsWith("Hacker");
    return named ? value : "";
  }
}

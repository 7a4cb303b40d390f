package io.zhenma.device;

import static io.zhenma.gs1.FuzzText.require;

import io.zhenma.gs1.FuzzText;

/** The header User-Agent, which anybody may fill. */
public final class UserAgentFuzz {
  private static final UserAgentParser PARSER = new UserAgentParser(1);

  static {
    PARSER.warmUp();
  }

  private UserAgentFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    UserAgent agent = new UserAgent(FuzzText.of(data));
    require(agent.text().length() <= UserAgent.LONGEST, "bounded", agent);
    require(new UserAgent(agent.text()).equals(agent), "reduced once and for all", agent);
    String part = HeaderShape.plausiblePart(agent.text());
    require(agent.text().startsWith(part), "the beginning of the header", part);
    require(HeaderShape.plausiblePart(part).equals(part), "plausible to its end", part);
    require(
        ModelPart.without(agent.text()).length() <= agent.text().length(), "nothing added", agent);
    DeviceTraits traits = PARSER.parse(agent);
    require(
        traits.hostApp() == UserAgentParser.tokens(agent).hostApp(),
        "what tokens tell is told either way",
        agent);
  }
}

package io.zhenma.traffic;

import io.quarkus.runtime.Startup;
import io.zhenma.place.NetworkClass;
import io.zhenma.traffic.CrawlerPattern.Program;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells people from programs, and remembers nothing. */
@Startup
@ApplicationScoped
public class Visitors {
  private final Crawlers crawlers;

  @Inject
  Visitors(TrafficConfig config) {
    this(Crawlers.load(config.crawlersFile()));
  }

  Visitors(Crawlers crawlers) {
    this.crawlers = crawlers;
  }

  /** Who opened a page: by its own word alone, since nothing hangs on it but a count. */
  public VisitorKind opening(String userAgent) {
    return crawlers.of(userAgent).map(Program::kind).orElse(VisitorKind.PERSON);
  }

  /**
   * Who posts a scan from the page. Whoever calls itself a program is one. Whoever sits in a data
   * centre, or lacks what people's browsers have, is in doubt until somebody touches the button:
   * honest people have VPNs there, so the network alone takes nothing away from them.
   */
  public Visit onPage(Hints hints, NetworkClass network) {
    VisitorKind says = opening(hints.userAgent());
    if (says.isAutomated()) {
      return Visit.of(says);
    }
    if (hints.saysDriven()) {
      return Visit.of(VisitorKind.AUTOMATION);
    }
    boolean doubtful = network == NetworkClass.DATA_CENTRE || hints.isOdd();
    return doubtful && !hints.confirmed() ? Visit.inDoubt() : Visit.of(VisitorKind.PERSON);
  }

  /**
   * Who is behind an application that posts scans: its HTTP client, or a server of its own, speaks
   * for a person who scanned something; crawlers and scanners are told apart even so.
   */
  public VisitorKind behindApplication(String userAgent) {
    return crawlers
        .of(userAgent)
        .filter(program -> program != Program.LIBRARY)
        .map(Program::kind)
        .orElse(VisitorKind.PERSON);
  }
}

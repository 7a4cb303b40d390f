package io.zhenma.traffic;

import io.quarkus.runtime.Startup;
import io.zhenma.place.NetworkClass;
import io.zhenma.traffic.CrawlerPattern.Program;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

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

  /** By the list that ships with the product, without an application around it. */
  public static Visitors bundled() {
    return new Visitors(Crawlers.load(Optional.empty()));
  }

  /** Who opened a page: by its own word alone, since nothing hangs on it but a count. */
  public VisitorKind opening(String userAgent) {
    return crawlers.of(userAgent).map(Program::kind).orElse(VisitorKind.PERSON);
  }

  /**
   * Who posts a scan from the page. Who calls itself a program counts as one, who sits in a data
   * centre or lacks what people's browsers have as automation, until somebody touches the button:
   * lists of programs err, and honest people have VPNs. Only a browser that says it is driven has
   * nobody who could touch it.
   */
  public Visit onPage(Hints hints, NetworkClass network) {
    VisitorKind says = opening(hints.userAgent());
    if (hints.saysDriven()) {
      return Visit.of(says.isAutomated() ? says : VisitorKind.AUTOMATION);
    }
    if (hints.confirmed()) {
      return Visit.of(VisitorKind.PERSON);
    }
    if (says.isAutomated()) {
      return Visit.inDoubt(says);
    }
    boolean doubtful = network == NetworkClass.DATA_CENTRE || hints.isOdd();
    return doubtful ? Visit.inDoubt(VisitorKind.AUTOMATION) : Visit.of(VisitorKind.PERSON);
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

package io.zhenma.app;

import io.zhenma.gs1.DigitalLink;
import io.zhenma.issuing.LinkConfig;
import io.zhenma.simulation.Simulation;
import io.zhenma.simulation.Simulator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/** Tells how to sign in to an evaluation, and what to scan. */
@ApplicationScoped
class DemoBanner {
  private final DemoBrand demo;
  private final Simulator simulator;
  private final LinkConfig links;

  DemoBanner(DemoBrand demo, Simulator simulator, LinkConfig links) {
    this.demo = demo;
    this.simulator = simulator;
    this.links = links;
  }

  @Produces
  @Singleton
  BannerLine people() {
    return line(
        "Sign in",
        simulation ->
            String.format(
                Locale.ROOT,
                "%s, %s or %s, password %s",
                DemoPeople.OPERATOR,
                DemoPeople.MARKETER,
                DemoPeople.ADMINISTRATOR,
                DemoPeople.PASSWORD));
  }

  /** Another item at most starts, since a scan uses up the first look. */
  @Produces
  @Singleton
  BannerLine unscanned() {
    int item = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
    return line("New item", simulation -> url(simulator.unscanned(simulation, item)));
  }

  @Produces
  @Singleton
  BannerLine copied() {
    return line(
        "Copied one",
        simulation ->
            url(simulator.copied(simulation))
                + (simulation.finished() ? "" : " (once its scans are in, in some seconds)"));
  }

  private String url(DigitalLink link) {
    return link.at(links.base().toString());
  }

  private BannerLine line(String label, Function<Simulation, String> text) {
    return new BannerLine() {
      @Override
      public String label() {
        return label;
      }

      @Override
      public String text() {
        return demo.simulation().map(text).orElse("");
      }
    };
  }
}

package io.zhenma.evidence;

import io.zhenma.evidence.EvidenceViews.AgentView;
import io.zhenma.evidence.EvidenceViews.DeviceView;
import io.zhenma.evidence.EvidenceViews.FindingView;
import io.zhenma.evidence.EvidenceViews.JourneyView;
import io.zhenma.evidence.EvidenceViews.LookView;
import io.zhenma.evidence.EvidenceViews.PlaceView;
import io.zhenma.evidence.EvidenceViews.SpotView;
import io.zhenma.evidence.EvidenceViews.TimeLine;
import io.zhenma.place.Position;
import io.zhenma.scan.PlaceText;
import io.zhenma.verification.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts an analysis into the API's words, places in the reader's language. */
final class EvidenceWords {
  /** Of a fingerprint's 32 digits: enough to tell an item's devices apart, too few to look up. */
  private static final int SHORT_ID = 8;

  private final Analysis analysis;
  private final Locale locale;

  EvidenceWords(Analysis analysis, Locale locale) {
    this.analysis = analysis;
    this.locale = locale;
  }

  static List<FindingView> findings(List<Finding> findings) {
    return findings.stream()
        .map(f -> new FindingView(f.reason().slug(), f.points(), f.measured(), f.limit()))
        .toList();
  }

  List<DeviceView> devices() {
    return analysis.devices().stream()
        .map(
            seen ->
                new DeviceView(
                    shortId(seen.of()),
                    agent(seen.latest().agent()),
                    seen.looks(),
                    seen.sessions(),
                    seen.others(),
                    seen.first(),
                    seen.latest().at(),
                    spot(seen.latest().spot())))
        .toList();
  }

  List<PlaceView> places() {
    return analysis.spots().stream()
        .map(
            seen ->
                new PlaceView(
                    spot(seen.of()),
                    seen.looks(),
                    seen.sessions(),
                    seen.others(),
                    seen.first(),
                    seen.latest().at()))
        .toList();
  }

  List<JourneyView> journeys() {
    return analysis.journeys().stream()
        .map(
            journey ->
                new JourneyView(
                    spot(journey.from()),
                    journey.departed(),
                    spot(journey.to()),
                    journey.arrived(),
                    Math.round(journey.metres()),
                    Math.round(journey.leastMetres()),
                    Math.round(journey.metresPerSecond() * 10) / 10.0,
                    journey.impossible()))
        .toList();
  }

  TimeLine timeline(Optional<LookCursor> before, int size) {
    List<Look> found = analysis.newest(before, size + 1);
    boolean more = found.size() > size;
    List<Look> shown = more ? found.subList(0, size) : found;
    String next = more ? LookCursor.of(shown.get(size - 1)).toString() : null;
    return new TimeLine(shown.stream().map(this::look).toList(), next);
  }

  private LookView look(Look look) {
    return new LookView(
        look.scanId(),
        look.at(),
        look.kind().name(),
        look.visitor(),
        look.outcome().slug(),
        Slugs.of(look.reasons()),
        Slugs.of(analysis.firings().of(look)),
        look.score(),
        look.policyVersion(),
        analysis.sessions().of(look),
        shortId(look.device()),
        agent(look.agent()),
        look.carrier(),
        spot(look.spot()));
  }

  private SpotView spot(Spot spot) {
    return new SpotView(
        PlaceText.of(spot.country(), spot.province(), spot.city(), locale),
        spot.country(),
        spot.province(),
        spot.city(),
        spot.source().name(),
        spot.position().map(Position::latitude).orElse(null),
        spot.position().map(Position::longitude).orElse(null),
        Math.round(spot.uncertaintyMetres()));
  }

  private static AgentView agent(Look.Agent agent) {
    return new AgentView(
        agent.brand(), agent.model(), agent.os(), agent.browser(), agent.hostApp());
  }

  private static String shortId(String fingerprint) {
    return fingerprint.substring(0, SHORT_ID);
  }
}

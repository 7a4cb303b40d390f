package io.zhenma.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The evidence of an item in the API. */
final class EvidenceViews {
  private EvidenceViews() {}

  /**
   * All that is known of an item.
   *
   * @param state OPEN, COPY_CONFIRMED, CLEARED or VOIDED; null when nothing was ever found
   * @param suspectFrom the score from which the brand's policy calls an item suspect
   * @param rulings what operators decided, the latest first
   * @param looks how many scans all of this was read from
   * @param complete whether these are all; else they are the newest
   * @param devices the most often seen first, at most 200; so are places
   * @param journeys the most telling ones, in order of time, at most 100
   */
  record EvidenceView(
      ItemFacts item,
      Counts counts,
      @Nullable String state,
      @Nullable Instant suspectSince,
      int score,
      int suspectFrom,
      List<FindingView> findings,
      List<RulingView> rulings,
      int looks,
      boolean complete,
      List<DeviceView> devices,
      List<PlaceView> places,
      List<JourneyView> journeys,
      TimeLine timeline) {}

  /**
   * What the item is.
   *
   * @param state the item's own, which may differ from its batch's
   * @param soldIn codes of provinces; empty means everywhere
   */
  record ItemFacts(
      String gtin,
      String productName,
      String code,
      int batchNumber,
      int itemNumber,
      String lot,
      @Nullable LocalDate expiresOn,
      String batchState,
      String state,
      Set<String> soldIn) {}

  /** Scans of people; devices beyond a score or two are not told apart. */
  record Counts(
      int scans,
      int sessions,
      int devices,
      @Nullable Instant firstVerifiedAt,
      @Nullable String firstVerifiedPlace) {}

  /** See {@link io.zhenma.verification.Finding}. */
  record FindingView(String reason, int points, double measured, double limit) {}

  /**
   * What an operator decided.
   *
   * @param number counts the item's rulings from 1
   * @param scans with what follows: what was known then
   */
  record RulingView(
      int number,
      String kind,
      String note,
      String by,
      Instant at,
      int scans,
      int sessions,
      int devices,
      int score,
      List<FindingView> findings) {}

  /**
   * @param latitude of the point or the middle of the region, rounded to a kilometre or so
   * @param uncertaintyMetres how far from there it may have been
   */
  record SpotView(
      String name,
      String country,
      String province,
      String city,
      String source,
      @Nullable Double latitude,
      @Nullable Double longitude,
      double uncertaintyMetres) {}

  /**
   * @param id opaque; the same for the device's scans of all items of the brand
   * @param places how many different ones it was seen at
   */
  record DeviceView(
      String id,
      AgentView agent,
      int looks,
      int sessions,
      int places,
      Instant first,
      Instant last,
      SpotView lastPlace) {}

  record AgentView(String brand, String model, String os, String browser, String hostApp) {}

  record PlaceView(
      SpotView place, int looks, int sessions, int devices, Instant first, Instant last) {}

  /** See {@link Journey}. */
  record JourneyView(
      SpotView from,
      Instant departed,
      SpotView to,
      Instant arrived,
      double metres,
      double leastMetres,
      double metresPerSecond,
      boolean impossible) {}

  /**
   * Scans, the newest first.
   *
   * @param next what to send as {@code before} for older ones; null at the end
   */
  record TimeLine(List<LookView> items, @Nullable String next) {}

  /**
   * One scan.
   *
   * @param fired the reasons that it was the first to bring about
   * @param session counts the item's sessions from 1
   */
  record LookView(
      UUID scanId,
      Instant at,
      String kind,
      String visitor,
      String outcome,
      List<String> reasons,
      List<String> fired,
      int score,
      int policyVersion,
      int session,
      String device,
      AgentView agent,
      String carrier,
      SpotView place) {}
}

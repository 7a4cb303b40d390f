package io.zhenma.evidence;

import io.agroal.api.AgroalDataSource;
import io.zhenma.evidence.EvidenceViews.Counts;
import io.zhenma.evidence.EvidenceViews.EvidenceView;
import io.zhenma.evidence.EvidenceViews.ItemFacts;
import io.zhenma.evidence.EvidenceViews.TimeLine;
import io.zhenma.evidence.RulingBodies.Ruled;
import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Catalogue;
import io.zhenma.policy.Policies;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.scan.ItemLedger;
import io.zhenma.scan.Items;
import io.zhenma.scan.PlaceText;
import io.zhenma.scan.SuspectState;
import io.zhenma.verification.ItemHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays out what speaks for or against an item. */
@ApplicationScoped
class Dossiers {
  private static final int LINES = 500;

  private final AgroalDataSource database;
  private final Catalogue catalogue;
  private final Items items;
  private final Policies policies;
  private final RulingRows rulings;

  Dossiers(
      AgroalDataSource database,
      Catalogue catalogue,
      Items items,
      Policies policies,
      RulingRows rulings) {
    this.database = database;
    this.catalogue = catalogue;
    this.items = items;
    this.policies = policies;
    this.rulings = rulings;
  }

  /** The item's batch, when the brand has issued such an item. */
  BatchView require(long brandId, int number, int item) {
    return catalogue
        .batch(brandId, number)
        .filter(batch -> item >= 0 && item < batch.quantity())
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  EvidenceView of(long brandId, int number, int item, Locale locale) throws SQLException {
    BatchView batch = require(brandId, number, item);
    try (Connection connection = database.getConnection()) {
      ItemHistory history = ItemLedger.read(connection, brandId, number, item);
      Analysis analysis = analysis(connection, brandId, number, item);
      EvidenceWords words = new EvidenceWords(analysis, locale);
      return new EvidenceView(
          facts(batch, item),
          counts(history, locale),
          state(history),
          history.suspectSince().orElse(null),
          history.evidence().score(),
          policies.of(brandId).suspectFrom(),
          EvidenceWords.findings(history.evidence().findings()),
          rulings.of(connection, brandId, number, item),
          analysis.looks().size(),
          analysis.complete(),
          words.devices(),
          words.places(),
          words.journeys(),
          words.timeline(Optional.empty(), LINES));
    }
  }

  TimeLine older(long brandId, int number, int item, LookCursor before, Locale locale)
      throws SQLException {
    require(brandId, number, item);
    try (Connection connection = database.getConnection()) {
      Analysis analysis = analysis(connection, brandId, number, item);
      return new EvidenceWords(analysis, locale).timeline(Optional.of(before), LINES);
    }
  }

  /** How the item stands after a ruling. */
  Ruled ruled(long brandId, int number, int item) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return new Ruled(
          SuspectState.of(ItemLedger.read(connection, brandId, number, item)).name(),
          rulings.of(connection, brandId, number, item));
    }
  }

  private Analysis analysis(Connection connection, long brandId, int number, int item)
      throws SQLException {
    return Analysis.of(
        LookRows.of(connection, brandId, number, item, Analysis.MOST_LOOKS), policies.of(brandId));
  }

  private ItemFacts facts(BatchView batch, int item) {
    return new ItemFacts(
        batch.product().gtin(),
        batch.product().name(),
        items.text(batch, item),
        batch.number(),
        item,
        batch.lot(),
        batch.expiresOn(),
        batch.state().name(),
        catalogue.itemState(batch, item).state().name(),
        batch.soldIn());
  }

  private static Counts counts(ItemHistory history, Locale locale) {
    return history
        .first()
        .map(
            first ->
                new Counts(
                    history.scans(),
                    history.sessions(),
                    history.devices(),
                    first.at(),
                    PlaceText.of(first.country(), first.province(), first.city(), locale)))
        .orElseGet(
            () -> new Counts(history.scans(), history.sessions(), history.devices(), null, null));
  }

  private static @Nullable String state(ItemHistory history) {
    return history.isSuspect() || history.ruling().isPresent()
        ? SuspectState.of(history).name()
        : null;
  }
}

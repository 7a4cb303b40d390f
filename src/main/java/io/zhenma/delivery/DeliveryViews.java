package io.zhenma.delivery;

import io.zhenma.issuing.Catalogue;
import io.zhenma.label.LabelFonts;
import io.zhenma.label.LabelTemplate;
import io.zhenma.label.LeftOut;
import io.zhenma.problem.Page;
import io.zhenma.problem.ProblemTexts;
import io.zhenma.problem.ReaderLocale;
import io.zhenma.tenancy.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows deliveries. */
@ApplicationScoped
class DeliveryViews {
  private final Deliveries deliveries;
  private final PrintingHouses houses;
  private final Users users;
  private final ProblemTexts texts;
  private final LabelTemplates templates;
  private final LabelFonts fonts;
  private final Catalogue catalogue;

  DeliveryViews(
      Deliveries deliveries,
      PrintingHouses houses,
      Users users,
      ProblemTexts texts,
      LabelTemplates templates,
      LabelFonts fonts,
      Catalogue catalogue) {
    this.templates = templates;
    this.fonts = fonts;
    this.catalogue = catalogue;
    this.deliveries = deliveries;
    this.houses = houses;
    this.users = users;
    this.texts = texts;
  }

  @Transactional
  Page<DeliveryView> page(
      long brandId, Optional<Integer> batch, Page.Request wanted, @Nullable String language) {
    Page<Delivery> found = deliveries.page(brandId, batch, wanted);
    return wanted.of(
        found.items().stream().map(delivery -> view(delivery, null, language)).toList(),
        found.total());
  }

  @Transactional
  DeliveryView one(long brandId, long id, @Nullable String language) {
    Delivery delivery = deliveries.require(brandId, id);
    List<DeliveryView.File> files =
        deliveries.files(brandId, id).stream()
            .filter(file -> file.spoolName != null)
            .map(file -> file(delivery, file))
            .toList();
    return view(delivery, files, language);
  }

  private DeliveryView view(
      Delivery delivery, @Nullable List<DeliveryView.File> files, @Nullable String language) {
    DeliveryFailure failure = delivery.failure;
    return new DeliveryView(
        delivery.id,
        delivery.batchNumber,
        delivery.format,
        delivery.kind,
        delivery.firstItem,
        delivery.itemCount,
        delivery.template,
        house(delivery),
        delivery.state,
        failure == null ? null : failure(failure, language),
        delivery.codes(),
        delivery.codesDone,
        (int) (100 * delivery.codesDone / delivery.codes()),
        delivery.codesPerSecond,
        secondsLeft(delivery),
        delivery.createdAt,
        users.name(delivery.createdBy),
        delivery.startedAt,
        delivery.endedAt,
        delivery.expiresAt,
        delivery.parts(),
        files,
        files == null ? null : leftOut(delivery));
  }

  /** The product's name and the design's words can have letters that the fonts lack. */
  private List<LeftOut> leftOut(Delivery delivery) {
    String design = delivery.design;
    if (design == null) {
      return List.of();
    }
    LabelTemplate template = templates.template(design);
    return catalogue
        .batch(delivery.brandId, delivery.batchNumber)
        .map(batch -> LeftOut.of(template, fonts, batch.product().name(), batch.lot()))
        .orElse(List.of());
  }

  private DeliveryView.Failure failure(DeliveryFailure failure, @Nullable String language) {
    return new DeliveryView.Failure(
        failure.name(), texts.words(ReaderLocale.of(language), failure.key()));
  }

  private DeliveryView.@Nullable House house(Delivery delivery) {
    Long id = delivery.printingHouseId;
    if (id == null) {
      return null;
    }
    PrintingHouse house = houses.require(delivery.brandId, id);
    return new DeliveryView.House(id, house.name, house.active);
  }

  private static @Nullable Long secondsLeft(Delivery delivery) {
    if (delivery.state != DeliveryState.RUNNING || delivery.codesPerSecond <= 0) {
      return null;
    }
    long left = Math.max(0, delivery.codes() - delivery.codesDone);
    return (left - 1) / delivery.codesPerSecond + 1;
  }

  private static DeliveryView.File file(Delivery delivery, DeliveryFile file) {
    DeliveryPart part = delivery.part(file.number());
    return new DeliveryView.File(
        file.number(),
        delivery.fileName(part),
        part.range().first(),
        part.range().count(),
        file.bytes,
        file.sha256);
  }
}

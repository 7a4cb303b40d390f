package io.zhenma.access;

import io.zhenma.alert.Alerts;
import io.zhenma.crypto.CodeKind;
import io.zhenma.issuing.BatchState;
import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Codes;
import io.zhenma.issuing.Issuing;
import io.zhenma.issuing.NewBatch;
import io.zhenma.issuing.ProductDetails;
import io.zhenma.report.ReportKind;
import io.zhenma.report.Reports;
import io.zhenma.tenancy.ApprovalKind;
import io.zhenma.tenancy.ApprovalWish;
import io.zhenma.tenancy.Approvals;
import io.zhenma.tenancy.BrandGtins;
import io.zhenma.tenancy.BrandView;
import io.zhenma.tenancy.Brands;
import io.zhenma.tenancy.NewUser;
import io.zhenma.tenancy.Role;
import io.zhenma.tenancy.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Builds brands for tests, by the services that real ones are built by. */
@ApplicationScoped
class Houses {
  private final Brands brands;
  private final Users users;
  private final Issuing issuing;
  private final Codes codes;
  private final Reporting reporting;
  private final EntityManager entities;
  private final Alerts alerts;
  private final BrandGtins gtins;
  private final Approvals approvals;

  Houses(
      Brands brands,
      Users users,
      Issuing issuing,
      Codes codes,
      Reporting reporting,
      EntityManager entities,
      Approvals approvals,
      Alerts alerts,
      BrandGtins gtins) {
    this.gtins = gtins;
    this.alerts = alerts;
    this.approvals = approvals;
    this.brands = brands;
    this.users = users;
    this.issuing = issuing;
    this.codes = codes;
    this.reporting = reporting;
    this.entities = entities;
  }

  Person admin() {
    return person(Role.PLATFORM_ADMIN, null);
  }

  /** A brand whose filled batch is its {@code batches}-th. */
  House build(int batches) {
    String slug = "brand-" + UUID.randomUUID().toString().substring(0, 8);
    BrandView brand = brands.create(slug, "House of " + slug);
    gtins.vouch(brand.id(), true);
    Person operator = person(Role.BRAND_OPERATOR, brand.id());
    Person marketer = person(Role.MARKETER, brand.id());
    BatchView batch = batch(brand, operator, batches);
    List<String> links =
        IntStream.range(0, 5).mapToObj(i -> codes.code(batch, CodeKind.INNER, i).url()).toList();
    Complaining consumer = Complaining.scan(links.get(0));
    Complaining other = Complaining.scan(links.get(1));
    List<Long> reports = reporting.makeAll(brand.id());
    return new House(
        brand,
        operator,
        marketer,
        batch,
        links,
        customer(brand.id()),
        reports,
        codeImport(brand, operator),
        others(brand, operator, batch, consumer, other));
  }

  private Map<String, String> others(
      BrandView brand, Person operator, BatchView batch, Complaining consumer, Complaining other) {
    Map<String, String> others = new HashMap<>(Deliveries.make(operator.signIn(), batch.number()));
    others.put("{approval}", approval(brand, "first"));
    others.put("{approval-spare}", approval(brand, "second"));
    String spare = House.freshGtin();
    issuing.createProduct(
        brand.id(), operator.id(), spare, new ProductDetails("Spare", "Tea", 1L, 730));
    others.put("{spare-gtin}", spare);
    String moving = House.freshGtin();
    issuing.createProduct(
        brand.id(), operator.id(), moving, new ProductDetails("Moving", "Tea", 1L, 730));
    others.put("{moving-gtin}", moving);
    BrandView receiving = brands.create("r" + moving, "Receiving");
    others.put("{receiving-brand-id}", Long.toString(receiving.id()));
    others.put("{complaint}", consumer.tell());
    others.put("{other-complaint}", other.tell());
    others.putAll(AlertThings.make(operator.signIn(), alerts, brand.id()));
    return others;
  }

  /** Asked for by nobody who takes part in tests. */
  private String approval(BrandView brand, String subject) {
    ApprovalWish wish = new ApprovalWish(ApprovalKind.KEY_ROTATION, subject, brand.slug(), "");
    return Long.toString(approvals.open(brand.id(), 0, wish, false).id());
  }

  Person person(Role role, @Nullable Long brandId) {
    String email = UUID.randomUUID() + "@example.com";
    String password = "correct horse " + email.substring(0, 8);
    long id = users.create(new NewUser(email, "Somebody", role, brandId, password));
    return new Person(id, role, email, password);
  }

  private BatchView batch(BrandView brand, Person operator, int batches) {
    String gtin = House.freshGtin();
    ProductDetails details = new ProductDetails("Tea of " + brand.slug(), "Tea", 19_900L, 730);
    issuing.createProduct(brand.id(), operator.id(), gtin, details);
    NewBatch wanted =
        new NewBatch(
            gtin,
            1_000L,
            "L" + brand.slug().substring(6),
            LocalDate.now(brand.zone()).minusDays(3));
    int number = 0;
    for (int i = 0; i < batches; i++) {
      number = issuing.createBatch(brand.id(), operator.id(), wanted).number();
    }
    BatchView filled =
        issuing.move(brand.id(), operator.id(), number, BatchState.ACTIVE, "on sale");
    issuing.createBatch(brand.id(), operator.id(), draft(wanted));
    return filled;
  }

  private static NewBatch draft(NewBatch like) {
    return new NewBatch(
        like.gtin(),
        like.quantity(),
        like.lot(),
        like.producedOn(),
        null,
        null,
        BatchState.CREATED,
        null);
  }

  @Transactional
  long codeImport(BrandView brand, Person operator) {
    entities
        .createNativeQuery(
            "INSERT INTO code_import (brand_id, state, check_only, ignore_case, produced_on,"
                + " file_bytes, read_bytes, rows_read, accepted, refused, created_by, created_at,"
                + " seen_at, swept) VALUES (?1, 'DONE', TRUE, FALSE, '2026-01-02', 1, 1, 1, 0, 1,"
                + " ?2, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), FALSE)")
        .setParameter(1, brand.id())
        .setParameter(2, operator.id())
        .executeUpdate();
    long id =
        (Long) entities.createNativeQuery("SELECT LAST_INSERT_ID()", Long.class).getSingleResult();
    entities
        .createNativeQuery("INSERT INTO code_import_refusal VALUES (?1, ?2, 2, ?3, 'scheme', NULL)")
        .setParameter(1, brand.id())
        .setParameter(2, id)
        .setParameter(3, "ftp://" + brand.slug())
        .executeUpdate();
    return id;
  }

  @Transactional
  String customer(long brandId) {
    return (String)
        entities
            .createNativeQuery("SELECT LOWER(HEX(MIN(id))) FROM customer WHERE brand_id = ?1")
            .setParameter(1, brandId)
            .getSingleResult();
  }

  /** Makes reports and tells their ids. */
  @ApplicationScoped
  static class Reporting {
    private final Reports reports;
    private final EntityManager entities;

    Reporting(Reports reports, EntityManager entities) {
      this.reports = reports;
      this.entities = entities;
    }

    List<Long> makeAll(long brandId) {
      reports.makeNow(brandId, ReportKind.RFM);
      reports.makeNow(brandId, ReportKind.REGION);
      return ids(brandId);
    }

    @Transactional
    @SuppressWarnings("unchecked")
    List<Long> ids(long brandId) {
      return entities
          .createNativeQuery(
              "SELECT id FROM report_run WHERE brand_id = ?1 ORDER BY id", Long.class)
          .setParameter(1, brandId)
          .getResultList();
    }
  }
}

package io.zhenma.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import io.zhenma.crypto.RecipientCertificate;
import io.zhenma.crypto.RecipientCertificateException;
import io.zhenma.problem.FieldRule;
import io.zhenma.problem.Page;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.tenancy.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Who prints a brand's codes. As long as one of them is active, the brand's codes leave only sealed
 * for one of them.
 */
@ApplicationScoped
class PrintingHouses implements PanacheRepository<PrintingHouse> {
  private static final int LONGEST_NAME = 120;
  private static final int MOST_ACTIVE = 100;

  private final AuditLog audit;

  PrintingHouses(AuditLog audit) {
    this.audit = audit;
  }

  @Transactional
  Page<PrintingHouseView> page(long brandId, Page.Request wanted) {
    var found = find("brandId = ?1", Sort.descending("active").and("id"), brandId);
    return wanted.of(
        found.page(wanted.page(), wanted.size()).stream().map(PrintingHouse::view).toList(),
        found.count());
  }

  /**
   * Registers one.
   *
   * @param certificate PEM, or DER in base64
   * @throws ProblemException that names what is wrong with the certificate
   */
  @Transactional
  PrintingHouseView create(long brandId, long userId, String name, String certificate) {
    PrintingHouse house = checked(brandId, name, certificate);
    house.createdBy = userId;
    persist(house);
    flush();
    String detail = house.name + ", certificate " + house.fingerprint;
    audit.record(brandId, userId, "printing-house-created", subject(house), detail);
    return house.view();
  }

  /**
   * One that could be registered.
   *
   * @throws ProblemException that names what is wrong with it
   */
  @Transactional
  PrintingHouse checked(long brandId, String name, String certificate) {
    PrintingHouse house = new PrintingHouse();
    house.name = FieldRule.plainText("name", name, LONGEST_NAME);
    RecipientCertificate recipient = recipient(certificate);
    if (count("brandId = ?1 and active", brandId) >= MOST_ACTIVE) {
      throw ProblemException.conflict(
          ProblemType.CONFLICT, "name", "printing-houses-too-many", MOST_ACTIVE);
    }
    if (count("brandId = ?1 and active and fingerprint = ?2", brandId, recipient.fingerprint())
        > 0) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "certificate", "certificate-taken");
    }
    house.brandId = brandId;
    house.certificate = recipient.der();
    house.fingerprint = recipient.fingerprint();
    house.active = true;
    house.createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return house;
  }

  /** Nothing is sealed for it any more, and nothing sealed for it is handed out. Once is enough. */
  @Transactional
  PrintingHouseView deactivate(long brandId, long userId, long id) {
    PrintingHouse house = require(brandId, id);
    if (house.active) {
      house.active = false;
      house.deactivatedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
    audit.record(brandId, userId, "printing-house-deactivated", subject(house), house.name);
    return house.view();
  }

  @Transactional
  PrintingHouse require(long brandId, long id) {
    return find("brandId = ?1 and id = ?2", brandId, id)
        .firstResultOptional()
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }

  /** Whether the brand's codes leave only sealed. */
  @Transactional
  boolean sealedOnly(long brandId) {
    return count("brandId = ?1 and active", brandId) > 0;
  }

  /**
   * Lets plain codes leave.
   *
   * @throws ProblemException sealed-only when the brand has an active printing house
   */
  void requirePlainAllowed(long brandId) {
    if (sealedOnly(brandId)) {
      throw ProblemException.of(ProblemType.SEALED_ONLY);
    }
  }

  private static String subject(PrintingHouse house) {
    return "printing-house:" + house.id;
  }

  private static RecipientCertificate recipient(String certificate) {
    try {
      return RecipientCertificate.register(certificate, Instant.now());
    } catch (RecipientCertificateException refused) {
      String flaw = refused.flaw().name().toLowerCase(Locale.ROOT).replace('_', '-');
      throw ProblemException.field("certificate", "certificate-" + flaw);
    }
  }
}

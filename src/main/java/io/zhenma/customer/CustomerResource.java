package io.zhenma.customer;

import io.zhenma.crypto.Fingerprint;
import io.zhenma.problem.Page;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.problem.ReaderLocale;
import io.zhenma.scan.ScanSearch;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A brand's customers. */
@Path("/api/v1/customers")
@RolesAllowed({Role.OPERATOR, Role.MARKETING})
@Tag(name = "Customers")
class CustomerResource {
  private static final int RECENT = 50;

  private final CustomerSearch search;
  private final ScanSearch scans;
  private final CurrentAccess current;

  CustomerResource(CustomerSearch search, ScanSearch scans, CurrentAccess current) {
    this.search = search;
    this.scans = scans;
    this.current = current;
  }

  @GET
  public Page<CustomerView> list(
      @RestQuery Optional<String> segment,
      @RestQuery @DefaultValue("0") int page,
      @RestQuery @DefaultValue("50") int size,
      @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language)
      throws SQLException {
    return search.page(
        current.brandId(),
        segment.filter(name -> !name.isBlank()).map(CustomerResource::segment),
        new Page.Request(page, size),
        ReaderLocale.of(language));
  }

  @GET
  @Path("/{id}")
  public CustomerDetail get(
      @RestPath String id, @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language)
      throws SQLException {
    Fingerprint customer = fingerprint(id);
    Locale locale = ReaderLocale.of(language);
    long brandId = current.brandId();
    CustomerView profile =
        search.get(brandId, customer, locale).orElseThrow(CustomerResource::notFound);
    return new CustomerDetail(profile, scans.ofDevice(brandId, customer, RECENT, locale));
  }

  private static Segment segment(String name) {
    return Stream.of(Segment.values())
        .filter(segment -> segment.name().equals(name))
        .findFirst()
        .orElseThrow(() -> ProblemException.field("segment", "kind-of-value"));
  }

  private static Fingerprint fingerprint(String id) {
    try {
      return Fingerprint.parse(id);
    } catch (IllegalArgumentException noId) {
      throw notFound();
    }
  }

  private static ProblemException notFound() {
    return ProblemException.of(ProblemType.NOT_FOUND);
  }
}

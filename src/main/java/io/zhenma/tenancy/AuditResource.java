package io.zhenma.tenancy;

import io.zhenma.problem.FieldRule;
import io.zhenma.problem.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The audit log: operators see their brand's, administrators the platform's own. */
@Path("/api/v1/audit-entries")
@RolesAllowed({Role.ADMIN, Role.OPERATOR})
@Tag(name = "Audit")
class AuditResource {
  private final AuditRows rows;
  private final AuditCsv csv;
  private final AuditLog audit;
  private final Brands brands;
  private final CurrentAccess current;

  AuditResource(
      AuditRows rows, AuditCsv csv, AuditLog audit, Brands brands, CurrentAccess current) {
    this.rows = rows;
    this.csv = csv;
    this.audit = audit;
    this.brands = brands;
    this.current = current;
  }

  @GET
  @Operation(
      summary = "Who did what, and what was refused, newest first",
      description =
          "What follows a page is asked for with its \"next\" as \"before\". Days are the brand's.")
  public AuditView.Slice list(
      @BeanParam Filter filter,
      @RestQuery Optional<String> before,
      @RestQuery @DefaultValue("50") int size)
      throws SQLException {
    FieldRule.range("size", size, 1, Page.MOST);
    return rows.slice(query(filter), given(before).map(AuditCursor::parse), size);
  }

  @GET
  @Path("/people")
  @Operation(summary = "Whose entries can be looked for")
  public List<AuditView.Somebody> people() throws SQLException {
    return rows.people(scope());
  }

  @GET
  @Path("/rows.csv")
  @RefusalsAudited
  @Operation(
      summary = "The same as CSV, at most 100,000 rows",
      description = "Its last lines tell the period, the filters and the number of rows.")
  public Response export(@BeanParam Filter filter) {
    AuditQuery query = query(filter);
    audit.record(scope(), current.userId(), "audit-exported", "audit-log", query.text());
    StreamingOutput body = out -> csv.write(query, out);
    return Response.ok(body)
        .type("text/csv; charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-log.csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private AuditQuery query(Filter filter) {
    return new AuditQuery(
        scope(),
        zone(),
        filter.person,
        given(filter.action),
        given(filter.subject),
        filter.from,
        filter.until,
        filter.refused);
  }

  /** The brand whose log this person may see, or null for the platform's own. */
  private @Nullable Long scope() {
    return current.has(Role.PLATFORM_ADMIN) ? null : (Long) current.brandId();
  }

  private ZoneId zone() {
    Long brandId = scope();
    return brandId == null ? ZoneOffset.UTC : brands.get(brandId).zone();
  }

  private static Optional<String> given(Optional<String> text) {
    return text.filter(value -> !value.isBlank());
  }

  /** What to look for; all of it must fit. */
  static class Filter {
    @RestQuery Optional<Long> person = Optional.empty();
    @RestQuery Optional<String> action = Optional.empty();
    @RestQuery Optional<String> subject = Optional.empty();
    @RestQuery Optional<LocalDate> from = Optional.empty();
    @RestQuery Optional<LocalDate> until = Optional.empty();
    @RestQuery Optional<Boolean> refused = Optional.empty();
  }
}

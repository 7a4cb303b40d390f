package io.zhenma.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenma.problem.Page;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.problem.ReaderLocale;
import io.zhenma.tenancy.AuditLog;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.RefusalsAudited;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A brand's reports. */
@Path("/api/v1/reports")
@RolesAllowed({Role.OPERATOR, Role.MARKETING})
@Tag(name = "Reports")
class ReportResource {
  private final ReportRuns runs;
  private final Reports reports;
  private final ReportReader reader;
  private final ReportCsv csv;
  private final CurrentAccess current;
  private final AuditLog audit;

  ReportResource(
      ReportRuns runs,
      Reports reports,
      ReportReader reader,
      ReportCsv csv,
      CurrentAccess current,
      AuditLog audit) {
    this.runs = runs;
    this.reports = reports;
    this.reader = reader;
    this.csv = csv;
    this.current = current;
    this.audit = audit;
  }

  @GET
  public Page<ReportRunView> list(
      @RestQuery Optional<ReportKind> kind,
      @RestQuery @DefaultValue("0") int page,
      @RestQuery @DefaultValue("50") int size) {
    return runs.page(current.brandId(), kind, new Page.Request(page, size));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Make a report now", description = "Answers at once; poll the Location.")
  public Response start(@Valid @NotNull WantedReport wanted) {
    ReportRunView run = reports.start(current.brandId(), wanted.kind(), wanted.withAutomated());
    audit("report-started", run.id(), wanted.kind());
    return Response.accepted(run).location(URI.create("/api/v1/reports/" + run.id())).build();
  }

  @GET
  @Path("/{id}")
  public ReportView get(
      @RestPath long id, @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language)
      throws SQLException {
    ReportRun run = runs.require(current.brandId(), id);
    if (run.state != ReportState.DONE) {
      return new ReportView(run.view(), null, null);
    }
    return switch (run.kind) {
      case RFM -> new ReportView(run.view(), reader.rfm(run), null);
      case REGION ->
          new ReportView(run.view(), null, reader.regions(run, ReaderLocale.of(language)));
    };
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Cancel a report that is being made")
  public ReportRunView cancel(@RestPath long id) {
    ReportRun run = runs.require(current.brandId(), id);
    if (!runs.end(run.id, ReportState.CANCELLED)) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "id", "report-finished");
    }
    audit("report-cancelled", id, run.kind);
    return runs.require(current.brandId(), id).view();
  }

  @GET
  @Path("/{id}/rows.csv")
  @RefusalsAudited
  public Response rows(@RestPath long id) {
    ReportRun run = runs.require(current.brandId(), id);
    if (run.state != ReportState.DONE) {
      throw ProblemException.of(ProblemType.NOT_FOUND);
    }
    String name = run.kind.name().toLowerCase(java.util.Locale.ROOT) + "-" + run.asOf + ".csv";
    audit("report-downloaded", id, run.kind);
    StreamingOutput body = out -> csv.write(run, out);
    return Response.ok(body)
        .type("text/csv; charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private void audit(String action, long id, ReportKind kind) {
    audit.record(current.brandId(), current.userId(), action, "report:" + id, kind.name());
  }

  /**
   * @param automated whether scans by programs count too; profiles (RFM) are of people only
   */
  record WantedReport(@NotNull ReportKind kind, @Nullable Boolean automated) {
    boolean withAutomated() {
      boolean wanted = Boolean.TRUE.equals(automated);
      if (wanted && kind == ReportKind.RFM) {
        throw ProblemException.field("automated", "report-people-only");
      }
      return wanted;
    }
  }

  /** A snapshot and, once it is done, its content. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReportView(
      ReportRunView run,
      ReportReader.@Nullable Rfm rfm,
      @Nullable List<ReportReader.RegionRow> regions) {}
}

package io.zhenma.foreign;

import io.smallrye.common.annotation.Blocking;
import io.zhenma.problem.Page;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemTexts;
import io.zhenma.problem.ProblemType;
import io.zhenma.problem.ReaderLocale;
import io.zhenma.tenancy.AuditLog;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import io.zhenma.tenancy.Users;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Imports of codes that the brand's earlier system printed. */
@Path("/api/v1/code-imports")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Existing codes")
class CodeImportResource {
  private final CodeImports imports;
  private final ImportUploads uploads;
  private final ImportReports reports;
  private final ProblemTexts texts;
  private final Users users;
  private final CurrentAccess current;
  private final AuditLog audit;

  CodeImportResource(
      CodeImports imports,
      ImportUploads uploads,
      ImportReports reports,
      ProblemTexts texts,
      Users users,
      CurrentAccess current,
      AuditLog audit) {
    this.imports = imports;
    this.uploads = uploads;
    this.reports = reports;
    this.texts = texts;
    this.users = users;
    this.current = current;
    this.audit = audit;
  }

  @GET
  public Page<CodeImportView> list(
      @RestQuery @DefaultValue("0") int page,
      @RestQuery @DefaultValue("50") int size,
      @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    Page.Request wanted = new Page.Request(page, size);
    Page<CodeImport> found = imports.page(current.brandId(), wanted);
    return wanted.of(
        found.items().stream().map(row -> view(row, List.of(), language)).toList(), found.total());
  }

  @POST
  @Consumes("text/csv")
  @Blocking
  @Operation(
      summary = "Import codes of an earlier system",
      description =
          "CSV in UTF-8 whose first line names the columns: code, and optionally gtin, lot, expiry."
              + " At most 1,000,000 rows and 128 MB. Answers at once; poll the Location. With"
              + " check=true nothing but the report is made.")
  public Response start(
      @BeanParam ImportParameters parameters,
      InputStream csv,
      @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language)
      throws IOException {
    CodeImport started = uploads.take(current.brandId(), current.userId(), parameters, csv);
    return Response.accepted(view(started, List.of(), language))
        .location(URI.create("/api/v1/code-imports/" + started.id))
        .build();
  }

  @GET
  @Path("/{id}")
  public CodeImportView get(
      @RestPath long id, @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language)
      throws SQLException {
    CodeImport row = imports.require(current.brandId(), id);
    return view(row, reports.batches(row.brandId, id), language);
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Cancel an import that is under way; nothing of it stays")
  public CodeImportView cancel(
      @RestPath long id, @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    imports.require(current.brandId(), id);
    if (!imports.cancel(current.brandId(), id)) {
      throw ProblemException.conflict(ProblemType.CONFLICT, "id", "import-finished");
    }
    audit("code-import-cancelled", id);
    return view(imports.require(current.brandId(), id), List.of(), language);
  }

  @GET
  @Path("/{id}/refusals")
  @Operation(summary = "Lines that were not taken, and why")
  public Page<ImportReports.Refusal> refusals(
      @RestPath long id,
      @RestQuery @DefaultValue("0") int page,
      @RestQuery @DefaultValue("50") int size,
      @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language)
      throws SQLException {
    Page.Request wanted = new Page.Request(page, size);
    CodeImport row = imports.require(current.brandId(), id);
    return reports.refusals(row, wanted, ReaderLocale.of(language));
  }

  @GET
  @Path("/{id}/refusals.csv")
  @Operation(summary = "The same as CSV, all of them; streamed")
  public Response refusalsCsv(
      @RestPath long id, @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    CodeImport row = imports.require(current.brandId(), id);
    Locale locale = ReaderLocale.of(language);
    audit("import-refusals-downloaded", id);
    StreamingOutput body = out -> reports.csv(row, locale, out);
    return Response.ok(body)
        .type("text/csv; charset=UTF-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"import-" + id + "-refusals.csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private CodeImportView view(
      CodeImport row, List<CodeImportView.Made> batches, @Nullable String language) {
    return CodeImportView.of(
        row, users.name(row.createdBy), failure(row, ReaderLocale.of(language)), batches);
  }

  private CodeImportView.@Nullable Failure failure(CodeImport row, Locale locale) {
    if (row.failure == null) {
      return null;
    }
    String reason = row.failure.slug();
    String message =
        texts.words(
            locale,
            "field.import-" + reason,
            row.failureLine == null ? 0 : row.failureLine,
            row.failureDetail == null ? "" : row.failureDetail);
    return new CodeImportView.Failure(reason, message, row.failureLine);
  }

  private void audit(String action, long id) {
    audit.record(current.brandId(), current.userId(), action, "code-import:" + id, "");
  }
}

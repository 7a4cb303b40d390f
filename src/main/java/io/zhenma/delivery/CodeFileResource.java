package io.zhenma.delivery;

import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Catalogue;
import io.zhenma.issuing.CodeFiles;
import io.zhenma.issuing.CodeLineFormat;
import io.zhenma.issuing.CodeRange;
import io.zhenma.label.LabelFormat;
import io.zhenma.label.LabelTemplate;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.tenancy.AuditLog;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.RefusalsAudited;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Quick downloads of a batch's codes, made while they are downloaded. Each is audited before its
 * first byte leaves. With a printing house, codes leave only sealed, as deliveries.
 */
@RefusalsAudited
@Path("/api/v1/batches/{number}")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Batches")
class CodeFileResource {
  private static final int MOST_LABELS = 100_000;
  private static final int USUAL_LABELS = 1_000;

  private final Catalogue catalogue;
  private final CodeFiles files;
  private final PrintingHouses houses;
  private final CurrentAccess current;
  private final AuditLog audit;

  CodeFileResource(
      Catalogue catalogue,
      CodeFiles files,
      PrintingHouses houses,
      CurrentAccess current,
      AuditLog audit) {
    this.catalogue = catalogue;
    this.files = files;
    this.houses = houses;
    this.current = current;
    this.audit = audit;
  }

  @GET
  @Path("/codes.csv")
  @Transactional
  @Operation(summary = "Codes as CSV", description = "Columns item, kind, serial, link; streamed.")
  public Response csv(
      @RestPath int number,
      @RestQuery @DefaultValue("both") String kind,
      @RestQuery @DefaultValue("0") long first,
      @RestQuery Optional<Long> count) {
    BatchView batch = batch(number);
    CodeRange range = CodeRange.of(batch, kind, first, count, Long.MAX_VALUE);
    StreamingOutput body = out -> files.lines(CodeLineFormat.CSV, batch, range, out, done -> {});
    return download(batch, range, body, "text/csv; charset=UTF-8", ".csv");
  }

  @GET
  @Path("/labels.pdf")
  @Transactional
  @Operation(
      summary = "Label sheets as PDF",
      description = "Vector QR codes with the serial below, A4.")
  public Response labels(
      @RestPath int number,
      @RestQuery @DefaultValue("inner") String kind,
      @RestQuery @DefaultValue("0") long first,
      @RestQuery Optional<Long> count) {
    BatchView batch = batch(number);
    CodeRange range = CodeRange.of(batch, kind, first, count, USUAL_LABELS);
    if ((long) range.count() * range.kinds().size() > MOST_LABELS) {
      throw ProblemException.field("count", "label-too-many", MOST_LABELS);
    }
    LabelTemplate template = LabelTemplate.A4_40;
    files.requireReadable(LabelFormat.PDF, template, batch, range);
    int threads = Runtime.getRuntime().availableProcessors();
    StreamingOutput body =
        out -> files.labels(LabelFormat.PDF, template, batch, range, threads, out, done -> {});
    return download(batch, range, body, "application/pdf", ".pdf");
  }

  private BatchView batch(int number) {
    BatchView batch =
        catalogue
            .batch(current.brandId(), number)
            .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    batch.requireIssued();
    houses.requirePlainAllowed(batch.brandId());
    return batch;
  }

  private Response download(
      BatchView batch, CodeRange range, StreamingOutput body, String type, String ending) {
    String name = range.fileName(batch.number()) + ending;
    audit.record(
        current.brandId(), current.userId(), "codes-downloaded", "batch:" + batch.number(), name);
    return Response.ok(body)
        .type(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}

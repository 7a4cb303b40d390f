package io.zhenma.issuing;

import io.zhenma.label.LabelException;
import io.zhenma.label.LabelFormat;
import io.zhenma.problem.ProblemException;
import io.zhenma.tenancy.AuditLog;
import io.zhenma.tenancy.CurrentAccess;
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

/** Downloads of a batch's codes. Each is audited before its first byte leaves. */
@Path("/api/v1/batches/{number}")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Batches")
class CodeFileResource {
  private static final int MOST_LABELS = 100_000;
  private static final int USUAL_LABELS = 1_000;

  private final Batches batches;
  private final CodeFiles files;
  private final CurrentAccess current;
  private final AuditLog audit;

  CodeFileResource(Batches batches, CodeFiles files, CurrentAccess current, AuditLog audit) {
    this.batches = batches;
    this.files = files;
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
    BatchView batch = batches.require(current.brandId(), number).view();
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
    BatchView batch = batches.require(current.brandId(), number).view();
    CodeRange range = CodeRange.of(batch, kind, first, count, USUAL_LABELS);
    if ((long) range.count() * range.kinds().size() > MOST_LABELS) {
      throw ProblemException.field("count", "label-too-many", MOST_LABELS);
    }
    requireReadable(batch);
    StreamingOutput body = out -> files.labels(batch, range, out);
    return download(batch, range, body, "application/pdf", ".pdf");
  }

  /**
   * A host name can make the link too long for the label; better said now than after the first
   * byte.
   */
  private static void requireReadable(BatchView batch) {
    try {
      LabelFormat.A4_40.requireReadable(
          batch.linkBase().length() + "/01/12345678901234/21/".length() + 20);
    } catch (LabelException tooSmall) {
      throw ProblemException.field("linkBase", "label-too-small");
    }
  }

  private Response download(
      BatchView batch, CodeRange range, StreamingOutput body, String type, String ending) {
    String name = range.fileName(batch) + ending;
    audit.record(
        current.brandId(), current.userId(), "codes-downloaded", "batch:" + batch.number(), name);
    return Response.ok(body)
        .type(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}

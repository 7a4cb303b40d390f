package io.zhenma.reconciliation;

import io.zhenma.issuing.BatchCodes;
import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Catalogue;
import io.zhenma.issuing.ItemCodes;
import io.zhenma.issuing.ItemLines;
import io.zhenma.issuing.LineRefusals;
import io.zhenma.problem.LargeBody;
import io.zhenma.problem.ProblemException;
import io.zhenma.problem.ProblemType;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What printing houses report of a batch. */
@Path("/api/v1/batches/{number}/print-reports")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Reconciliation")
class PrintReportResource {
  private static final String CSV = "text/csv";
  private static final int MOST_LINES = 1_000_000;
  private static final long LARGEST = 128L << 20;

  private final Catalogue catalogue;
  private final ItemCodes codes;
  private final PrintReports reports;
  private final CurrentAccess current;

  PrintReportResource(
      Catalogue catalogue, ItemCodes codes, PrintReports reports, CurrentAccess current) {
    this.catalogue = catalogue;
    this.codes = codes;
    this.reports = reports;
    this.current = current;
  }

  @Produces
  @Singleton
  static LargeBody list() {
    return new LargeBody(
        "POST", Pattern.compile("/api/v1/batches/[0-9]+/print-reports"), CSV, LARGEST);
  }

  @GET
  @RolesAllowed({Role.OPERATOR, Role.MARKETING})
  public List<PrintReport> list(@RestPath int number) throws SQLException {
    batch(number);
    return reports.of(current.brandId(), number);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @Operation(summary = "Report what was printed, as ranges or codes")
  public PrintReport report(@RestPath int number, @Valid @NotNull WantedReport report)
      throws SQLException {
    LineRefusals refusals = new LineRefusals();
    Printed printed = report.read(codes(number), refusals);
    return take(number, report.reference(), printed, refusals);
  }

  @POST
  @Consumes(CSV)
  @ResponseStatus(201)
  @Operation(
      summary = "Report what was printed, as a list",
      description =
          "A line an item number, first-last, serial number or link, and optionally a second cell"
              + " printed or spoiled; at most 1,000,000.")
  public PrintReport report(
      @RestPath int number, @RestQuery @NotNull String reference, InputStream body)
      throws IOException, SQLException {
    PrintedBuilder printed = new PrintedBuilder();
    LineRefusals refusals = new ItemLines(codes(number), MOST_LINES, true).read(body, printed);
    return take(number, reference, printed.build(), refusals);
  }

  private PrintReport take(int number, String reference, Printed printed, LineRefusals refusals)
      throws SQLException {
    if (!refusals.isEmpty()) {
      throw refusals.problem(ProblemType.VALIDATION);
    }
    return reports.take(current.brandId(), current.userId(), number, reference, printed);
  }

  private BatchCodes codes(int number) {
    BatchView batch = batch(number);
    batch.requireIssued();
    return codes.of(batch);
  }

  private BatchView batch(int number) {
    return catalogue
        .batch(current.brandId(), number)
        .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
  }
}

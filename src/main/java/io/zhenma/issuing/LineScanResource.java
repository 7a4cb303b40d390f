package io.zhenma.issuing;

import io.zhenma.problem.ProblemException;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where a production line's scanner reports what it reads. */
@Path("/api/v1/line-scans")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Batches")
class LineScanResource {
  private static final int MOST_CODES = 1_000;

  private final LineScans scans;
  private final CurrentAccess current;

  LineScanResource(LineScans scans, CurrentAccess current) {
    this.scans = scans;
    this.current = current;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Activate or void items by their codes",
      description = "A code, or up to 1,000; each has its answer. The same code may come again.")
  public Scanned scan(@Valid @NotNull LineScan scan) {
    return Scanned.of(
        scans.scan(
            current.brandId(), current.userId(), scan.all(), scan.checkedTo(), scan.reason()));
  }

  /**
   * @param code one link, GTIN and serial number with a slash between, or code of an earlier system
   * @param codes several of them
   * @param to ACTIVE or VOID
   */
  record LineScan(
      @Nullable String code,
      @Nullable List<@NotNull String> codes,
      @NotNull BatchState to,
      @NotNull String reason) {
    List<String> all() {
      List<String> all = code == null ? codes : List.of(code);
      boolean both = code != null && codes != null;
      if (all == null || all.isEmpty() || all.size() > MOST_CODES || both) {
        throw ProblemException.field("codes", "line-scan-codes");
      }
      return all;
    }

    BatchState checkedTo() {
      if (to != BatchState.ACTIVE && to != BatchState.VOID) {
        throw ProblemException.field("to", "kind", "ACTIVE, VOID");
      }
      return to;
    }
  }

  /**
   * @param moved how many codes had this outcome; the others likewise
   * @param answers one a code, in their order
   */
  record Scanned(
      long moved, long already, long refused, long unknown, List<LineScans.Answer> answers) {
    static Scanned of(List<LineScans.Answer> answers) {
      return new Scanned(
          count(answers, LineScans.Outcome.MOVED),
          count(answers, LineScans.Outcome.ALREADY),
          count(answers, LineScans.Outcome.REFUSED),
          count(answers, LineScans.Outcome.UNKNOWN),
          answers);
    }

    private static long count(List<LineScans.Answer> answers, LineScans.Outcome outcome) {
      return answers.stream().filter(answer -> answer.outcome() == outcome).count();
    }
  }
}

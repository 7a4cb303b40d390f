package io.zhenma.scan;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.zhenma.gs1.Gs1Exception;
import io.zhenma.page.VerdictPage;
import io.zhenma.page.VerificationPages;
import io.zhenma.problem.Page;
import io.zhenma.problem.ProblemException;
import io.zhenma.scan.ScanViews.ScanView;
import io.zhenma.scan.ScanViews.VerdictView;
import io.zhenma.tenancy.CurrentAccess;
import io.zhenma.tenancy.Role;
import io.zhenma.traffic.Visitors;
import io.zhenma.verification.Outcome;
import io.zhenma.verification.Reason;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Scans by applications of others, and what was scanned for the brand's people. */
@Path("/api/v1/scans")
@Tag(name = "Scans")
class ScanResource {
  private final ScanGate gate;
  private final Visitors visitors;
  private final ScanSearch search;
  private final Arrival arrival;
  private final VerificationHtml texts;
  private final CurrentAccess current;
  private final ScanTickets tickets;

  ScanResource(
      ScanGate gate,
      Visitors visitors,
      ScanSearch search,
      Arrival arrival,
      VerificationHtml texts,
      CurrentAccess current,
      ScanTickets tickets) {
    this.gate = gate;
    this.visitors = visitors;
    this.search = search;
    this.arrival = arrival;
    this.texts = texts;
    this.current = current;
    this.tickets = tickets;
  }

  /** Stays on the thread of its connection: nothing in it waits, and two hops are saved. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermitAll
  @NonBlocking
  @Operation(
      summary = "Scan an item",
      description = "Decides and records the scan; the same scanId counts once.")
  public CompletionStage<Response> scan(@Valid @NotNull PostedScan posted) {
    ScanRequest request =
        arrival.scan(
            code(posted.code()),
            Optional.of(posted.scanId()),
            posted.consented(),
            visitors.behindApplication(arrival.userAgent()));
    var cookie = arrival.deviceCookie();
    Context connection = Objects.requireNonNull(Vertx.currentContext());
    return gate.scan(request)
        .thenApplyAsync(
            answer ->
                Response.ok(view(request, answer))
                    .cookie(cookie)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build(),
            answered -> connection.runOnContext(ignored -> answered.run()));
  }

  @GET
  @RolesAllowed({Role.OPERATOR, Role.MARKETING})
  @Operation(summary = "The brand's scans, newest first")
  public Page<ScanView> list(
      @RestQuery Optional<String> outcome,
      @RestQuery Optional<String> gtin,
      @RestQuery Optional<String> visitor,
      @RestQuery @DefaultValue("0") int page,
      @RestQuery @DefaultValue("50") int size)
      throws SQLException {
    return search.page(
        current.brandId(),
        outcome.filter(slug -> !slug.isBlank()).map(ScanResource::outcome),
        gtin.filter(text -> !text.isBlank()),
        visitor.filter(slug -> !slug.isBlank()).map(VisitorFilter::of),
        new Page.Request(page, size),
        arrival.language());
  }

  private VerdictView view(ScanRequest request, ScanAnswer answer) {
    VerdictPage page =
        VerdictPages.of(answer, request.code(), VerdictPages.Brand.NONE, true, request.language());
    VerificationPages.Summary summary = texts.summary(page, request.language());
    Optional<ScanAnswer.Item> item = answer.item();
    VerdictPage.First first = page.first();
    return new VerdictView(
        answer.scanId(),
        page.outcome(),
        page.reasons(),
        summary.headline(),
        summary.explanation(),
        item.map(known -> known.origin().slug()).orElse(null),
        product(page),
        item.map(known -> new ScanViews.BrandSummary(known.brand().name())).orElse(null),
        item.map(known -> ScanViews.BatchSummary.of(known.batch())).orElse(null),
        first == null ? null : new ScanViews.FirstVerified(first.at(), first.place()),
        VerdictPages.ruling(answer)
            .map(
                ruling ->
                    new ScanViews.RulingView(
                        ruling.kind().name(),
                        ruling.at(),
                        summary.ruling().isEmpty() ? null : summary.ruling()))
            .orElse(null),
        answer.verdict().reasons().contains(Reason.UNKNOWN_PRODUCT)
            ? null
            : VerdictPages.complaint(request.code(), tickets.of(request, answer)));
  }

  private static ScanViews.@Nullable ProductSummary product(VerdictPage page) {
    VerdictPage.Product product = page.product();
    return product == null
        ? null
        : new ScanViews.ProductSummary(product.gtin(), product.name(), product.category());
  }

  static ScannedCode code(String text) {
    try {
      return ScannedCode.parse(text);
    } catch (Gs1Exception malformed) {
      String key = malformed.error().name().toLowerCase(Locale.ROOT).replace('_', '-');
      throw ProblemException.field("code", key);
    }
  }

  private static Outcome outcome(String slug) {
    return Arrays.stream(Outcome.values())
        .filter(known -> known.slug().equals(slug))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.field(
                    "outcome",
                    "kind",
                    Arrays.stream(Outcome.values())
                        .map(Outcome::slug)
                        .collect(Collectors.joining(", "))));
  }

  /**
   * A scan by another application.
   *
   * @param code the link of either kind, or GTIN and serial with a slash between
   */
  record PostedScan(@NotNull UUID scanId, @NotNull String code, @Nullable PostedPosition position) {
    Optional<ConsentedPosition> consented() {
      if (position == null) {
        return Optional.empty();
      }
      if (!position.consent()) {
        throw ProblemException.field("position.consent", "consent-missing");
      }
      return Optional.of(
          new ConsentedPosition(
              position.latitude(), position.longitude(), position.accuracyMetres()));
    }
  }

  record PostedPosition(
      double latitude, double longitude, double accuracyMetres, boolean consent) {}
}

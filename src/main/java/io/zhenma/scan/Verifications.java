package io.zhenma.scan;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zhenma.page.VerdictPage;
import io.zhenma.place.NetworkClass;
import io.zhenma.place.Place;
import io.zhenma.place.PlaceFinder;
import io.zhenma.problem.ProblemException;
import io.zhenma.tenancy.Appearances;
import io.zhenma.traffic.Asker;
import io.zhenma.traffic.Counted;
import io.zhenma.traffic.TrafficCounts;
import io.zhenma.traffic.Visit;
import io.zhenma.traffic.VisitorKind;
import io.zhenma.traffic.Visitors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Answers people who opened the address of an item, whoever printed its code. */
@ApplicationScoped
class Verifications {
  private final ScanGate gate;
  private final Visitors visitors;
  private final PlaceFinder places;
  private final TrafficCounts counts;
  private final Refinements refinements;
  private final Arrival arrival;
  private final VerificationHtml html;
  private final Admissions admissions;
  private final Appearances appearances;
  private final UnreadLinks unread;
  private final ScanTickets tickets;

  Verifications(
      ScanGate gate,
      Visitors visitors,
      PlaceFinder places,
      TrafficCounts counts,
      Refinements refinements,
      Arrival arrival,
      VerificationHtml html,
      Admissions admissions,
      Appearances appearances,
      UnreadLinks unread,
      ScanTickets tickets) {
    this.gate = gate;
    this.visitors = visitors;
    this.places = places;
    this.counts = counts;
    this.refinements = refinements;
    this.arrival = arrival;
    this.html = html;
    this.admissions = admissions;
    this.appearances = appearances;
    this.unread = unread;
    this.tickets = tickets;
  }

  /**
   * The page behind every code. Changes nothing; programs that open it are counted.
   *
   * @param code empty when the address can't be one of a code at all
   * @param known the tag of the page that the browser has
   */
  Response page(Optional<? extends ScannedCode> code, @Nullable String known) {
    code.ifPresent(this::countProgram);
    return code.isPresent()
        ? html.landing(arrival.language(), known, arrival.takesGzip())
        : unread.answer();
  }

  private void countProgram(ScannedCode code) {
    VisitorKind visitor = visitors.opening(arrival.userAgent());
    if (visitor.isAutomated()) {
      Asker asker =
          Asker.of(
              Optional.empty(),
              arrival.address(),
              arrival.address().map(places::listed).orElse(NetworkClass.UNKNOWN));
      counts.add(ScanGate.target(code), Counted.LOOK, visitor.name(), asker);
    }
  }

  /** Records a scan that the page, or its form, posts; or the position that refines one. */
  CompletionStage<Response> scan(Optional<? extends ScannedCode> code, ScanForm form)
      throws SQLException {
    if (code.isEmpty()) {
      return CompletableFuture.completedFuture(unread.answer());
    }
    try {
      Visit visit = visitors.onPage(arrival.hints(form), network());
      ScanRequest request = arrival.scan(code.get(), form.scanId(), form.position(), visit.kind());
      return form.isRefinement() ? refined(request) : scanned(request, visit, form);
    } catch (ProblemException refusal) {
      boolean script = form.wantsFragment() || form.isRefinement();
      return CompletableFuture.completedFuture(refusal(arrival.language(), refusal, script));
    }
  }

  private CompletionStage<Response> refined(ScanRequest request) throws SQLException {
    if (request.position().isEmpty()) {
      throw ProblemException.field("consent", "consent-missing");
    }
    gate.admit(request);
    boolean found = refinements.refine(request);
    return CompletableFuture.completedFuture(
        Response.status(found ? Response.Status.NO_CONTENT : Response.Status.NOT_FOUND).build());
  }

  private NetworkClass network() {
    return arrival.address().map(places::byAddress).orElse(Place.UNKNOWN).network();
  }

  /** Whoever is in doubt gets the button in place of the verdict, since nobody has asked yet. */
  private CompletionStage<Response> scanned(ScanRequest request, Visit visit, ScanForm form) {
    boolean fragment = form.wantsFragment();
    NewCookie[] cookies = cookies(request, form);
    return gate.scan(request)
        .thenApplyAsync(
            answer ->
                (visit.doubtful()
                        ? html.confirmation(request.language())
                        : verdict(request, answer, fragment))
                    .cookie(cookies)
                    .build(),
            Infrastructure.getDefaultWorkerPool())
        .exceptionally(failure -> refusal(request.language(), failure, fragment));
  }

  /** A form without script is remembered from its first look on. */
  private NewCookie[] cookies(ScanRequest request, ScanForm form) {
    boolean fresh = form.scanId().isEmpty() && arrival.rememberedId(request.code()).isEmpty();
    return fresh
        ? new NewCookie[] {arrival.deviceCookie(), arrival.lookCookie(request)}
        : new NewCookie[] {arrival.deviceCookie()};
  }

  private Response.ResponseBuilder verdict(
      ScanRequest request, ScanAnswer answer, boolean fragment) {
    boolean located = request.position().isPresent();
    VerdictPage page =
        VerdictPages.of(
            answer, request.code(), brand(request, answer), located, request.language());
    return fragment
        ? html.fragment(page, request.language())
        : html.document(Response.Status.OK.getStatusCode(), page, request.language());
  }

  private VerdictPages.Brand brand(ScanRequest request, ScanAnswer answer) {
    String scan = tickets.of(request, answer);
    return admissions
        .brandOf(request.code())
        .map(brand -> new VerdictPages.Brand(Optional.of(scan), appearances.of(brand.id())))
        .orElse(VerdictPages.Brand.NONE);
  }

  /** A person without script gets a page; the script understands the status alone. */
  private Response refusal(Locale language, Throwable failure, boolean fragment) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof ProblemException refusal && !fragment) {
      return html.problem(refusal, language);
    }
    throw cause instanceof RuntimeException known ? known : new CompletionException(cause);
  }
}

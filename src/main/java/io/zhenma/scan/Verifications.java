package io.zhenma.scan;

import io.zhenma.page.VerdictPage;
import io.zhenma.problem.ProblemException;
import io.zhenma.tenancy.Appearances;
import jakarta.enterprise.context.ApplicationScoped;
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
  private static final int NOT_FOUND = 404;

  private final Scans scans;
  private final Refinements refinements;
  private final Arrival arrival;
  private final VerificationHtml html;
  private final Admissions admissions;
  private final Appearances appearances;

  Verifications(
      Scans scans,
      Refinements refinements,
      Arrival arrival,
      VerificationHtml html,
      Admissions admissions,
      Appearances appearances) {
    this.scans = scans;
    this.refinements = refinements;
    this.arrival = arrival;
    this.html = html;
    this.admissions = admissions;
    this.appearances = appearances;
  }

  /**
   * The page behind every code. Changes nothing.
   *
   * @param isCode whether the address can be one of a code at all
   * @param known the tag of the page that the browser has
   */
  Response page(boolean isCode, @Nullable String known) {
    return isCode ? html.landing(arrival.language(), known, arrival.takesGzip()) : malformed();
  }

  /** Records a scan that the page, or its form, posts; or the position that refines one. */
  CompletionStage<Response> scan(Optional<? extends ScannedCode> code, ScanForm form)
      throws SQLException {
    if (code.isEmpty()) {
      return CompletableFuture.completedFuture(malformed());
    }
    try {
      ScanRequest request = arrival.scan(code.get(), form.scanId(), form.position());
      return form.isRefinement() ? refined(request) : scanned(request, form.wantsFragment());
    } catch (ProblemException refusal) {
      boolean script = form.wantsFragment() || form.isRefinement();
      return CompletableFuture.completedFuture(refusal(arrival.language(), refusal, script));
    }
  }

  private CompletionStage<Response> refined(ScanRequest request) throws SQLException {
    if (request.position().isEmpty()) {
      throw ProblemException.field("consent", "consent-missing");
    }
    boolean found = refinements.refine(request);
    return CompletableFuture.completedFuture(
        Response.status(found ? Response.Status.NO_CONTENT : Response.Status.NOT_FOUND).build());
  }

  private CompletionStage<Response> scanned(ScanRequest request, boolean fragment) {
    var cookie = arrival.deviceCookie();
    return scans
        .scan(request)
        .thenApply(answer -> verdict(request, answer, fragment).cookie(cookie).build())
        .exceptionally(failure -> refusal(request.language(), failure, fragment));
  }

  private Response.ResponseBuilder verdict(
      ScanRequest request, ScanAnswer answer, boolean fragment) {
    boolean located = request.position().isPresent();
    VerdictPage page =
        VerdictPages.of(answer, request.code(), brand(request.code()), located, request.language());
    return fragment
        ? html.fragment(page, request.language())
        : html.document(Response.Status.OK.getStatusCode(), page, request.language());
  }

  private VerdictPages.Brand brand(ScannedCode code) {
    return admissions
        .brandOf(code)
        .map(brand -> new VerdictPages.Brand(true, appearances.of(brand.id())))
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

  private Response malformed() {
    return html.document(NOT_FOUND, VerdictPages.malformed(), arrival.language()).build();
  }
}

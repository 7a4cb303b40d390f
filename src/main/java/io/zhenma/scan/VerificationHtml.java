package io.zhenma.scan;

import io.quarkus.runtime.Startup;
import io.zhenma.http.EntityTag;
import io.zhenma.page.ComplaintPage;
import io.zhenma.page.HandEntry;
import io.zhenma.page.Languages;
import io.zhenma.page.VerdictPage;
import io.zhenma.page.VerificationPages;
import io.zhenma.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The consumer's pages as HTTP answers: language, caching, compression, policy. The page behind
 * every code is compressed once; the server compresses the others as they go.
 */
@Startup
@ApplicationScoped
class VerificationHtml {
  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
  private static final String SAME_FOR_ALL = "public, max-age=300";
  private static final String FOR_ONE = "no-store";

  private final VerificationPages pages;

  VerificationHtml(Languages languages) {
    this.pages = new VerificationPages(languages);
  }

  /**
   * The page behind every code, or 304 when the browser has it.
   *
   * @param knownTag an If-None-Match header
   */
  Response landing(Locale language, @Nullable String knownTag, boolean takesGzip) {
    VerificationPages.Rendered page = pages.landing(language);
    Response.ResponseBuilder response =
        EntityTag.isKnown(page.etag(), knownTag)
            ? Response.notModified()
            : body(page, takesGzip).type(HTML).header(HttpHeaders.CONTENT_LANGUAGE, language);
    return withPolicy(response, page)
        .header(HttpHeaders.ETAG, page.etag())
        .header(HttpHeaders.CACHE_CONTROL, SAME_FOR_ALL)
        .header(HttpHeaders.VARY, "Accept, Accept-Language, Accept-Encoding")
        .build();
  }

  private static Response.ResponseBuilder body(VerificationPages.Rendered page, boolean takesGzip) {
    return takesGzip
        ? Response.ok(page.gzip()).header(HttpHeaders.CONTENT_ENCODING, "gzip")
        : Response.ok(page.html());
  }

  Response.ResponseBuilder fragment(VerdictPage verdict, Locale language) {
    return Response.ok(pages.verdictFragment(verdict, language))
        .type(HTML)
        .header(HttpHeaders.CACHE_CONTROL, FOR_ONE);
  }

  /** In place of a verdict: the button that only people touch. */
  Response.ResponseBuilder confirmation(Locale language) {
    return Response.ok(pages.confirmation(language))
        .type(HTML)
        .header(HttpHeaders.CACHE_CONTROL, FOR_ONE);
  }

  Response.ResponseBuilder document(int status, VerdictPage verdict, Locale language) {
    return document(status, pages.verdictDocument(verdict, language), language);
  }

  Response problem(ProblemException refusal, Locale language) {
    int status = refusal.type().status();
    Response.ResponseBuilder response = document(status, pages.problem(status, language), language);
    refusal
        .retryAfter()
        .ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds())));
    return response.build();
  }

  Response handEntry(int status, HandEntry entry, Locale language) {
    return document(status, pages.handEntry(entry, language), language).build();
  }

  Response complaint(int status, ComplaintPage page, Locale language) {
    return document(status, pages.complaint(page, language), language).build();
  }

  Response complaintFragment(int status, ComplaintPage page, Locale language) {
    return part(status, pages.complaintFragment(page, language));
  }

  Response received(String brand, String reference, boolean fragment, Locale language) {
    int ok = Response.Status.OK.getStatusCode();
    return fragment
        ? part(ok, pages.receivedFragment(brand, reference, language))
        : document(ok, pages.received(brand, reference, language), language).build();
  }

  private static Response part(int status, String html) {
    return Response.status(status)
        .entity(html)
        .type(HTML)
        .header(HttpHeaders.CACHE_CONTROL, FOR_ONE)
        .build();
  }

  VerificationPages.Summary summary(VerdictPage verdict, Locale language) {
    return pages.summary(verdict, language);
  }

  private static Response.ResponseBuilder document(
      int status, VerificationPages.Rendered page, Locale language) {
    return withPolicy(Response.status(status).entity(page.html()).type(HTML), page)
        .header(HttpHeaders.CONTENT_LANGUAGE, language)
        .header(HttpHeaders.CACHE_CONTROL, FOR_ONE);
  }

  private static Response.ResponseBuilder withPolicy(
      Response.ResponseBuilder response, VerificationPages.Rendered page) {
    return response.header("Content-Security-Policy", page.contentSecurityPolicy());
  }
}

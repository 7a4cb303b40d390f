package io.zhenma.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Writes problems in the reader's language. */
@ApplicationScoped
public class ProblemTexts {
  static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");
  private static final String BUNDLE = "messages.problems";

  /** The whole answer for a refusal. */
  public Response response(ProblemException refusal, @Nullable String acceptLanguage) {
    Locale locale = ReaderLocale.of(acceptLanguage);
    Response.ResponseBuilder response =
        answer(refusal.type(), locale, violations(refusal.errors(), locale), "");
    refusal
        .retryAfter()
        .ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds())));
    return response.build();
  }

  Response response(
      ProblemType type,
      List<Problem.Violation> violations,
      String instance,
      @Nullable String language) {
    return answer(type, ReaderLocale.of(language), violations, instance).build();
  }

  /** The body alone, for edges below JAX-RS. */
  public Problem problem(ProblemType type, @Nullable String acceptLanguage) {
    return problem(type, ReaderLocale.of(acceptLanguage), List.of(), "");
  }

  /** The body alone, for answers that tell of several things. */
  public Problem problem(ProblemException refusal, @Nullable String acceptLanguage) {
    Locale locale = ReaderLocale.of(acceptLanguage);
    return problem(refusal.type(), locale, violations(refusal.errors(), locale), "");
  }

  /** A text of the message files for answers that are no refusals. */
  public String words(Locale locale, String key, Object... arguments) {
    return text(locale, key, arguments);
  }

  private Response.ResponseBuilder answer(
      ProblemType type, Locale locale, List<Problem.Violation> violations, String instance) {
    return Response.status(type.status())
        .type(PROBLEM_JSON)
        .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(problem(type, locale, violations, instance));
  }

  private static Problem problem(
      ProblemType type, Locale locale, List<Problem.Violation> violations, String instance) {
    return new Problem(
        type.uri(),
        text(locale, type.slug() + ".title"),
        type.status(),
        text(locale, type.slug() + ".detail"),
        instance,
        violations);
  }

  private static List<Problem.Violation> violations(List<FieldError> errors, Locale locale) {
    return errors.stream()
        .map(
            error ->
                new Problem.Violation(
                    error.field(),
                    text(locale, "field." + error.key(), error.arguments().toArray())))
        .toList();
  }

  private static String text(Locale locale, String key, Object... arguments) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }
}

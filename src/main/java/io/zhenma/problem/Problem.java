package io.zhenma.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The body of an application/problem+json answer (RFC 9457).
 *
 * @param type stable URI, {@code urn:zhenma:problem:SLUG}
 * @param title short, the same for every occurrence, in the reader's language
 * @param detail what to do about it, in the reader's language
 * @param instance id of this occurrence in the log, for failures of the server only
 * @param errors the fields that are wrong
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type, String title, int status, String detail, String instance, List<Violation> errors) {

  /** A field and what is wrong with it, in the reader's language. */
  public record Violation(String field, String message) {}
}

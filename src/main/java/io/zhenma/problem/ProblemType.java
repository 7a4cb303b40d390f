package io.zhenma.problem;

import java.util.Locale;

/**
 * Every way a request can be refused. The slug is part of the API; titles and details stand in the
 * message files.
 */
public enum ProblemType {
  VALIDATION(400),
  MALFORMED(400),
  MALFORMED_JSON(400),
  UNAUTHENTICATED(401),
  FORBIDDEN(403),
  MUST_CHANGE(403),
  SECOND_FACTOR(403),
  MUST_ENROL(403),
  CSRF(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  TOO_SLOW(408),
  CONFLICT(409),
  ILLEGAL_MOVE(409),
  SEALED_ONLY(409),
  TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  LOCKED_OUT(429),
  TOO_MANY_REQUESTS(429),
  OVERLOADED(503),
  UNAVAILABLE(503),
  INTERNAL(500);

  private final int status;

  ProblemType(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }

  /** Such as {@code illegal-move}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The problem's type URI. */
  public String uri() {
    return "urn:zhenma:problem:" + slug();
  }

  static ProblemType ofStatus(int status) {
    return switch (status) {
      case 400 -> VALIDATION;
      case 401 -> UNAUTHENTICATED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 408 -> TOO_SLOW;
      case 413 -> TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 503 -> OVERLOADED;
      default -> INTERNAL;
    };
  }
}

package io.zhenma.alert;

/** Why an attempt did not deliver. */
enum Failure {
  /** The name of the host is not known. */
  HOST_UNKNOWN(true),
  /** The host's address is in a network that must not be called. */
  ADDRESS_REFUSED(true),
  /** No connection. */
  UNREACHABLE(true),
  /** The certificate is not trusted or belongs to another host. */
  TLS(true),
  /** No answer within the time. */
  TIMEOUT(true),
  /** It answers, but with 5xx or 429. */
  UNAVAILABLE(true),
  /** It answers with neither 2xx nor one of the above. */
  STATUS(false),
  /** It answers 410: nobody listens there any more. */
  GONE(true),
  /** The mail server did not take it. */
  MAIL_REFUSED(true),
  /** No mail server is configured. */
  MAIL_OFF(true),
  /** It could not be made up: what it says, or the secret that signs it, cannot be read. */
  UNREADABLE(false);

  private final boolean ofTheOtherSide;

  Failure(boolean ofTheOtherSide) {
    this.ofTheOtherSide = ofTheOtherSide;
  }

  /** Whether the next notice would fare no better, so that all wait. */
  boolean stopsOthers() {
    return ofTheOtherSide;
  }
}

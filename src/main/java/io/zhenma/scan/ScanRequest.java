package io.zhenma.scan;

import io.zhenma.gs1.DigitalLink;
import io.zhenma.traffic.VisitorKind;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A scan as it arrives.
 *
 * @param scanId made by the page; the same id counts once
 * @param at the server's time of arrival
 * @param deviceToken the device's signed token
 * @param returning whether the device brought that token; else it was made for this request
 * @param address of the client; located, then cut, never stored
 * @param userAgent the header, as sent
 * @param position only what the person consented to give
 * @param visitor who looks, as far as can be told
 */
public record ScanRequest(
    UUID scanId,
    ScannedCode code,
    Instant at,
    String deviceToken,
    boolean returning,
    Optional<InetAddress> address,
    String userAgent,
    Locale language,
    Optional<ConsentedPosition> position,
    VisitorKind visitor) {
  /** A person's scan of a link that this platform made. */
  public ScanRequest(
      UUID scanId,
      DigitalLink link,
      Instant at,
      String deviceToken,
      boolean returning,
      Optional<InetAddress> address,
      String userAgent,
      Locale language,
      Optional<ConsentedPosition> position) {
    this(
        scanId,
        new ScannedCode.Issued(link),
        at,
        deviceToken,
        returning,
        address,
        userAgent,
        language,
        position,
        VisitorKind.PERSON);
  }
}

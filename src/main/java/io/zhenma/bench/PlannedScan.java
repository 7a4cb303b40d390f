package io.zhenma.bench;

import io.zhenma.gs1.DigitalLink;
import io.zhenma.scan.ScanRequest;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A scan to be made.
 *
 * @param url what the QR code says
 * @param device a token that this platform signed
 * @param address where it seems to come from, when it is not sent over HTTP
 * @param ago how long before now it was made, when it is not sent over HTTP
 */
record PlannedScan(
    UUID id,
    DigitalLink link,
    String url,
    String device,
    String agent,
    InetAddress address,
    Duration ago) {

  ScanRequest request() {
    return new ScanRequest(
        id,
        link,
        Instant.now().minus(ago),
        device,
        true,
        Optional.of(address),
        agent,
        Locale.SIMPLIFIED_CHINESE,
        Optional.empty());
  }

  /** The body of the same scan over HTTP. */
  String json() {
    return "{\"scanId\":\"" + id + "\",\"code\":\"" + url + "\"}";
  }
}

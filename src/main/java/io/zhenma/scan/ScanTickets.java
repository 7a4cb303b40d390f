package io.zhenma.scan;

import io.zhenma.crypto.Sha256;
import io.zhenma.crypto.TokenSigner;
import io.zhenma.tenancy.BrandKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * What a device gets with the verdict on a code that nobody issued. Nothing is kept of such a scan,
 * so the ticket alone shows that it was made: by that device, of that code, a short time ago.
 *
 * <p>Its 128 bits are the minute (32 bits) and the start of a SHA-256 of device and code, signed.
 */
@ApplicationScoped
class ScanTickets {
  static final Duration VALID = Duration.ofHours(2);
  private static final int MINUTE = 60;
  private static final int HASHED = 12;

  private final TokenSigner signer;

  ScanTickets(BrandKeys keys) {
    this.signer = keys.scanTickets();
  }

  /** What names a scan when the brand is told of it: its id, or a ticket where none is kept. */
  String of(ScanRequest request, ScanAnswer answer) {
    return answer.item().isPresent()
        ? answer.scanId().toString()
        : issue(request.code(), request.deviceToken(), request.at());
  }

  String issue(ScannedCode code, String deviceToken, Instant at) {
    return signer.tokenOf(id((int) (at.getEpochSecond() / MINUTE), code, deviceToken));
  }

  /** The scan's id, when the ticket is one of this device and code and not too old. */
  Optional<UUID> verified(String ticket, ScannedCode code, String deviceToken, Instant now) {
    return signer
        .idOf(ticket)
        .filter(id -> id.equals(id(minute(id), code, deviceToken)))
        .filter(id -> isFresh(Instant.ofEpochSecond((long) MINUTE * minute(id)), now));
  }

  private static boolean isFresh(Instant issued, Instant now) {
    return !issued.isAfter(now.plusSeconds(MINUTE)) && issued.isAfter(now.minus(VALID));
  }

  private static int minute(UUID id) {
    return (int) (id.getMostSignificantBits() >>> Integer.SIZE);
  }

  private static UUID id(int minute, ScannedCode code, String deviceToken) {
    byte[] scanned = (deviceToken + " " + code.path()).getBytes(StandardCharsets.UTF_8);
    ByteBuffer id =
        ByteBuffer.allocate(Integer.BYTES + HASHED)
            .putInt(minute)
            .put(Arrays.copyOf(Sha256.start().digest(scanned), HASHED))
            .flip();
    return new UUID(id.getLong(), id.getLong());
  }
}

package io.zhenma.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenma.label.LeftOut;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as the API shows it.
 *
 * @param first number of the first item
 * @param count number of items
 * @param failure why it failed, in the reader's language
 * @param codes how many it has when it is ready
 * @param percent 0 to 100, rounded down
 * @param codesPerSecond lately; 0 when nobody makes it
 * @param secondsLeft at that rate; left out when it can't be known
 * @param expiresAt when its files are deleted
 * @param filesTotal files that it has when it is ready
 * @param files those that are there, in a list of deliveries left out
 * @param leftOut characters that its labels would have and no font has; left out with {@code files}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
    long id,
    int batchNumber,
    FileFormat format,
    String kind,
    int first,
    int count,
    @Nullable String template,
    @Nullable House printingHouse,
    DeliveryState state,
    @Nullable Failure failure,
    long codes,
    long codesDone,
    int percent,
    long codesPerSecond,
    @Nullable Long secondsLeft,
    Instant createdAt,
    String createdBy,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant expiresAt,
    int filesTotal,
    @Nullable List<File> files,
    @Nullable List<LeftOut> leftOut) {

  /** Whom it is sealed for. */
  record House(long id, String name, boolean active) {}

  /** A mishap: its stable name, and a sentence. */
  record Failure(String reason, String message) {}

  /**
   * A file that can be downloaded.
   *
   * @param number counted from 1
   * @param sha256 of the file as it is downloaded
   */
  record File(int number, String name, int first, int count, long bytes, String sha256) {}
}

package io.zhenma.simulation;

import io.zhenma.verification.Outcome;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What was true of every scan, beside what was answered: CSV (RFC 4180, no field needs quoting), a
 * row a scan in the order of time.
 *
 * <p>Columns: {@code scan_id}; {@code at} (UTC); {@code link} (path of the code); {@code batch} and
 * {@code item} (numbers, empty when forged); {@code kind} (inner or outer); {@code label} (HONEST,
 * COPIED: there are fakes with this code, FORGED: nobody issued it); {@code piece} (of a copied
 * code, whether the genuine item or a fake was scanned); {@code scenario}; {@code outcome}.
 */
public final class GroundTruth implements Closeable {
  private static final String HEADER =
      "scan_id,at,link,batch,item,kind,label,piece,scenario,outcome\r\n";

  private final Writer out;

  private GroundTruth(Writer out) throws IOException {
    this.out = out;
    out.write(HEADER);
  }

  /** Into a file, which is replaced. */
  public static GroundTruth in(Path file) throws IOException {
    return new GroundTruth(Files.newBufferedWriter(file));
  }

  /** Into nothing. */
  public static GroundTruth unwritten() throws IOException {
    return new GroundTruth(new BufferedWriter(Writer.nullWriter(), 1 << 10));
  }

  void write(Sender.Sent sent, int batchNumber, Outcome outcome) throws IOException {
    PlanStep.Scan scan = sent.scan();
    boolean forged = scan.truth() == Truth.FORGED;
    out.write(
        String.join(
            ",",
            scan.scanId().toString(),
            scan.at().toString(),
            sent.link().path(),
            forged ? "" : Integer.toString(batchNumber),
            forged ? "" : Integer.toString(scan.item()),
            scan.kind().name().toLowerCase(Locale.ROOT),
            scan.truth().label(),
            scan.truth().piece(),
            scan.scenario().name(),
            outcome.slug()));
    out.write("\r\n");
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

package io.zhenma.delivery;

import io.zhenma.crypto.Sealer;
import io.zhenma.label.LabelTemplate;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Makes one file of a delivery in the spool. What is sealed is sealed on its way: plain codes never
 * touch the disk.
 */
@ApplicationScoped
class PartMaker {
  private static final int BUFFER = 1 << 17;

  private final PlainFiles files;
  private final Sealing sealing;
  private final Spool spool;
  private final LabelTemplates templates;

  PartMaker(PlainFiles files, Sealing sealing, Spool spool, LabelTemplates templates) {
    this.files = files;
    this.sealing = sealing;
    this.spool = spool;
    this.templates = templates;
  }

  /**
   * Makes it and tells what came out, not written down yet.
   *
   * @throws DeliveryStoppedException when the run was stopped meanwhile
   * @throws DeliveryFailedException when nothing may be sealed for the printing house
   * @throws IOException when the spool can't take it; then nothing of it is left there
   */
  DeliveryFile make(DeliveryRun run, DeliveryPart part) throws IOException {
    Delivery delivery = run.delivery();
    Optional<Sealer> sealer = sealing.sealer(delivery);
    Measure handedOut = new Measure();
    Measure plain = sealer.isPresent() ? new Measure() : handedOut;
    String name =
        spool.write(
            delivery,
            channel -> {
              OutputStream out = handedOut.on(buffered(channel));
              if (sealer.isPresent()) {
                sealer.get().seal(out, inside -> write(run, part, plain.on(inside)));
              } else {
                write(run, part, out);
              }
              out.flush();
            });
    DeliveryFile file = new DeliveryFile();
    file.id = new DeliveryFile.Id(delivery.brandId, delivery.id, part.number());
    file.sha256 = handedOut.sha256();
    file.bytes = handedOut.bytes();
    file.plainSha256 = sealer.isPresent() ? plain.sha256() : file.sha256;
    file.plainBytes = plain.bytes();
    file.spoolName = name;
    file.madeAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return file;
  }

  private void write(DeliveryRun run, DeliveryPart part, OutputStream out) throws IOException {
    Delivery delivery = run.delivery();
    files.write(
        delivery.format,
        run.batch(),
        part.range(),
        delivery.design == null ? LabelTemplate.A4_40 : templates.template(delivery.design),
        threads(delivery),
        out,
        progress(run));
  }

  /**
   * The workshop makes as many files at once as there are processors; a delivery of one file would
   * leave the others idle.
   */
  private static int threads(Delivery delivery) {
    return delivery.parts() == 1 ? Runtime.getRuntime().availableProcessors() : 1;
  }

  private static LongConsumer progress(DeliveryRun run) {
    return codes -> {
      run.add(codes);
      if (run.isStopped()) {
        throw new DeliveryStoppedException();
      }
    };
  }

  private static OutputStream buffered(FileChannel channel) {
    return new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
  }
}

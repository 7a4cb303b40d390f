package io.zhenma.delivery;

import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens runs: looks which files are there, whoever made them, and clears away what isn't one. */
@ApplicationScoped
class DeliveryRuns {
  private final Deliveries deliveries;
  private final Catalogue catalogue;
  private final Spool spool;

  DeliveryRuns(Deliveries deliveries, Catalogue catalogue, Spool spool) {
    this.deliveries = deliveries;
    this.catalogue = catalogue;
    this.spool = spool;
  }

  @Transactional
  DeliveryRun open(Delivery delivery) throws IOException {
    BatchView batch =
        catalogue
            .batch(delivery.brandId, delivery.batchNumber)
            .orElseThrow(() -> new IllegalStateException("delivery without batch"));
    List<DeliveryFile> files = deliveries.files(delivery.brandId, delivery.id);
    for (DeliveryFile file : files) {
      if (file.spoolName != null && !isWhole(spool.file(delivery, file.spoolName), file)) {
        file.spoolName = null;
      }
    }
    spool.sweep(delivery, names(files));
    return new DeliveryRun(delivery, batch, files);
  }

  private static boolean isWhole(Path path, DeliveryFile file) throws IOException {
    return Files.exists(path) && Files.size(path) == file.bytes;
  }

  private static Set<String> names(List<DeliveryFile> files) {
    return files.stream()
        .filter(file -> file.spoolName != null)
        .map(file -> file.spoolName)
        .collect(Collectors.toSet());
  }
}

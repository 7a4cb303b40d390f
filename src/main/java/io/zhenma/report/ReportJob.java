package io.zhenma.report;

import io.zhenma.tenancy.BrandView;
import java.time.LocalDate;
import java.util.function.IntConsumer;

/**
 * A report being made.
 *
 * @param progress told 0 to 100; throws {@link ReportCancelledException} when it shall end
 */
record ReportJob(long runId, BrandView brand, LocalDate asOf, IntConsumer progress) {
  void reached(int percent) {
    progress.accept(percent);
  }
}

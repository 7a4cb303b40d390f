package io.zhenma.bench;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import io.zhenma.crypto.CodeKind;
import io.zhenma.issuing.BatchView;
import io.zhenma.issuing.Codes;
import io.zhenma.label.DocumentStamp;
import io.zhenma.label.ErrorCorrection;
import io.zhenma.label.Label;
import io.zhenma.label.LabelFile;
import io.zhenma.label.LabelFonts;
import io.zhenma.label.LabelFormat;
import io.zhenma.label.LabelTemplate;
import io.zhenma.label.MaskChoice;
import io.zhenma.label.QrSymbol;
import io.zhenma.label.SymbolEncoder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Measures sheets of labels: our own symbols against ZXing's, which it finds as it does by default,
 * on the same pages by the same writer.
 */
@ApplicationScoped
class LabelBench {
  private static final LabelTemplate TEMPLATE = LabelTemplate.A4_40;
  private static final int WARM_UP_PAGES = 400;

  private final Codes codes;
  private final LabelFonts fonts;

  LabelBench(Codes codes, LabelFonts fonts) {
    this.codes = codes;
    this.fonts = fonts;
  }

  /** All threads of ours against one and all threads of the alternative. */
  List<Comparison> measure(BatchView batch, int labels) throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    int warmUp = Math.min(labels, WARM_UP_PAGES * TEMPLATE.labelsPerPage());
    write(batch, warmUp, "", QrSymbol::of, cores);
    write(batch, warmUp, "", LabelBench::withFixedMask, cores);
    write(batch, warmUp, "", LabelBench::byZxing, cores);
    Measurement ours = write(batch, labels, "our symbols", QrSymbol::of, cores);
    Measurement oursOnOne = write(batch, labels, "our symbols", QrSymbol::of, 1);
    Measurement fixed =
        write(batch, labels, "our symbols, fixed mask,", LabelBench::withFixedMask, cores);
    Measurement zxing = write(batch, labels, "ZXing's symbols", LabelBench::byZxing, cores);
    Measurement zxingOnOne = write(batch, labels, "ZXing's symbols", LabelBench::byZxing, 1);
    return List.of(
        new Comparison("label pages, all cores, against ZXing on one thread", ours, zxingOnOne),
        new Comparison(
            "label pages with a fixed mask, all cores, against ZXing on one thread",
            fixed,
            zxingOnOne),
        new Comparison("label pages, all cores, against ZXing on all cores", ours, zxing),
        new Comparison("label pages, one thread, against ZXing on one", oursOnOne, zxingOnOne));
  }

  private Measurement write(
      BatchView batch, int labels, String what, SymbolEncoder encoder, int threads)
      throws IOException {
    DocumentStamp stamp = new DocumentStamp("", batch.number(), batch.createdAt());
    Path file = Files.createTempFile("zhenma-bench", ".pdf");
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      Iterator<Label> sample =
          codes
              .codes(batch, List.of(CodeKind.INNER), 0, labels)
              .map(code -> label(batch, code))
              .iterator();
      long start = System.nanoTime();
      LabelFile.of(TEMPLATE, fonts, stamp)
          .with(encoder)
          .with(threads)
          .write(LabelFormat.PDF, sample, out, done -> {});
      long pages = Math.max(1, labels / TEMPLATE.labelsPerPage());
      return Measurement.since(start, what + " as PDF, threads: " + threads, pages, "pages");
    } finally {
      Files.delete(file);
    }
  }

  private static Label label(BatchView batch, Codes.IssuedCode code) {
    return new Label(
        code.item(),
        List.of(new Label.Code(code.kind(), code.url(), code.link().serial().value())),
        batch.product().name(),
        batch.lot(),
        Optional.empty());
  }

  private static QrSymbol withFixedMask(String text, ErrorCorrection correction, MaskChoice mask) {
    return QrSymbol.of(text, correction, MaskChoice.FIXED);
  }

  private static QrSymbol byZxing(String text, ErrorCorrection correction, MaskChoice mask) {
    try {
      QRCode code = Encoder.encode(text, ErrorCorrectionLevel.valueOf(correction.name()));
      return QrSymbol.of(
          code.getVersion().getVersionNumber(),
          code.getMaskPattern(),
          (column, row) -> code.getMatrix().get(column, row) == 1);
    } catch (WriterException tooLong) {
      throw new IllegalStateException(tooLong);
    }
  }
}

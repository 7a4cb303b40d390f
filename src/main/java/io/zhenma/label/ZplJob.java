package io.zhenma.label;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A job in Zebra's ZPL II: each label is one picture ({@code ^GFA}), so that what is printed is
 * what was checked. A printer's own QR command would choose segments, version and mask by the
 * firmware's lights, and its fonts lack Chinese.
 */
final class ZplJob {
  private static final int LABELS_A_GROUP = 16;

  private final LabelDrawing drawing;
  private final LabelTemplate template;
  private final int threads;
  private final GlyphDots letters = new GlyphDots();
  private final LogoDots logo;

  ZplJob(LabelDrawing drawing, int threads) {
    this.drawing = drawing;
    this.template = drawing.template();
    this.threads = threads;
    this.logo = new LogoDots(template.logo());
  }

  long write(Iterator<Label> labels, OutputStream out, LongConsumer progress) throws IOException {
    long[] written = {0};
    InOrder.run(
        labels,
        LABELS_A_GROUP,
        threads,
        this::prepared,
        job -> {
          out.write(job.commands().array(), 0, job.commands().length());
          written[0] += job.codes();
          progress.accept(written[0]);
        });
    return written[0];
  }

  private record Job(AsciiWriter commands, long codes) {}

  private Job prepared(List<Label> labels) {
    AsciiWriter commands = new AsciiWriter(1 << 14);
    for (Label label : labels) {
      BitmapCanvas canvas =
          new BitmapCanvas(
              template.labelWidthMm(), template.labelHeightMm(), template.dpi(), letters, logo);
      drawing.draw(label, canvas, 0, 0);
      append(canvas.dots(), commands);
    }
    return new Job(commands, (long) labels.size() * template.cells());
  }

  /** Width and length of the label in dots, and the picture from its upper left corner. */
  private static void append(Bitmap dots, AsciiWriter out) {
    long bytes = dots.dots().length;
    out.put("^XA^PW").put((long) dots.width()).put("^LL").put((long) dots.height());
    out.put("^LH0,0^FO0,0^GFA,").put(bytes).put(',').put(bytes).put(',');
    out.put((long) dots.bytesARow()).put(',');
    ZplHex.append(dots, out);
    out.put("^FS^XZ\n");
  }
}

package io.zhenma.label;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP with a picture for each code: its label, or its half of one, as the template has it. A
 * picture is called by item and kind, such as {@code 000000017-inner.svg}, so that names sort as
 * the items do.
 */
final class Pictures {
  private static final int LABELS_A_GROUP = 32;

  /** The earliest that a ZIP knows: the time of making would make each file another. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final LabelDrawing drawing;
  private final int threads;
  private final String ending;
  private final Drawer drawer;

  /** Whether the ZIP packs them; PNG is packed already. */
  private final boolean packs;

  private interface Drawer {
    byte[] draw(Label label);
  }

  private Pictures(LabelDrawing drawing, int threads, String ending, boolean packs, Drawer drawer) {
    this.drawing = drawing;
    this.threads = threads;
    this.ending = ending;
    this.packs = packs;
    this.drawer = drawer;
  }

  static Pictures svg(LabelDrawing drawing, int threads) {
    return new Pictures(drawing, threads, ".svg", true, label -> svg(drawing, label));
  }

  private static byte[] svg(LabelDrawing drawing, Label label) {
    LabelTemplate template = drawing.template();
    SvgCanvas canvas = new SvgCanvas(template, template.cellWidthMm(), template.labelHeightMm());
    drawing.cell(label, label.codes().get(0), canvas, 0, 0);
    return canvas.finish();
  }

  static Pictures png(LabelDrawing drawing, int threads) {
    LabelTemplate template = drawing.template();
    GlyphDots letters = new GlyphDots();
    LogoDots logo = new LogoDots(template.logo());
    return new Pictures(
        drawing,
        threads,
        ".png",
        false,
        label -> {
          BitmapCanvas canvas =
              new BitmapCanvas(
                  template.cellWidthMm(), template.labelHeightMm(), template.dpi(), letters, logo);
          drawing.cell(label, label.codes().get(0), canvas, 0, 0);
          return Png.of(canvas.dots(), template.dpi());
        });
  }

  long write(Iterator<Label> labels, OutputStream out, LongConsumer progress) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(1);
    long[] written = {0};
    InOrder.run(
        labels,
        LABELS_A_GROUP,
        threads,
        this::prepared,
        pictures -> {
          for (Picture picture : pictures) {
            add(zip, picture);
          }
          written[0] += pictures.size();
          progress.accept(written[0]);
        });
    zip.finish();
    return written[0];
  }

  private record Picture(String name, byte[] bytes, long check) {}

  private List<Picture> prepared(List<Label> labels) {
    List<Picture> pictures = new ArrayList<>();
    for (Label label : labels) {
      for (Label.Code code : label.codes()) {
        byte[] bytes = drawer.draw(label.with(code));
        CRC32 check = new CRC32();
        check.update(bytes);
        String kind = code.kind().name().toLowerCase(Locale.ROOT);
        String name = String.format(Locale.ROOT, "%09d-%s%s", label.item(), kind, ending);
        pictures.add(new Picture(name, bytes, check.getValue()));
      }
    }
    return pictures;
  }

  private void add(ZipOutputStream zip, Picture picture) throws IOException {
    ZipEntry entry = new ZipEntry(picture.name());
    entry.setTimeLocal(TIME);
    if (!packs) {
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(picture.bytes().length);
      entry.setCrc(picture.check());
    }
    zip.putNextEntry(entry);
    zip.write(picture.bytes());
    zip.closeEntry();
  }
}

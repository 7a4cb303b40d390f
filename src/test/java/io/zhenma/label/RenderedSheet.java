package io.zhenma.label;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A page as a printer at 300 dpi would show it, cut into its labels. */
final class RenderedSheet {
  static final Path ZBAR = Path.of("/usr/bin/zbarimg");

  private static final int DPI = 300;

  private RenderedSheet() {}

  /** The labels of one page, row by row, free places included. */
  static List<BufferedImage> labels(byte[] pdf, int page, LabelFormat format) throws IOException {
    BufferedImage sheet = page(pdf, page);
    List<BufferedImage> labels = new ArrayList<>();
    for (int place = 0; place < format.labelsPerPage(); place++) {
      int column = place % format.columns();
      int row = place / format.columns();
      double left = format.marginXMm() + column * (format.labelWidthMm() + format.gapXMm());
      double top = format.marginYMm() + row * (format.labelHeightMm() + format.gapYMm());
      labels.add(
          sheet.getSubimage(
              dots(left), dots(top), dots(format.labelWidthMm()), dots(format.labelHeightMm())));
    }
    return labels;
  }

  static BufferedImage page(byte[] pdf, int page) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFRenderer(document).renderImageWithDPI(page, DPI, ImageType.GRAY);
    }
  }

  static String readByZxing(BufferedImage label) {
    try {
      return new QRCodeReader()
          .decode(
              new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(label))),
              Map.of(DecodeHintType.TRY_HARDER, true))
          .getText();
    } catch (ReaderException e) {
      return "unreadable: " + e;
    }
  }

  /** One process for all labels, in their order. */
  static List<String> readByZbar(List<BufferedImage> labels, Path folder)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ZBAR.toString(), "--quiet", "--raw"));
    for (int i = 0; i < labels.size(); i++) {
      Path file = folder.resolve("label-%04d.png".formatted(i));
      ImageIO.write(labels.get(i), "png", file.toFile());
      command.add(file.toString());
    }
    Path read = Files.createTempFile(folder, "read", ".txt");
    Process zbar =
        new ProcessBuilder(command)
            .redirectOutput(read.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    zbar.waitFor();
    return Files.readAllLines(read, StandardCharsets.UTF_8);
  }

  private static int dots(double mm) {
    return (int) (mm / 25.4 * DPI);
  }
}

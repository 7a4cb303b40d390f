package io.zhenma;

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
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The first label of a sheet as a scanner sees it: rendered to dots, then read by zbar, or by ZXing
 * where there is none.
 */
final class PrintedLabel {
  private static final int DOTS_PER_INCH = 300;
  private static final double MM_PER_INCH = 25.4;
  private static final Path ZBAR = Path.of("/usr/bin/zbarimg");

  private PrintedLabel() {}

  /** What the QR code of the first label says. */
  static String read(byte[] pdf) throws IOException, InterruptedException, ReaderException {
    BufferedImage label = firstLabel(pdf);
    return Files.isExecutable(ZBAR) ? byZbar(label) : byZxing(label);
  }

  /** The sheet's first label lies 12.5 mm from the left and 9.5 mm from the top, 35 by 33 mm. */
  private static BufferedImage firstLabel(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH);
      return page.getSubimage(dots(12.5), dots(9.5), dots(35), dots(33));
    }
  }

  private static int dots(double millimetres) {
    return (int) Math.round(millimetres / MM_PER_INCH * DOTS_PER_INCH);
  }

  private static String byZbar(BufferedImage image) throws IOException, InterruptedException {
    Path file = Files.createTempFile("label", ".png");
    try {
      ImageIO.write(image, "png", file.toFile());
      Process zbar = new ProcessBuilder(ZBAR.toString(), "--raw", "-q", file.toString()).start();
      String text = new String(zbar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      zbar.waitFor();
      return text.strip();
    } finally {
      Files.delete(file);
    }
  }

  private static String byZxing(BufferedImage image) throws ReaderException {
    BinaryBitmap bitmap =
        new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
    return new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText();
  }
}

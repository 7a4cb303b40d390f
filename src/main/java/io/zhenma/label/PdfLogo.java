package io.zhenma.label;

import java.io.IOException;

/** A logo as an image object (ISO 32000-1, 8.9.5), at what 600 dpi can show of it. */
final class PdfLogo {
  private static final int DPI = 600;

  private PdfLogo() {}

  static int write(PdfObjects objects, Logo logo, double heightMm) throws IOException {
    Pixels pixels = logo.pixels(Dots.of(heightMm, DPI));
    Packed packed = Packed.small(pixels.rgb(), pixels.rgb().length);
    int number = objects.reserve();
    objects.writePacked(
        number,
        "/Type/XObject/Subtype/Image/Width "
            + pixels.width()
            + "/Height "
            + pixels.height()
            + "/ColorSpace/DeviceRGB/BitsPerComponent 8",
        packed.bytes(),
        packed.length());
    return number;
  }
}

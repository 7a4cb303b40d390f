package io.zhenma.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures with nothing in them but their pixels. */
final class PictureWriter {
  private PictureWriter() {}

  static Picture png(Canvas canvas) {
    // Of the JDK's PNG writer, quality 0 packs tightest; nothing is lost
    return write(canvas, PictureType.PNG, 0);
  }

  /**
   * @param quality 0 to 1
   */
  static Picture jpeg(Canvas canvas, float quality) {
    return write(canvas, PictureType.JPEG, quality);
  }

  private static Picture write(Canvas canvas, PictureType type, float quality) {
    BufferedImage image = canvas.image();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(type.format()).next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(quality);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      writer.dispose();
    }
    return new Picture(type, canvas.width(), canvas.height(), file.toByteArray());
  }
}

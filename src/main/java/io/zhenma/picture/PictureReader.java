package io.zhenma.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads a file that somebody sent. Its size is read before any pixel is, so that a small file can't
 * unfold to fill the memory; of a picture far larger than its use, only every n-th pixel is kept.
 */
final class PictureReader {
  /** A JPEG is refined pass by pass; each pass costs the reader the whole picture. */
  private static final int MOST_PASSES = 40;

  private final PictureUse use;

  PictureReader(PictureUse use) {
    this.use = use;
  }

  BufferedImage read(byte[] file, PictureType type) throws PictureException {
    if (type == PictureType.JPEG && passes(file) > MOST_PASSES) {
      throw new PictureException(PictureFault.BROKEN);
    }
    ImageReader reader = ImageIO.getImageReadersByFormatName(type.format()).next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      // Without metadata: packed texts in it could be large, too
      reader.setInput(in, true, true);
      return reader.read(0, sparse(reader));
    } catch (IOException | RuntimeException broken) {
      throw new PictureException(PictureFault.BROKEN);
    } finally {
      reader.dispose();
    }
  }

  private ImageReadParam sparse(ImageReader reader) throws IOException, PictureException {
    long width = reader.getWidth(0);
    long height = reader.getHeight(0);
    if (width * height > use.mostPixels()) {
      throw new PictureException(PictureFault.PIXELS);
    }
    int every =
        (int) Math.max(1, Math.max(width / (2L * use.width()), height / (2L * use.height())));
    ImageReadParam param = reader.getDefaultReadParam();
    int most = (int) Math.min(width, height);
    param.setSourceSubsampling(Math.min(every, most), Math.min(every, most), 0, 0);
    return param;
  }

  /** In packed data the byte after 0xff is never that of a marker, so none is counted there. */
  private static int passes(byte[] jpeg) {
    int passes = 0;
    for (int i = 1; i < jpeg.length; i++) {
      if (jpeg[i - 1] == (byte) 0xff && jpeg[i] == (byte) 0xda) {
        passes++;
      }
    }
    return passes;
  }
}

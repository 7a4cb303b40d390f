package io.zhenma.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads a file that somebody sent. What its header says is looked at before any pixel is read, so
 * that a small file can't unfold to fill the memory; of a picture far larger than its use, only
 * every n-th pixel is kept; and it takes no longer than its time.
 */
public final class PictureReader {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final PictureUse use;
  private final TimeLimit limit;

  PictureReader(PictureUse use, TimeLimit limit) {
    this.use = use;
    this.limit = limit;
  }

  /**
   * The pixels of a file that was made here earlier, read in the caller's thread with the bounds of
   * files that are sent.
   *
   * @throws PictureException when the file is not such a one after all
   */
  public static BufferedImage stored(byte[] file, PictureUse use) throws PictureException {
    return new PictureReader(use, TimeLimit.in(LONGEST)).read(file);
  }

  BufferedImage read(byte[] file) throws PictureException {
    PictureShape shape = PictureShape.of(file);
    shape.require(use);
    PictureType type = PictureType.of(file).orElseThrow();
    ImageReader reader = ImageIO.getImageReadersByFormatName(type.format()).next();
    try (ImageInputStream in = new TimedInput(file, shape.length(), limit)) {
      // Without metadata: packed texts in it could be large, too
      reader.setInput(in, true, true);
      reader.addIIOReadProgressListener(new Stopper(limit));
      BufferedImage image = reader.read(0, sparse(reader, shape));
      limit.check();
      return image;
    } catch (IOException | RuntimeException broken) {
      limit.check();
      throw new PictureException(PictureFault.BROKEN);
    } finally {
      reader.dispose();
    }
  }

  private ImageReadParam sparse(ImageReader reader, PictureShape shape) throws IOException {
    if (reader.getWidth(0) != shape.width() || reader.getHeight(0) != shape.height()) {
      throw new IOException("the reader sees another picture than we do");
    }
    ImageReadParam param = reader.getDefaultReadParam();
    int step = use.step(shape.width(), shape.height());
    param.setSourceSubsampling(step, step, 0, 0);
    if (shape.passes() > 1) {
      // The pixels of earlier passes would only be written over
      param.setSourceProgressivePasses(shape.passes() - 1, 1);
    }
    return param;
  }
}

package io.zhenma.picture;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file in memory that can be read for a limited time. The JDK's JPEG reader is native code that
 * no interrupt stops, but it asks for a few kilobytes at a time and gives up when it gets none.
 */
final class TimedInput extends ImageInputStreamImpl {
  private final byte[] file;
  private final int length;
  private final TimeLimit limit;

  /**
   * @param length how much of the file there is to read
   */
  TimedInput(byte[] file, int length, TimeLimit limit) {
    this.file = file;
    this.length = length;
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    bitOffset = 0;
    int left = left();
    return left == 0 ? -1 : file[(int) streamPos++] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int most) throws IOException {
    bitOffset = 0;
    int count = Math.min(most, left());
    if (count == 0) {
      return most == 0 ? 0 : -1;
    }
    System.arraycopy(file, (int) streamPos, into, offset, count);
    streamPos += count;
    return count;
  }

  private int left() throws IOException {
    if (limit.isOver()) {
      throw new IOException("reading the picture takes too long");
    }
    return (int) Math.max(0, length - streamPos);
  }

  @Override
  public long length() {
    return length;
  }
}

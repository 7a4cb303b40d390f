package io.zhenma.delivery;

import io.zhenma.crypto.Sha256;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Length and SHA-256 of what went through. */
final class Measure {
  private final MessageDigest digest = Sha256.start();
  private long bytes;

  /** Measures what is written to {@code out} from now on; closing leaves {@code out} open. */
  OutputStream on(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
      }

      @Override
      public void write(byte[] part, int from, int length) throws IOException {
        out.write(part, from, length);
        digest.update(part, from, length);
        bytes += length;
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  long bytes() {
    return bytes;
  }

  /** To be asked once, in the end. */
  String sha256() {
    return Sha256.hex(digest);
  }
}

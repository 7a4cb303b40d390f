package io.zhenma.crypto;

import java.util.Arrays;
import java.util.HexFormat;

/** 128 bits that stand for a person's or device's identifier and cannot be turned back into it. */
public final class Fingerprint {
  public static final int BYTES = 16;

  private final byte[] bytes;

  /** Takes the {@value #BYTES} bytes of a stored fingerprint. */
  public Fingerprint(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a fingerprint has 128 bits");
    }
    this.bytes = Arrays.copyOf(bytes, BYTES);
  }

  /** Reads 32 hexadecimal digits. */
  public static Fingerprint parse(String hex) {
    return new Fingerprint(HexFormat.of().parseHex(hex));
  }

  public byte[] bytes() {
    return Arrays.copyOf(bytes, BYTES);
  }

  /** The first 64 bits: enough to tell an item's few devices apart. */
  public long prefix() {
    return java.nio.ByteBuffer.wrap(bytes).getLong();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprint that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** 32 hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}

package io.zhenma.label;

/** A text as codewords: block by block, each block's data followed by its error correction. */
final class QrCodewords {
  /** The two that fill what the text leaves (ISO/IEC 18004, 7.4.10). */
  private static final int[] PADDING = {0xec, 0x11};

  private static final int TERMINATOR_BITS = 4;

  private QrCodewords() {}

  static byte[] of(String text, QrSegmentation segmentation, ErrorCorrection level) {
    byte[] data = data(text, segmentation, level);
    QrBlocks blocks = QrBlocks.of(segmentation.version(), level);
    ReedSolomon correction = ReedSolomon.ofDegree(blocks.correcting());
    byte[] codewords = new byte[QrVersion.codewords(segmentation.version())];
    int from = 0;
    for (int block = 0; block < blocks.count(); block++) {
      int start = blocks.start(block);
      int length = blocks.data(block);
      System.arraycopy(data, from, codewords, start, length);
      correction.correct(codewords, start, length, start + length);
      from += length;
    }
    return codewords;
  }

  private static byte[] data(String text, QrSegmentation segmentation, ErrorCorrection level) {
    byte[] data = new byte[QrVersion.dataCodewords(segmentation.version(), level)];
    BitWriter bits = new BitWriter(data);
    int used = 0;
    for (QrSegment segment : segmentation.segments()) {
      segment.write(text, segmentation.range(), bits);
      used += segment.bits(segmentation.range());
    }
    int spare = Math.min(TERMINATOR_BITS, 8 * data.length - used);
    if (spare > 0) {
      bits.append(0, spare);
    }
    int filled = bits.finish();
    for (int i = filled; i < data.length; i++) {
      data[i] = (byte) PADDING[(i - filled) % 2];
    }
    return data;
  }
}

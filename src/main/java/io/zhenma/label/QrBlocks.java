package io.zhenma.label;

/**
 * How codewords are divided (ISO/IEC 18004, 7.5.1): {@code count} blocks with equally many
 * correcting codewords; the last ones have a data codeword more where the number doesn't divide.
 *
 * @param shortData data codewords of a shorter block
 * @param shorter blocks that are shorter
 * @param correcting error correction codewords of each block
 */
record QrBlocks(int count, int shorter, int shortData, int correcting) {
  static QrBlocks of(int version, ErrorCorrection level) {
    int count = QrVersion.blocks(version, level);
    int data = QrVersion.dataCodewords(version, level);
    return new QrBlocks(
        count, count - data % count, data / count, QrVersion.correctingABlock(version, level));
  }

  int data(int block) {
    return block < shorter ? shortData : shortData + 1;
  }

  /** Number of the block's first codeword, when each block's data is followed by its correction. */
  int start(int block) {
    return block * (shortData + correcting) + Math.max(0, block - shorter);
  }
}

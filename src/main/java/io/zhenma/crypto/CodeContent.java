package io.zhenma.crypto;

/**
 * What a serial number says once decrypted.
 *
 * @param kind outer or inner code of the item
 * @param batch the brand's batch number, 0 to 2^28 - 1
 * @param item the item in the batch, 0 to 2^30 - 1
 */
public record CodeContent(CodeKind kind, int batch, int item) {
  static final int BATCH_BITS = 28;
  static final int ITEM_BITS = 30;

  /** Largest batch number. */
  public static final int MAX_BATCH = (1 << BATCH_BITS) - 1;

  /** Largest number of items in one batch. */
  public static final int MAX_ITEMS = 1 << ITEM_BITS;

  public CodeContent {
    if (batch < 0 || batch > MAX_BATCH) {
      throw new IllegalArgumentException("batch number out of 0.." + MAX_BATCH);
    }
    if (item < 0 || item >= MAX_ITEMS) {
      throw new IllegalArgumentException("item number out of 0.." + (MAX_ITEMS - 1));
    }
  }

  /** As 59 bits: kind, batch, item from the highest. */
  long bits() {
    return bits(kind, batch, item);
  }

  static long bits(CodeKind kind, int batch, int item) {
    return ((long) kind.ordinal() << (BATCH_BITS + ITEM_BITS)) | ((long) batch << ITEM_BITS) | item;
  }

  static CodeContent of(long bits) {
    return new CodeContent(
        CodeKind.values()[(int) (bits >>> (BATCH_BITS + ITEM_BITS))],
        (int) (bits >>> ITEM_BITS) & MAX_BATCH,
        (int) bits & (MAX_ITEMS - 1));
  }
}

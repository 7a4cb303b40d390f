package io.zhenma.scan;

import io.zhenma.crypto.CodeKind;
import io.zhenma.issuing.BatchView;

/**
 * An item of a brand that a code led to.
 *
 * @param text the code in its short form: serial number, or code of an earlier system
 * @param item its number in the batch
 */
public record FoundItem(String text, CodeKind kind, BatchView batch, int item) {}

package io.zhenma.issuing;

/**
 * How one item stands.
 *
 * @param ofWholeBatch whether all items of its batch are like it
 */
public record ItemState(BatchState state, boolean ofWholeBatch) {}

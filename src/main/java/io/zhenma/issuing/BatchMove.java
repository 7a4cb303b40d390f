package io.zhenma.issuing;

import java.time.Instant;

/**
 * Items of a batch went from one state to another: who, when, why.
 *
 * @param first the lowest item that moved
 * @param last the highest item that moved; between the two there may be items that did not
 * @param count how many items moved
 * @param lastAt when the last of them moved, for scans at a line that follow each other
 */
record BatchMove(
    MoveScope scope,
    BatchState from,
    BatchState to,
    int first,
    int last,
    long count,
    String reason,
    long userId,
    Instant at,
    Instant lastAt) {}

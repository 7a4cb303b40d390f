package io.zhenma.lake;

/**
 * A file of the lake as it is written down.
 *
 * @param sum of all rows in it
 * @param sha256 of the file
 */
record LakeDay(LakePart part, LakeState state, RowDigest.Sum sum, long bytes, String sha256) {}

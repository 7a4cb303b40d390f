package io.zhenma.foreign;

/**
 * How far an import has come.
 *
 * @param bytes of the file that were read
 * @param rows records after the first line
 */
record ImportCounts(long bytes, int rows, int accepted, int refused) {}

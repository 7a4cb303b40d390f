/**
 * Codes that a brand's earlier system printed: their import from CSV, and the look-up of one of
 * them. Such codes have rows, since nothing can compute them; once imported they are items of a
 * batch like all others. Others see {@link io.zhenma.foreign.ForeignCodes} and {@link
 * io.zhenma.foreign.ForeignLink}. Imports {@code gs1}, {@code crypto}, {@code problem}, {@code
 * csv}, {@code tenancy} and {@code issuing}.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.foreign;

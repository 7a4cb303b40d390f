/**
 * The benchmark: codes, scans and reports, each against a named alternative in the same run.
 *
 * <p>The alternatives live here and nowhere else. Imports {@code lake} and what stands left of it;
 * only {@code app} imports this package.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.bench;

/**
 * What became of a batch's items, counted: issued, delivered, printed, on sale, scanned; and what
 * doesn't add up. Takes the reports of printing houses. Imports {@code issuing}, {@code problem}
 * and {@code tenancy}; reads the tables of {@code delivery} and {@code scan}.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.reconciliation;

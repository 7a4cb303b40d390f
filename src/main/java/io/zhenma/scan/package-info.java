/**
 * A scan's way: parse, admit, decode, decide and record, answer. The journal decides and records in
 * one transaction; whoever wants to know what was scanned follows the journal through {@link
 * io.zhenma.scan.JournalFollower}. Imports everything to the left of it and no {@code customer} or
 * {@code report}.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.scan;

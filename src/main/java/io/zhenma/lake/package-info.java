/**
 * The lake: closed days of scans leave the database as Parquet, a folder a day, and are checked
 * before they count. Also looks after the journal's partitions: weeks are made ahead of time, and
 * old ones are dropped once all of them is in the lake. Reads and drops the table scan; imports
 * {@code scan} and what stands left of it, and nothing that stands right of it.
 */
@org.jspecify.annotations.NullMarked
package io.zhenma.lake;

/** Tables that people download and open in spreadsheets. Imports {@code gs1}. */
@org.jspecify.annotations.NullMarked
package io.zhenma.csv;

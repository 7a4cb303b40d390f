package io.zhenma.foreign;

import java.util.List;
import java.util.Optional;

/**
 * One record of a CSV file.
 *
 * @param line where it begins, counted from 1
 * @param fields stripped, without their quotes
 * @param fault what is wrong with its form; its fields are then only as good as could be made out
 */
record CsvRecord(long line, List<String> fields, Optional<LineFault> fault) {
  /** The field of a column, or "" when the record is shorter. */
  String field(int column) {
    return column < fields.size() ? fields.get(column) : "";
  }
}

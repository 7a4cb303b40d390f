package io.zhenma.foreign;

import io.zhenma.gs1.Gs1Exception;
import io.zhenma.gs1.Gtin;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Judges the records of a file one after the other, as far as the file itself goes. Remembers the
 * codes that came before. Not for several threads.
 */
final class RowReader {
  private final ImportColumns columns;
  private final ImportDefaults defaults;
  private final Predicate<Gtin> isProduct;
  private final Predicate<String> isLot;
  private final SeenCodes seen = new SeenCodes();
  private final Map<String, String> gtins = new HashMap<>();

  /**
   * @param isProduct whether the brand has such a product
   * @param isLot whether a batch may have that lot
   */
  RowReader(
      ImportColumns columns,
      ImportDefaults defaults,
      Predicate<Gtin> isProduct,
      Predicate<String> isLot) {
    this.columns = columns;
    this.defaults = defaults;
    this.isProduct = isProduct;
    this.isLot = isLot;
  }

  ImportRow read(CsvRecord record) {
    int line = Math.toIntExact(record.line());
    try {
      requireForm(record);
      SpreadsheetText.refuse(code(record));
      ForeignCode code = ForeignCode.parse(code(record), defaults.ignoreCase());
      CodeGroup group = new CodeGroup(gtin(record), lot(record), expiry(record));
      byte[] hash = code.hash();
      int earlier = seen.put(hash, line);
      return earlier == 0
          ? new ImportRow.Candidate(line, code, hash, group)
          : refused(record, LineFault.DUPLICATE_IN_FILE, OptionalInt.of(earlier));
    } catch (ForeignCodeException wrong) {
      return refused(record, wrong.fault(), OptionalInt.empty());
    }
  }

  private ImportRow.Refused refused(CsvRecord record, LineFault fault, OptionalInt other) {
    return new ImportRow.Refused(
        Math.toIntExact(record.line()),
        Shown.of(code(record), ImportRow.LONGEST_SHOWN),
        fault,
        other);
  }

  private void requireForm(CsvRecord record) {
    record
        .fault()
        .ifPresent(
            fault -> {
              throw new ForeignCodeException(fault);
            });
    if (record.fields().size() != columns.width()) {
      throw new ForeignCodeException(LineFault.COLUMNS);
    }
  }

  private String code(CsvRecord record) {
    return ImportColumns.field(record, columns.code());
  }

  private String gtin(CsvRecord record) {
    String text = ImportColumns.field(record, columns.gtin());
    if (text.isEmpty()) {
      return defaults.gtin().orElseThrow(() -> new ForeignCodeException(LineFault.NO_PRODUCT));
    }
    String known = gtins.get(text);
    if (known == null) {
      SpreadsheetText.refuse(text);
      known = product(text);
      gtins.put(text, known);
    }
    return known;
  }

  private String product(String text) {
    try {
      Gtin gtin = Gtin.parse(text);
      if (!isProduct.test(gtin)) {
        throw new ForeignCodeException(LineFault.UNKNOWN_PRODUCT);
      }
      return gtin.digits();
    } catch (Gs1Exception noGtin) {
      throw new ForeignCodeException(LineFault.of(noGtin.error()));
    }
  }

  private String lot(CsvRecord record) {
    String text = ImportColumns.field(record, columns.lot());
    if (text.isEmpty()) {
      return defaults.lot().orElseThrow(() -> new ForeignCodeException(LineFault.LOT));
    }
    SpreadsheetText.refuseAsLot(text);
    if (!isLot.test(text)) {
      throw new ForeignCodeException(LineFault.LOT);
    }
    return text;
  }

  private Optional<LocalDate> expiry(CsvRecord record) {
    String text = ImportColumns.field(record, columns.expiry());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> day = ExpiryText.parse(text);
    if (day.isEmpty()) {
      throw new ForeignCodeException(LineFault.EXPIRY);
    }
    return day;
  }
}

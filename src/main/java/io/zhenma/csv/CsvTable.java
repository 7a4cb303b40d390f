package io.zhenma.csv;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Writes CSV (RFC 4180) row by row: UTF-8 with a byte order mark, so that spreadsheets show Chinese
 * names, every field in quotes, and none that a spreadsheet would calculate.
 */
public final class CsvTable implements Closeable {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final CSVPrinter csv;

  /** Begins a table; columns are named in its first row. */
  public CsvTable(OutputStream out, String... columns) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write(BYTE_ORDER_MARK);
    csv = new CSVPrinter(writer, CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get());
    csv.printRecord((Object[]) columns);
  }

  /** Adds a row. Numbers stay numbers; everything else is text. */
  public void row(Object... values) throws IOException {
    List<Object> cells = new ArrayList<>(values.length);
    for (Object value : values) {
      cells.add(value instanceof Number ? value : HarmlessCell.of(value.toString()));
    }
    csv.printRecord(cells);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}

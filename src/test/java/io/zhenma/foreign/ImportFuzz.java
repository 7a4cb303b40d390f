package io.zhenma.foreign;

import static io.zhenma.gs1.FuzzText.require;

import io.zhenma.csv.HarmlessCell;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whole files as somebody may upload them. */
public final class ImportFuzz {
  private ImportFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    try (CsvReader csv = new CsvReader(new ByteArrayInputStream(data))) {
      Optional<CsvRecord> first = csv.read();
      if (first.isPresent()) {
        rows(csv, ImportColumns.of(first.get()), data);
      }
    } catch (ImportException refused) {
      require(refused.failure() != null, "a failure that is documented", refused);
      require(refused.line() <= lines(data), "its line is in the file", refused.line());
    }
  }

  private static void rows(CsvReader csv, ImportColumns columns, byte[] data)
      throws IOException, ImportException {
    ImportDefaults defaults =
        new ImportDefaults(
            Optional.of("06901234567892"),
            data.length % 2 == 0 ? Optional.of("L1") : Optional.empty(),
            data.length % 3 == 0);
    RowReader reader =
        new RowReader(
            columns, defaults, gtin -> gtin.digits().startsWith("0690"), lot -> lot.length() < 20);
    Set<ByteBuffer> taken = new HashSet<>();
    long last = 1;
    for (Optional<CsvRecord> next = csv.read(); next.isPresent(); next = csv.read()) {
      CsvRecord record = next.get();
      require(record.line() > last && record.line() <= lines(data), "lines go up", record.line());
      last = record.line();
      require(record.fields().size() <= CsvReader.MOST_FIELDS, "bounded fields", record.line());
      if (record.fault().isEmpty()) {
        requireReadBack(record);
      }
      row(reader.read(record), taken);
    }
  }

  private static void row(ImportRow row, Set<ByteBuffer> taken) {
    if (row instanceof ImportRow.Candidate candidate) {
      require(taken.add(ByteBuffer.wrap(candidate.hash())), "no code twice", candidate.code());
    } else {
      ImportRow.Refused refused = (ImportRow.Refused) row;
      require(refused.value().length() <= ImportRow.LONGEST_SHOWN, "cut", refused);
      require(
          Shown.of(refused.value(), ImportRow.LONGEST_SHOWN).equals(refused.value()),
          "nothing that can't be seen",
          refused);
      require(
          !HarmlessCell.of(refused.value()).matches("(?s)[=+@\\-\\t\\r].*"), "no formula", refused);
    }
  }

  /** Written down by the standard it is read as the same record. */
  private static void requireReadBack(CsvRecord record) throws IOException, ImportException {
    String line =
        record.fields().stream()
            .map(field -> "\"" + field.replace("\"", "\"\"") + "\"")
            .collect(Collectors.joining(","));
    byte[] file = ("x\n" + line).getBytes(StandardCharsets.UTF_8);
    try (CsvReader again = new CsvReader(new ByteArrayInputStream(file))) {
      List<String> head = again.read().orElseThrow().fields();
      require(head.equals(List.of("x")), "its head", head);
      require(
          again.read().orElseThrow().fields().equals(record.fields()), "written and read", record);
    }
  }

  private static long lines(byte[] data) {
    long lines = 1;
    for (byte octet : data) {
      lines += octet == '\n' || octet == '\r' ? 1 : 0;
    }
    return lines;
  }
}

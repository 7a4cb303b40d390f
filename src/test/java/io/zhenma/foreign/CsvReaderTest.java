package io.zhenma.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenma.gs1.Unseen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linesEndInAnyWay(String end) throws Exception {
    List<CsvRecord> records = read(String.join(end, "code,lot", "A,1", "", "B,2"));

    assertThat(records)
        .extracting(CsvRecord::fields)
        .containsExactly(List.of("code", "lot"), List.of("A", "1"), List.of("B", "2"));
    assertThat(records).extracting(CsvRecord::line).containsExactly(1L, 2L, 4L);
  }

  @Test
  void quotesHoldCommasQuotesAndLines() throws Exception {
    List<CsvRecord> records = read("\"a,b\",\"say \"\"x\"\"\",\"two\r\nlines\"\r\nnext,,\r\n");

    assertThat(records.get(0).fields()).containsExactly("a,b", "say \"x\"", "two\nlines");
    assertThat(records.get(1).fields()).containsExactly("next", "", "");
    assertThat(records.get(1).line()).isEqualTo(3);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstName() throws Exception {
    assertThat(read("\uFEFFcode\nA\n").get(0).fields()).containsExactly("code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\"b,c", "\"a\"b,c", "\"a\" ,c"})
  void aQuoteWhereNoneMayStandFaultsItsLineAlone(String line) throws Exception {
    List<CsvRecord> records = read(line + "\nnext,1\n");

    assertThat(records.get(0).fault()).contains(LineFault.QUOTING);
    assertThat(records.get(1).fields()).containsExactly("next", "1");
    assertThat(records.get(1).fault()).isEmpty();
  }

  @Test
  void tooLongAFieldFaultsItsLineAlone() throws Exception {
    List<CsvRecord> records = read("码".repeat(5_000) + ",x\nnext,1\n");

    assertThat(records.get(0).fault()).contains(LineFault.TOO_LONG);
    assertThat(records.get(1).fields()).containsExactly("next", "1");
  }

  @Test
  void tooManyFieldsFaultTheirLineAlone() throws Exception {
    List<CsvRecord> records = read(",".repeat(1_000) + "\nnext\n");

    assertThat(records.get(0).fault()).contains(LineFault.COLUMNS);
    assertThat(records.get(0).fields()).hasSize(CsvReader.MOST_FIELDS);
    assertThat(records.get(1).fields()).containsExactly("next");
  }

  @Test
  void aQuoteWithoutAnEndIsToldWithItsLine() {
    String file = "code\nA\n\"B\n" + "C\n".repeat(100_000);

    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            ImportException.class,
            refused -> {
              assertThat(refused.failure()).isEqualTo(ImportFailure.UNCLOSED_QUOTE);
              assertThat(refused.line()).isEqualTo(3);
            });
  }

  @Test
  void anotherEncodingIsToldWithItsNameAndLine() {
    byte[] gbk = "code,lot\nA1,1\nA2,真码批次\n".getBytes(Charset.forName("GBK"));
    byte[] utf16 = "code\nA\n".getBytes(StandardCharsets.UTF_16);
    byte[] utf16WithoutMark = "code\nA\n".getBytes(StandardCharsets.UTF_16LE);

    assertEncoding(gbk, "GBK", 3);
    assertEncoding(utf16, "UTF-16", 1);
    assertEncoding(utf16WithoutMark, "UTF-16", 1);
    assertThatThrownBy(() -> read(new byte[] {'a', '\n', (byte) 0xC3, 0x28}))
        .isInstanceOfSatisfying(
            ImportException.class,
            refused ->
                assertThat(refused.failure())
                    .isIn(ImportFailure.ENCODING_UNKNOWN, ImportFailure.ENCODING));
  }

  private static void assertEncoding(byte[] file, String name, long line) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            ImportException.class,
            refused -> {
              assertThat(refused.failure()).isEqualTo(ImportFailure.ENCODING);
              assertThat(refused.detail()).isEqualTo(name);
              assertThat(refused.line()).isEqualTo(line);
            });
  }

  @Property
  void whatIsWrittenByTheStandardIsReadBack(
      @ForAll @Size(min = 1, max = 5) List<@Size(min = 1, max = 4) List<String>> records)
      throws Exception {
    String file =
        records.stream()
            .map(
                fields ->
                    fields.stream().map(CsvReaderTest::quoted).collect(Collectors.joining(",")))
            .collect(Collectors.joining("\r\n"));
    List<List<String>> expected =
        records.stream()
            .map(fields -> fields.stream().map(CsvReaderTest::expected).toList())
            .toList();

    // A header first: a file that begins with a zero byte is taken for UTF-16
    assertThat(read("code\n" + file))
        .extracting(CsvRecord::fields)
        .startsWith(List.of("code"))
        .endsWith(expected.toArray(List[]::new));
  }

  private static String quoted(String field) {
    return "\"" + encodable(field).replace("\"", "\"\"") + "\"";
  }

  private static String expected(String field) {
    return Unseen.trim(encodable(field).replace("\r\n", "\n").replace('\r', '\n'));
  }

  private static String encodable(String field) {
    return new String(field.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static List<CsvRecord> read(String file) throws IOException, ImportException {
    return read(file.getBytes(StandardCharsets.UTF_8));
  }

  private static List<CsvRecord> read(byte[] file) throws IOException, ImportException {
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader csv = new CsvReader(new ByteArrayInputStream(file))) {
      for (Optional<CsvRecord> next = csv.read(); next.isPresent(); next = csv.read()) {
        records.add(next.get());
      }
    }
    return records;
  }
}

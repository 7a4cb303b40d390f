package io.zhenma.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '\u0001',
      quoteCharacter = '\u0002',
      value = {
        "=1+1\u0001'=1+1",
        "x;=1+1\u0001x;'=1+1",
        "x; \u00A0=1+1\u0001x; \u00A0'=1+1",
        "\u00A0=1+1\u0001\u00A0'=1+1",
        "\u200B=1\u0001\u200B'=1",
        "a|-1\u0001a|'-1",
        "a，＝1\u0001a，'＝1",
        "\"=1\u0001\"'=1",
        "http://old.example.cn/?a=1-2\u0001http://old.example.cn/?a=1-2",
        "AB-12\u0001AB-12"
      })
  void noCellIsAFormulaWhateverSeparatesCells(String value, String written) {
    assertThat(HarmlessCell.of(value)).isEqualTo(written);
  }

  @Property(tries = 500)
  void noPieceBeginsAsAFormula(@ForAll("texts") String value) {
    for (String piece : HarmlessCell.of(value).split("[,;|\t\r\n\"，；]", -1)) {
      assertThat(piece.replaceFirst("^[\\s\u00A0\u200B\uFEFF]+", "")).doesNotMatch("(?s)[=+@＝-].*");
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("=+-@,;|\t\r\n\"，；＝ \u00A0\u200B\uFEFFab1'")
        .ofMaxLength(12);
  }

  @Test
  void everyFieldIsQuoted() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvTable table = new CsvTable(out, "line", "code")) {
      table.row(3, "x;=1+\"1\"");
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("\uFEFF\"line\",\"code\"\r\n\"3\",\"x;'=1+\"\"1\"\"\"\r\n");
  }
}

package io.zhenma.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLinesTest {

  @Property
  void everyLineComesOnceWhateverEndsIt(
      @ForAll @Size(max = 30) List<@StringLength(min = 1, max = 40) @CharRange(from = 'a', to = 'z') String> lines)
      throws IOException {
    for (String end : List.of("\n", "\r\n")) {
      assertThat(texts(String.join(end, lines))).isEqualTo(lines);
      assertThat(texts(String.join(end, lines) + (lines.isEmpty() ? "" : end))).isEqualTo(lines);
    }
  }

  @Test
  void linesCrossTheBordersOfBlocks() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      lines.add("line number " + i);
    }
    assertThat(texts(String.join("\n", lines))).isEqualTo(lines);
  }

  @Test
  void ofALineThatIsTooLongOnlyTheStartIsKept() throws IOException {
    TextLines lines = new TextLines(stream("x".repeat(1_000_000) + "\nshort"));

    assertThat(lines.next()).isEqualTo(new TextLines.Line(1, "x".repeat(TextLines.LONGEST), true));
    assertThat(lines.next()).isEqualTo(new TextLines.Line(2, "short", false));
    assertThat(lines.next()).isNull();
  }

  @Test
  void theMarkOfASpreadsheetIsNoPartOfTheText() throws IOException {
    assertThat(texts("\uFEFF7\n8")).containsExactly("7", "8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"7|7", "\" 7 \",spoiled|7;spoiled", "1-2 , x|1-2;x", "7,|7;"})
  void cellsAreWithoutQuotesAndSpace(String text, String cells) {
    assertThat(new TextLines.Line(1, text, false).cells()).containsExactly(cells.split(";", -1));
  }

  private static List<String> texts(String text) throws IOException {
    TextLines lines = new TextLines(stream(text));
    List<String> texts = new ArrayList<>();
    for (TextLines.Line line = lines.next(); line != null; line = lines.next()) {
      assertThat(line.number()).isEqualTo(texts.size() + 1);
      texts.add(line.text());
    }
    return texts;
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}

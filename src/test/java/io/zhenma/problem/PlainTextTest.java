package io.zhenma.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00a0",
        "\u3000\u2003",
        "\t ",
        "",
        "\u202f\u2007",
        "\u0301",
        "\u00a0\u0301 ",
      })
  void blanksAloneAreNoName(String name) {
    assertThat(refusal(name).key()).isEqualTo("length");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u202eb",
        "a\u2066b",
        "a\u200bb",
        "\ufeffa",
        "a\u200eb",
        "a\u061cb",
        "a\u00adb",
        "a\u2060b",
        "a\ue000b",
        "a\u0378b",
        "a\uffffb",
        "a\u2028b",
        "a\u0000b",
        "a\u0085b",
        "a\tb",
        "a\nb",
        "a\ud800b",
        "a\u3164b",
        "a\u2800b",
        "a\u115fb",
        "a\u034fb",
        "a\u200db",
        "a\u200cb",
        "真\u200d码",
        "\u200da",
        "a\u200d",
        "a\ufe0fb",
        "真\ufe0f",
        "1\ufe0f",
        "a\u180bb",
        "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC7F",
        "a\udb40\udc01b",
        "a\udb40\udd00",
        "a\ufff9b",
        "a\ufffdb",
        "Z\u0335\u0336\u0335\u0336\u0335\u0336\u0335\u0336\u0335",
      })
  void aSignThatNobodyCanSeeIsRefusedByName(String name) {
    FieldError refusal = refusal(name);
    assertThat(refusal.key()).isEqualTo("text");
    assertThat(refusal.arguments().get(0).toString()).matches("U\\+[0-9A-F]{4,6}( .+)?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "真码",
        "Müller & Söhne",
        "茶 Camellia™",
        "דוד",
        "شركة",
        "می\u200cخواهم",
        "ක්\u200dෂ",
        "क्\u200dष",
        "👩\u200d🔬",
        "👩🏽\u200d🚒",
        "❤\ufe0f",
        "❤\ufe0f\u200d🔥",
        "1\ufe0f\u20e3",
        "🏳\ufe0f\u200d🌈",
        "🇨🇳",
        "葛\udb40\udd00",
        "5\u00a0kg",
        "ᠮᠣᠩᠭᠣᠯ",
        "㈱トヨタ",
        "e\u0301x",
        "𠮷野家",
        "①②",
        "ཧྐྵྨླྺྼྻྂ",
        "Việt",
        "שָּׁ",
        "O’Neill – №1",
      })
  void whatPeopleWriteIsTaken(String name) {
    assertThat(FieldRule.plainText("name", name, 100)).isNotEmpty();
  }

  @Test
  void oneTextHasOneForm() {
    assertThat(FieldRule.plainText("name", "\u00a0Mu\u0308ller\u3000", 100))
        .isEqualTo("M\u00fcller");
  }

  @Test
  void linesEndInALineFeedAndNothingElseIsAllowedBesides() {
    assertThat(FieldRule.lines("note", " a\r\nb\u0301\n", 100)).isEqualTo("a\nb\u0301");
    assertThatThrownBy(() -> FieldRule.lines("note", "a\u202e\nb", 100))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void whatConsumersPasteLosesWhatNobodyCanSee() {
    assertThat(PlainText.readable("\ufeff假\u200b货\u202e!\r\n👩\u200d🔬"))
        .isEqualTo("假货!\r\n👩\u200d🔬");
  }

  private static FieldError refusal(String name) {
    List<FieldError> errors =
        ((ProblemException)
                org.assertj.core.api.Assertions.catchThrowable(
                    () -> FieldRule.plainText("name", name, 100)))
            .errors();
    return errors.get(0);
  }
}

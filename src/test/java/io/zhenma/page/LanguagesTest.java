package io.zhenma.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  private final Languages languages = new Languages();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh-CN,zh;q=0.9,en;q=0.8 | zh",
        "zh-Hans-CN | zh",
        "zh-TW | zh",
        "ZH | zh",
        "en-GB,en;q=0.9,zh;q=0.1 | en",
        "en;q=0.2, zh;q=0.7 | zh",
        "fr-FR,fr;q=0.9,zh;q=0.3 | zh",
        "fr | en",
        "* | en",
        "zh;q=0, fr | en",
        "zh;q=zero | zh",
        "zh-CN,zh_CN;q=0.8 | zh",
        ";;;, | en",
        "'' | en",
      })
  void theWishedForLanguageIsChosen(String header, String language) {
    assertThat(languages.choose(header).getLanguage()).isEqualTo(language);
  }

  @Test
  void withoutAHeaderItIsEnglish() {
    assertThat(languages.choose(null)).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void ofAnEndlessHeaderTheBeginningIsRead() {
    assertThat(languages.choose("fr," + "de,".repeat(10_000) + "zh")).isEqualTo(Locale.ENGLISH);
    assertThat(languages.choose("zh," + "de,".repeat(10_000))).isEqualTo(Locale.CHINESE);
  }

  @Test
  void everyMessagesFileIsALanguage() {
    assertThat(languages.spoken()).contains(Locale.ENGLISH, Locale.CHINESE);
  }

  @Test
  void aRegionFallsBackToItsLanguage() {
    assertThat(languages.nearest(Locale.SIMPLIFIED_CHINESE)).isEqualTo(Locale.CHINESE);
    assertThat(languages.nearest(Locale.FRANCE)).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void aFileOfTheOperatorsAddsALanguageAndLeansOnEnglish(@TempDir Path directory)
      throws IOException {
    Files.writeString(
        directory.resolve("messages_fr.properties"), "outcome.genuine-first.headline=Authentique");
    Languages more = new Languages(Optional.of(directory));
    assertThat(more.choose("fr-CA,en;q=0.5")).isEqualTo(Locale.FRENCH);
    String page =
        new VerificationPages(more)
            .verdictFragment(Verdicts.of("genuine-first", Locale.FRENCH), Locale.FRENCH);
    assertThat(page).contains(">Authentique</h1>", "You are the first to check it");
    assertThat(more.texts(Locale.FRENCH).text("page.lang")).isEqualTo("fr");
  }

  @Test
  void aFileOfTheOperatorsReplacesSingleTexts(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("messages_zh.properties"), "site.name=武陵验真");
    Languages own = new Languages(Optional.of(directory));
    assertThat(own.texts(Locale.CHINESE).text("site.name")).isEqualTo("武陵验真");
    assertThat(own.texts(Locale.CHINESE).text("landing.headline")).isEqualTo("是真品吗？");
  }

  @Test
  void someScriptsRunFromRightToLeft(@TempDir Path directory) throws IOException {
    for (String language : List.of("ar", "ug", "he", "vi")) {
      Files.writeString(
          directory.resolve("messages_" + language + ".properties"), "page.title=" + language);
    }
    Languages more = new Languages(Optional.of(directory));
    VerificationPages pages = new VerificationPages(more);
    for (String leftwards : List.of("ar", "ug", "he")) {
      Locale locale = more.choose(leftwards);
      assertThat(new String(pages.landing(locale).html(), StandardCharsets.UTF_8))
          .contains("lang=\"" + leftwards + "\" dir=\"rtl\"");
    }
    assertThat(more.texts(more.choose("vi")).text("page.dir")).isEqualTo("ltr");
  }

  @Test
  void aFileThatCannotBeReadStopsTheStart(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("messages_fr.properties"), "page.title=\\u00zz");
    assertThatThrownBy(() -> new Languages(Optional.of(directory)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("messages_fr.properties");
  }
}

package io.zhenma.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
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
        "zh;q=zero | en",
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
  void anEndlessHeaderIsNotRead() {
    assertThat(languages.choose("zh," + "zh-CN,".repeat(1000))).isEqualTo(Locale.ENGLISH);
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
}

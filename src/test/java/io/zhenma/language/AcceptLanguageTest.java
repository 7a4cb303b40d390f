package io.zhenma.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptLanguageTest {
  private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.CHINESE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zh-CN,zh_CN;q=0.8           | zh",
        "zh_TW                       | zh",
        "zh-Hant-TW                  | zh",
        "ZH-cn                       | zh",
        "zh-CN,,en;q=0.5             | zh",
        ", ,zh;q=0.5,                | zh",
        "zh;q=abc                    | zh",
        "zh;q=abc,en;q=0.1           | en",
        "zh;q=                       | zh",
        "zh;q=2                      | zh",
        "zh;q=-1,en;q=0.2            | en",
        "zh; q = 0.9, en ; q=0.3     | zh",
        "en;q=0.80001,zh;q=0.9       | zh",
        "zh;level=1;q=0.2            | zh",
        "*                           | en",
        "*,zh;q=0.5                  | zh",
        "fr,zh;q=0.1                 | zh",
        "en;q=0,zh                   | zh",
        "zh;q=0                      | en",
        "zh;q=0.0,*                  | en",
        "yue-Hant-HK,en;q=0.5        | zh",
        "i-klingon,123,zh-toolongsubtag,zh | zh",
        "zh\u0000,en                 | en",
        "<script>,zh-CN              | zh",
        "q=1;zh,zh                   | zh",
        "zh_CN.UTF-8                 | zh",
        "zh_CN@stroke,en;q=0.5       | zh",
        "\"zh-CN\", en                | zh",
        "zh-CN en                    | zh",
        "zh--Hans-,en                | zh",
        "chi,en;q=0.1                | zh",
        "en;q=0,*                    | zh",
        "de                          | en",
        "\u4e2d\u6587,zh             | zh",
      })
  void oneBadElementCostsThatElementAlone(String header, String language) {
    assertThat(chosen(header)).isEqualTo(language);
  }

  @Test
  void noHeaderAndAnEmptyOneAskForNothing() {
    assertThat(AcceptLanguage.choose(null, SPOKEN, Locale.ENGLISH)).isEqualTo(Locale.ENGLISH);
    assertThat(chosen("")).isEqualTo("en");
    assertThat(chosen(",,;q=1,;")).isEqualTo("en");
  }

  @Test
  void ofManyElementsTheReadersIsFound() {
    assertThat(chosen("xx;q=0.9,".repeat(200) + "zh-CN;q=0.1")).isEqualTo("zh");
    assertThat(chosen("zh-CN," + "xx;q=0.9,".repeat(20_000))).isEqualTo("zh");
    assertThat(chosen("z".repeat(60_000))).isEqualTo("en");
  }

  private static String chosen(String header) {
    return AcceptLanguage.choose(header, SPOKEN, Locale.ENGLISH).getLanguage();
  }
}

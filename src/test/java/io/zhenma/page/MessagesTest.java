package io.zhenma.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

  static Stream<Locale> languages() {
    return new Languages().spoken().stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageHasTheSameKeys(Locale language) {
    MessageFiles files = new MessageFiles(Optional.empty());
    assertThat(files.read(language).keySet())
        .containsExactlyInAnyOrderElementsOf(files.read(Locale.ENGLISH).keySet());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void noTextIsEmptyAndPlaceholdersAreKnown(Locale language) {
    assertThat(new Languages().texts(language).texts())
        .allSatisfy(
            (key, text) -> {
              assertThat(text).isNotBlank();
              assertThat(PLACEHOLDER.matcher(text).results().map(MatchResult::group))
                  .isSubsetOf("{brand}", "{when}", "{place}", "{value}");
            });
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyReasonSaysWhy(Locale language) {
    Messages messages = new Languages().texts(language);
    assertThat(
            Stream.of(
                "many-devices many-strangers many-places impossible-travel places-at-once rush checked-early outside-territory confirmed-copy brand-cleared batch-not-active past-expiry batch-recalled batch-void key-revoked bad-code altered-link unknown-product outer-code first-check checked-before automated-look"
                    .split(" ")))
        .allSatisfy(reason -> assertThat(messages.find("reason." + reason)).isPresent());
  }
}

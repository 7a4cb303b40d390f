package io.zhenma;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The console's texts in both languages. */
class ConsoleMessagesTest {

  private static final Path CONSOLE = Path.of("web", "console", "src");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
  private static final Pattern USED = Pattern.compile("\\bt\\('([\\w.-]+\\.[\\w.-]+)'");

  private final Map<String, String> english = read("en.json");
  private final Map<String, String> chinese = read("zh.json");

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertThat(chinese.keySet()).isEqualTo(english.keySet());
    assertThat(chinese.values()).noneMatch(String::isBlank);
    assertThat(english.values()).noneMatch(String::isBlank);
  }

  @Test
  void bothLanguagesFillTheSamePlaceholders() {
    assertThat(english)
        .allSatisfy(
            (key, text) ->
                assertThat(placeholders(chinese.getOrDefault(key, "")))
                    .as(key)
                    .isEqualTo(placeholders(text)));
  }

  @Test
  void everyTextThatAPageNamesExists() throws IOException {
    for (Path source : sources()) {
      List<String> used =
          USED.matcher(Files.readString(source)).results().map(match -> match.group(1)).toList();
      assertThat(english.keySet()).as(source.toString()).containsAll(used);
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(CONSOLE)) {
      return files.filter(file -> file.toString().endsWith(".js")).toList();
    }
  }

  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    PLACEHOLDER.matcher(text).results().map(MatchResult::group).forEach(found::add);
    return found;
  }

  private static Map<String, String> read(String file) {
    try {
      byte[] json = Files.readAllBytes(CONSOLE.resolve("messages").resolve(file));
      return new ObjectMapper().readValue(json, new TypeReference<Map<String, String>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.zhenma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the audit log records has words in the console. */
class AuditTextsTest {
  private static final Path MESSAGES = Path.of("web/console/src/messages");

  /** A statement that writes into the audit log, up to its end. */
  private static final Pattern WRITES =
      Pattern.compile("\\b(?:record|audit|note\\w*|failed|count)\\([^;{]*;");

  /** A name of several words; other texts in such statements have a blank, a colon or a slash. */
  private static final Pattern ACTION = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

  /** What stands in such statements and is no action. */
  private static final Set<String> SUBJECTS = Set.of("audit-log");

  @Test
  void eachActionHasWordsInBothLanguages() throws IOException {
    String english = Files.readString(MESSAGES.resolve("en.json"));
    String chinese = Files.readString(MESSAGES.resolve("zh.json"));
    Set<String> actions = actions();
    assertThat(actions).contains("sign-in-failed", "user-created", "batch-moved");
    assertThat(actions)
        .filteredOn(action -> !SUBJECTS.contains(action))
        .allMatch(action -> english.contains("\"auditAction." + action + "\""))
        .allMatch(action -> chinese.contains("\"auditAction." + action + "\""));
  }

  private static Set<String> actions() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path source : sources()) {
      String text = Files.readString(source);
      if (text.contains("AuditLog") || text.contains("Refusals")) {
        WRITES
            .matcher(text)
            .results()
            .flatMap(write -> ACTION.matcher(write.group()).results())
            .map((MatchResult action) -> action.group(1))
            .forEach(found::add);
      }
    }
    return found;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}

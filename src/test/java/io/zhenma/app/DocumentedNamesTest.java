package io.zhenma.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.problem.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Names in the documents are those of the program. */
class DocumentedNamesTest {
  private static final Path API = Path.of("docs", "api.md");

  @Test
  void everyKindOfRefusalIsDocumentedAndNoOther() throws IOException {
    List<String> documented =
        Files.readAllLines(API).stream()
            .dropWhile(line -> !line.startsWith("| `type` ends in"))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .map(line -> line.split("`")[1])
            .toList();
    assertThat(documented)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProblemType.values()).map(ProblemType::slug).toList());
  }

  @Test
  void theBrandOfTheExamplesIsTheDemos() throws IOException {
    assertThat(
            Pattern.compile("/(?:\\.well-known/zhenma|c|p)/([a-z][a-z0-9-]*)/")
                .matcher(Files.readString(API))
                .results()
                .map(found -> found.group(1)))
        .isNotEmpty()
        .containsOnly(DemoPeople.SLUG);
  }
}

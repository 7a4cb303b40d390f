package io.zhenma.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhenma.traffic.CrawlerPattern.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Makes the list of crawlers from that of the project crawler-user-agents. */
public final class CrawlerListMaker {
  /** Its tags, the one that says most about a look at an item first. */
  private static final Map<String, Program> TAGS =
      Map.of(
          "social-preview", Program.PREVIEW,
          "scanner", Program.SECURITY_SCANNER,
          "search-engine", Program.SEARCH_ENGINE,
          "ai-crawler", Program.SEARCH_ENGINE,
          "http-library", Program.LIBRARY);

  private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

  private CrawlerListMaker() {}

  /**
   * @param json the project's {@code crawler-user-agents.json}
   * @return the list as a file: a line a pattern, its kind, a tab, the expression
   * @throws IllegalArgumentException when the text is no such list; the message says where
   */
  public static String list(String json) {
    Set<String> leftOut = leftOut();
    List<String> lines = new ArrayList<>();
    for (JsonNode entry : entries(json)) {
      String pattern = entry.path("pattern").asText();
      if (pattern.isEmpty() || pattern.indexOf('\t') >= 0 || pattern.indexOf('\n') >= 0) {
        throw new IllegalArgumentException("entry " + (lines.size() + 1) + " has no pattern");
      }
      if (!leftOut.contains(pattern)) {
        for (String narrow : narrow(pattern, entry.path("instances"))) {
          lines.add(line(entry, narrow));
        }
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /**
   * A mere word is also in names of phones and companies ({@code Sonic} in ViewSonic): it counts as
   * a word of its own, or as the longer words that the list's examples have.
   */
  private static Set<String> narrow(String pattern, JsonNode instances) {
    if (!WORD.matcher(pattern).matches() || !CrawlerPattern.isMereName(pattern)) {
      return Set.of(pattern);
    }
    Set<String> words = new TreeSet<>();
    for (JsonNode instance : instances) {
      Matcher word = Pattern.compile("\\w*" + pattern + "\\w*").matcher(instance.asText());
      if (word.find()) {
        words.add("\\b" + word.group() + "\\b");
      }
    }
    return words.isEmpty() ? Set.of("\\b" + pattern + "\\b") : words;
  }

  private static String line(JsonNode entry, String pattern) {
    Program program = Program.AUTOMATION;
    for (JsonNode tag : entry.path("tags")) {
      Program tagged = TAGS.getOrDefault(tag.asText(), Program.AUTOMATION);
      boolean more = program == Program.AUTOMATION || tagged.compareTo(program) < 0;
      program = more ? tagged : program;
    }
    try {
      CrawlerPattern.of(program, pattern);
    } catch (PatternSyntaxException foreign) {
      throw new IllegalArgumentException(pattern + " is no expression of Java's");
    }
    return program.name() + "\t" + pattern;
  }

  private static JsonNode entries(String json) {
    try {
      JsonNode entries = new ObjectMapper().readTree(json);
      if (!entries.isArray()) {
        throw new IllegalArgumentException("not a list of crawlers");
      }
      return entries;
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("not JSON");
    }
  }

  private static Set<String> leftOut() {
    try (InputStream in = Crawlers.resource("/traffic/not-crawlers.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

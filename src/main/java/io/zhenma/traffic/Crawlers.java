package io.zhenma.traffic;

import io.zhenma.device.ModelPart;
import io.zhenma.traffic.CrawlerPattern.Program;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells programs by what they call themselves. One pass over the header finds the texts that
 * patterns are built around; only patterns whose text is there are tried. Immutable.
 */
final class Crawlers {
  /** Honest headers are shorter, and others say who they are at the start. */
  private static final int LONGEST = 1_024;

  private final List<CrawlerPattern> patterns;
  private final List<CrawlerPattern> withoutLiteral;
  private final LiteralFinder finder;

  Crawlers(List<CrawlerPattern> all) {
    patterns = all.stream().filter(pattern -> !pattern.literal().isEmpty()).toList();
    withoutLiteral = all.stream().filter(pattern -> pattern.literal().isEmpty()).toList();
    finder = new LiteralFinder(patterns.stream().map(CrawlerPattern::literal).toList());
  }

  /** The list that ships with the product, or another one in its place, and our own additions. */
  static Crawlers load(Optional<Path> otherList) {
    try {
      List<CrawlerPattern> all = new ArrayList<>();
      try (InputStream own = resource("/traffic/own.tsv");
          InputStream list =
              otherList.isPresent()
                  ? Files.newInputStream(otherList.get())
                  : resource("/traffic/crawlers.tsv")) {
        all.addAll(read(own));
        all.addAll(read(list));
      }
      return new Crawlers(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InputStream resource(String path) throws IOException {
    InputStream found = Crawlers.class.getResourceAsStream(path);
    if (found == null) {
      throw new FileNotFoundException(path);
    }
    return found;
  }

  private static List<CrawlerPattern> read(InputStream file) throws IOException {
    List<CrawlerPattern> all = new ArrayList<>();
    BufferedReader in = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      int tab = line.indexOf('\t');
      if (tab > 0 && !line.startsWith("#")) {
        Program program = Program.valueOf(line.substring(0, tab));
        alternatives(line.substring(tab + 1)).stream()
            .map(expression -> CrawlerPattern.of(program, expression))
            .forEach(all::add);
      }
    }
    return all;
  }

  /** Either of two texts as two patterns: then each has a text to look for first. */
  private static List<String> alternatives(String expression) {
    boolean simple = expression.indexOf('(') < 0 && expression.indexOf('[') < 0;
    return simple ? List.of(expression.split("\\|", -1)) : List.of(expression);
  }

  /** What the header says its sender is; empty for what a person may send. */
  Optional<Program> of(String header) {
    String head = header.length() > LONGEST ? header.substring(0, LONGEST) : header;
    BitSet hits = finder.in(head, LONGEST);
    @Nullable Program best = null;
    for (int i = hits.nextSetBit(0); i >= 0; i = hits.nextSetBit(i + 1)) {
      best = better(best, patterns.get(i), head);
    }
    for (CrawlerPattern pattern : withoutLiteral) {
      best = better(best, pattern, head);
    }
    return Optional.ofNullable(best);
  }

  private static @Nullable Program better(
      @Nullable Program best, CrawlerPattern pattern, String header) {
    boolean says = best == null || pattern.program().compareTo(best) < 0;
    return says && isIn(header, pattern) ? pattern.program() : best;
  }

  /** Few headers hold a mere name, and only theirs are taken apart. */
  private static boolean isIn(String header, CrawlerPattern pattern) {
    return pattern.mereName()
        ? pattern.matchesOutsideModel(ModelPart.withoutSystem(header))
        : pattern.matches(header);
  }
}

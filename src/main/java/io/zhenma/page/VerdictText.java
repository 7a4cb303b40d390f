package io.zhenma.page;

import io.zhenma.page.VerdictPage.First;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Puts a verdict into one language's words: the values of the verdict's template. */
final class VerdictText {
  /** The reasons that tell of a decision of the brand. */
  private static final Set<String> RULINGS = Set.of("confirmed-copy", "brand-cleared");

  private final VerdictPage verdict;
  private final Messages messages;
  private final String prefix;
  private final String brand;

  VerdictText(VerdictPage verdict, Messages messages) {
    this.verdict = verdict;
    this.messages = messages;
    this.prefix = "outcome." + verdict.outcome() + ".";
    this.brand =
        verdict.brand() == null ? messages.text("brand.unnamed") : Name.isolated(verdict.brand());
  }

  String headline() {
    return messages.text(prefix + "headline");
  }

  /**
   * @param offerRefinement whether the reader can be asked for a position at all (that takes a
   *     script)
   */
  Map<String, Object> values(boolean offerRefinement) {
    Map<String, Object> values = new HashMap<>();
    values.put("t", messages.texts());
    values.put("outcome", verdict.outcome());
    values.put("headline", headline());
    values.put("sub", byReason("sub"));
    values.put("lead", lead());
    values.put("first", firstVerified());
    values.put("facts", facts());
    values.put("advice", advice());
    values.putAll(new HouseText(verdict, messages).values());
    values.putAll(new ItemText(verdict, messages).values());
    values.put("entry", verdict.next().entry());
    values.put("complaint", verdict.next().complaint());
    values.put(
        "refine", offerRefinement && verdict.canRefine() ? fill(messages.text("refine.text")) : "");
    return values;
  }

  String lead() {
    return byReason("lead");
  }

  /** A reason may change what is said of an outcome: an outer code isn't "checked before". */
  private String byReason(String part) {
    return fill(
        verdict.reasons().stream()
            .flatMap(reason -> messages.find(prefix + part + "." + reason).stream())
            .findFirst()
            .orElseGet(() -> messages.text(prefix + part)));
  }

  private List<Map<String, String>> facts() {
    List<Map<String, String>> facts = new ArrayList<>();
    for (String reason : rulingFirst()) {
      // Once it's told when the first check was, there is no need to say that there was one
      if (!(reason.equals("checked-before") && verdict.first() != null)) {
        messages
            .find("reason." + reason)
            .ifPresent(text -> facts.add(Map.of("slug", reason, "text", dated(fill(text)))));
      }
    }
    return facts;
  }

  /** What the brand found out weighs more than anything that was computed. */
  private List<String> rulingFirst() {
    return verdict.reasons().stream()
        .sorted(Comparator.comparing(reason -> !RULINGS.contains(reason)))
        .toList();
  }

  /** That and when the brand looked into the code, and what it found; empty when it didn't. */
  String ruling() {
    return verdict.reasons().stream()
        .filter(RULINGS::contains)
        .findFirst()
        .map(reason -> dated(fill(messages.text("reason." + reason))))
        .orElse("");
  }

  private String dated(String text) {
    return text.replace(
        "{when}",
        verdict.ruledAt() == null
            ? messages.text("ruling.earlier")
            : format("format.date").format(verdict.ruledAt()));
  }

  /** When and where the code was first verified; nothing if that is this very scan. */
  private String firstVerified() {
    First first = verdict.first();
    if (first == null || verdict.outcome().equals("genuine-first")) {
      return "";
    }
    String when = format("format.instant").format(first.at());
    String key = first.place().isBlank() ? "first.when" : "first.when-where";
    return messages.text(key).replace("{when}", when).replace("{place}", first.place());
  }

  private DateTimeFormatter format(String key) {
    return DateTimeFormatter.ofPattern(messages.text(key), messages.locale())
        .withZone(verdict.zone());
  }

  private List<String> advice() {
    return IntStream.iterate(1, i -> i + 1)
        .mapToObj(i -> "advice." + i)
        .takeWhile(part -> messages.find(prefix + part).isPresent())
        .map(this::byReason)
        .toList();
  }

  private String fill(String text) {
    return text.replace("{brand}", brand);
  }
}

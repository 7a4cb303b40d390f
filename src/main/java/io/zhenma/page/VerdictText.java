package io.zhenma.page;

import io.zhenma.page.VerdictPage.First;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Puts a verdict into one language's words: the values of the verdict's template. */
final class VerdictText {

  private final VerdictPage verdict;
  private final Messages messages;
  private final String prefix;
  private final String brand;

  VerdictText(VerdictPage verdict, Messages messages) {
    this.verdict = verdict;
    this.messages = messages;
    this.prefix = "outcome." + verdict.outcome() + ".";
    this.brand = verdict.brand() == null ? messages.text("brand.unnamed") : verdict.brand();
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
    for (String reason : verdict.reasons()) {
      // Once it's told when the first check was, there is no need to say that there was one
      if (!(reason.equals("checked-before") && verdict.first() != null)) {
        messages
            .find("reason." + reason)
            .ifPresent(text -> facts.add(Map.of("slug", reason, "text", fill(text))));
      }
    }
    return facts;
  }

  /** When and where the code was first verified; nothing if that is this very scan. */
  private String firstVerified() {
    First first = verdict.first();
    if (first == null || verdict.outcome().equals("genuine-first")) {
      return "";
    }
    String when =
        DateTimeFormatter.ofPattern(messages.text("format.instant"), messages.locale())
            .withZone(verdict.zone())
            .format(first.at());
    String key = first.place().isBlank() ? "first.when" : "first.when-where";
    return messages.text(key).replace("{when}", when).replace("{place}", first.place());
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

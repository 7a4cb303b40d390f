package io.zhenma.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.gs1.Decorations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An imported code is found however it arrives, and no other in its place. */
class ForeignSpellingsTest {
  private static final List<String> TRACKERS =
      List.of(
          "utm_source=x",
          "utm_medium=a%20b",
          "fbclid=aB_-3",
          "gclid=1",
          "from=timeline",
          "spm=a.b.c");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://old.example.cn/p?id=7|http://old.example.cn/p?id=7&utm_source=x&fbclid=1",
        "http://old.example.cn/p?id=7|http://old.example.cn/p?utm_source=x&id=7",
        "http://old.example.cn/p?id=7&k=2|https://OLD.example.cn:443/p/?k=2&gclid=3&id=7#x",
        "http://old.example.cn/p/A1|http://old.example.cn/p/A1/?utm_source=x",
        "http://old.example.cn/p/A1/|https://old.example.cn/p/A1",
        "http://old.example.cn/p/A1|http://old.example.cn/p/A1%E3%80%82",
        "http://old.example.cn/p/A1|http://old.example.cn/p/A1，请查验",
        "http://old.example.cn/p/A1|http://old.example.cn/p/A1)",
        "http://old.example.cn/p?id=7|http://old.example.cn/p?id=7%EF%BC%8C%E8%AF%B7",
        "http://old.example.cn/p/A1|http://old.example.cn/p/A1%E2%80%8B",
        "http://old.example.cn/p?id=7|http://old.example.cn/p?bxsign=1&id=7&tt_from=weixin",
        "http://old.example.cn/p?id=7|http://old.example.cn/p?id=7&wickedid=1&rdt_cid=2&weixin_x=3",
        "http://old.example.cn/p/A1|http://old.example.cn/p/A1?__hstc=1&__hssc=2&s_kwcid=3",
        "http://xn--fiq228c.example.cn/A|http://中文.example.cn/A",
        "http://xn--fiq228c.example.cn/A|http://%E4%B8%AD%E6%96%87.example.cn/A",
        "http://old.example.cn/p?id=7&utm_source=box|http://old.example.cn/p?id=7&utm_source=box&fbclid=1",
        "AB-12|AB-12。",
        "AB-12|AB-12)",
        "AB-12|AB-12/",
        "AB-12|]Q1AB-12",
        "AB-12|\uFEFFAB-12",
        "AB-12|AB-12\u00A0",
        "AB-12|AB-12，请查验",
        "AB-12|AB-12;jsessionid=0A",
        "AB-12|ＡＢ－１２",
        "AB-12|AB%2D12",
        "A1 B2|A1\u00A0B2"
      })
  void anImportedCodeIsFoundHoweverItArrives(String imported, String arriving) {
    ForeignCode code = ForeignCode.parse(imported, false);
    assertThat(found(Set.of(code), arriving)).contains(code);
    assertThat(found(Set.of(ForeignCode.parse(imported, true)), arriving)).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://old.example.cn/p?id=7|http://old.example.cn/p?id=8",
        "http://old.example.cn/p|http://old.example.cn/p?id=8",
        "http://old.example.cn/p?id=7|http://old.example.cn/p",
        "http://old.example.cn/p?id=7|http://old.example.cn/P?id=7",
        "http://old.example.cn/p/A1|http://old.example.cn/p/A12",
        "http://old.example.cn/p/A1|http://new.example.cn/p/A1",
        "AB-12|AB-1",
        "AB-12|AB-12-",
        "abc|abc=",
        "SET|SET 2"
      })
  void anotherCodeIsNotFoundInItsPlace(String imported, String arriving) {
    assertThat(found(Set.of(ForeignCode.parse(imported, false)), arriving)).isEmpty();
  }

  @Test
  void whatWasImportedAsItStoodIsStillFound() {
    for (String once :
        List.of(
            "A1\u00A0", "A\u3164B", "A\uFE0F1", "http://old.example.cn/%E2%80%8B/1", "A1\u3000x")) {
      ForeignCode code = ForeignCode.literal(once, false);
      assertThat(found(Set.of(code), once)).as(once).contains(code);
      String path = new ForeignLink("tea", once).path();
      assertThat(found(Set.of(code), ForeignLink.parse(path).orElseThrow().code())).contains(code);
    }
  }

  @Test
  void anAddressWithATrackerLongerThanAnyCodeIsTheAddress() {
    String code = "http://old.example.cn/p?id=7";
    String tracked = code + "&utm_content=" + "a".repeat(2_000) + "&x=" + "b".repeat(600);
    assertThat(ForeignLink.parse("/c/tea/" + tracked)).contains(new ForeignLink("tea", code));
    assertThat(ForeignLink.parse(new ForeignLink("tea", tracked).path()))
        .contains(new ForeignLink("tea", code));
  }

  @Test
  void ofTwoCodesThatAreEquallyNearNoneIsTaken() {
    Set<ForeignCode> both =
        Set.of(
            ForeignCode.parse("http://old.example.cn/p?a=1&b=2&c=3", false),
            ForeignCode.parse("http://old.example.cn/p?c=3&b=2&a=1", false));
    assertThat(found(both, "http://old.example.cn/p?b=2&a=1&c=3")).isEmpty();
    both.forEach(code -> assertThat(found(both, code.text() + "&fbclid=1")).contains(code));
  }

  @Provide
  Arbitrary<String> addresses() {
    return Combinators.combine(
            Arbitraries.of("http://old.example.cn", "https://q.example.cn"),
            Arbitraries.strings().withChars("ab1/").ofMaxLength(4),
            Arbitraries.of("id=1", "id=2", "k=1", "a=b", "utm_source=box")
                .list()
                .uniqueElements()
                .ofMaxSize(3))
        .as(
            (host, path, query) ->
                host + "/" + path + (query.isEmpty() ? "" : "?" + String.join("&", query)));
  }

  @Provide
  Arbitrary<List<String>> trackers() {
    return Arbitraries.of(TRACKERS).list().uniqueElements().ofMaxSize(4);
  }

  @Property(tries = 500)
  void trackersChangeNothingWhateverElseIsImported(
      @ForAll("addresses") String one,
      @ForAll("addresses") String other,
      @ForAll("trackers") List<String> added) {
    ForeignCode code = ForeignCode.parse(one, false);
    Set<ForeignCode> imported = new HashSet<>(Set.of(code));
    imported.add(ForeignCode.parse(other, false));
    String arriving =
        one + (added.isEmpty() ? "" : (one.contains("?") ? "&" : "?") + String.join("&", added));

    assertThat(found(imported, one)).contains(code);
    assertThat(found(imported, arriving)).contains(code);
  }

  @Test
  void everyMarkBehindACodeIsNone() {
    List<String> wrong = new ArrayList<>();
    for (String imported :
        List.of("AB-12", "http://old.example.cn/p/A1", "http://old.example.cn/p?id=7")) {
      ForeignCode code = ForeignCode.parse(imported, false);
      for (String behind :
          List.of(
              "。", ")", ".", ",", "，请查验", "）", "】", "》", "”", "\"", "…", ";", "\u00A0", "\u200B",
              "\uFEFF", "🍵", "&gt;", ">", "/", "!", "！", "～", "、", "*", "'")) {
        if (found(Set.of(code), imported + behind).isEmpty()
            || found(Set.of(code), Decorations.sent(imported + behind)).isEmpty()) {
          wrong.add(imported + behind);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** As {@link ForeignCodes} chooses, without a database. */
  private static Optional<ForeignCode> found(Set<ForeignCode> imported, String arriving) {
    for (Set<ForeignCode> step : ForeignSpellings.of(arriving)) {
      List<ForeignCode> here = step.stream().filter(imported::contains).toList();
      if (!here.isEmpty()) {
        return here.size() == 1 ? Optional.of(here.get(0)) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}

package io.zhenma.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenma.page.VerificationPages.Rendered;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VerificationPagesTest {

  private static final VerificationPages PAGES = new VerificationPages(new Languages());

  static Stream<Arguments> everyOutcomeInEveryLanguage() {
    return Verdicts.REASONS.keySet().stream()
        .sorted()
        .flatMap(o -> new Languages().spoken().stream().map(l -> Arguments.of(o, l)));
  }

  @ParameterizedTest
  @MethodSource("everyOutcomeInEveryLanguage")
  void eachOutcomeIsToldInEachLanguage(String outcome, Locale language) {
    VerdictPage verdict = Verdicts.of(outcome, language);
    String headline = new Languages().texts(language).text("outcome." + outcome + ".headline");

    String fragment = PAGES.verdictFragment(verdict, language);
    assertThat(fragment)
        .contains("data-outcome=\"" + outcome + "\"", ">" + headline + "</h1>", "<svg class=\"icon")
        .doesNotContain("{", "}", "NOT_FOUND", "null");
    assertThat(text(PAGES.verdictDocument(verdict, language)))
        .contains(headline + " · ", ">" + headline + "</h1>")
        .doesNotContain("<script");
  }

  @Test
  void whatTheBrandFoundOutComesFirstWithItsDay() {
    VerdictPage verdict =
        Verdicts.of("suspect", List.of("many-places", "confirmed-copy"), Locale.ENGLISH);

    String html = PAGES.verdictFragment(verdict, Locale.ENGLISH);

    assertThat(html)
        .contains("looked into this code on 9 June 2026 and found that there are copies");
    assertThat(html.indexOf("looked into")).isLessThan(html.indexOf("many different provinces"));
    assertThat(PAGES.summary(verdict, Locale.CHINESE).ruling()).contains("2026年6月9日");
    assertThat(PAGES.summary(Verdicts.of("suspect", Locale.ENGLISH), Locale.ENGLISH).ruling())
        .isEmpty();
  }

  @Test
  void markupInNamesAppearsAsText() {
    String attack = "<img src=x onerror=alert(1)>";
    VerdictPage verdict = Verdicts.named(attack, "\"><script>'&", attack);
    assertThat(PAGES.verdictFragment(verdict, Locale.ENGLISH))
        .doesNotContain("<img", "<script")
        .contains("<h2>&lt;img src=x onerror=alert(1)&gt;</h2>")
        .contains("&quot;&gt;&lt;script&gt;&#39;&amp;")
        .contains("around &lt;img");
    assertThat(text(PAGES.verdictDocument(verdict, Locale.CHINESE)))
        .doesNotContain("<img", "<script");
  }

  @Test
  void aNameTurnsNoTextButItsOwn() {
    VerdictPage hostile = Verdicts.named("Tea \u202eeniuneg", "\u2067Brand", "Place");
    assertThat(PAGES.verdictFragment(hostile, Locale.ENGLISH))
        .contains("<h2>Tea eniuneg</h2>", "issued by Brand,")
        .doesNotContain("\u2067");
    VerdictPage hebrew = Verdicts.named("תה", "בית", "Place");
    assertThat(PAGES.verdictFragment(hebrew, Locale.ENGLISH))
        .contains("<h2>\u2068תה\u2069</h2>", "\u2068בית\u2069");
  }

  @Test
  void bracesInNamesAreNotTakenForTemplates() {
    assertThat(PAGES.verdictFragment(Verdicts.named("{t.x} {brand}", "{t}", ""), Locale.ENGLISH))
        .contains("<h2>{t.x} {brand}</h2>", "issued by {t},");
  }

  @Test
  void aSecondLookIsToldWhenAndWhereTheFirstWas() {
    assertThat(PAGES.verdictFragment(Verdicts.of("genuine-repeat", Locale.ENGLISH), Locale.ENGLISH))
        .contains("First checked on 3 May 2026, 14:42, around Changsha, Hunan.")
        .contains("an ordinary second look is fine")
        .doesNotContain("An earlier check");
    assertThat(PAGES.verdictFragment(Verdicts.of("genuine-repeat", Locale.CHINESE), Locale.CHINESE))
        .contains("首次验证：2026年5月3日 14:42，湖南省长沙市附近。");
  }

  @Test
  void anUnknownPlaceIsSimplyLeftOut() {
    assertThat(PAGES.verdictFragment(Verdicts.named("Tea", "Brand", ""), Locale.ENGLISH))
        .contains("First checked on 3 May 2026, 14:42.");
  }

  @Test
  void suspicionIsExplainedAndNeverSaysFake() {
    for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
      assertThat(PAGES.verdictFragment(Verdicts.of("suspect", language), language))
          .containsPattern("<li class=\"many-devices\">.+<li class=\"impossible-travel\">")
          .doesNotContainIgnoringCase("fake")
          .doesNotContain("假货", "假冒");
    }
  }

  @Test
  void theBoxesCodeSaysWhereTheOtherOneIs() {
    VerdictPage outer = Verdicts.of("genuine-repeat", List.of("outer-code"), Locale.ENGLISH);
    assertThat(PAGES.verdictFragment(outer, Locale.ENGLISH))
        .contains("under the cap or foil", "belongs to the outer box")
        .contains("Scan the code on the item itself")
        .doesNotContain("It has been checked before", "seal was unbroken");
  }

  @Test
  void aReasonWithoutATextIsLeftOut() {
    VerdictPage verdict = Verdicts.of("suspect", List.of("moon-phase"), Locale.ENGLISH);
    assertThat(PAGES.verdictFragment(verdict, Locale.ENGLISH)).doesNotContain("moon");
  }

  @Test
  void anOutcomeWithoutATextIsAnError() {
    VerdictPage verdict = Verdicts.of("who-knows", Locale.ENGLISH);
    assertThatThrownBy(() -> PAGES.verdictFragment(verdict, Locale.ENGLISH))
        .isInstanceOf(MissingResourceException.class);
  }

  @Test
  void theSerialStandsInGroupsOfFive() {
    assertThat(PAGES.verdictFragment(Verdicts.of("genuine-first", Locale.ENGLISH), Locale.ENGLISH))
        .contains(">A7K2M 9QX4T 0BNPR 5WZ3D<");
  }

  @Test
  void onlyAReaderWithScriptsIsAskedForAPosition() {
    VerdictPage verdict = Verdicts.of("genuine-first", Locale.ENGLISH);
    assertThat(PAGES.verdictFragment(verdict, Locale.ENGLISH)).contains("id=\"locate\"");
    assertThat(text(PAGES.verdictDocument(verdict, Locale.ENGLISH))).doesNotContain("locate\"");
    assertThat(PAGES.verdictFragment(Verdicts.of("void", Locale.ENGLISH), Locale.ENGLISH))
        .doesNotContain("id=\"locate\"");
  }

  @ParameterizedTest
  @CsvSource({"503,Very busy", "429,Very busy", "500,Not checked yet", "413,did not work"})
  void aProblemIsToldKindly(int status, String headline) {
    assertThat(text(PAGES.problem(status, Locale.ENGLISH))).contains(headline);
  }

  @Test
  void thePolicyNamesExactlyTheInlinedBytes() throws Exception {
    Rendered landing = PAGES.landing(Locale.ENGLISH);
    assertThat(landing.contentSecurityPolicy())
        .isEqualTo(
            "default-src 'none'; style-src "
                + hashes("style", text(landing))
                + "; script-src "
                + hashes("script", text(landing))
                + "; connect-src 'self'; img-src 'self' data:; form-action 'self';"
                + " base-uri 'none'; frame-ancestors 'none'");
    assertThat(PAGES.problem(503, Locale.ENGLISH).contentSecurityPolicy())
        .doesNotContain("script-src");
  }

  @Test
  void theLandingPageIsSmallAndNamesItsLanguage() throws IOException {
    Rendered english = PAGES.landing(Locale.ENGLISH);
    Rendered chinese = PAGES.landing(Locale.SIMPLIFIED_CHINESE);
    assertThat(text(english))
        .startsWith("<!doctype html>")
        .contains("<html lang=\"en\" dir=\"ltr\">");
    assertThat(text(chinese)).contains("<html lang=\"zh-CN\" dir=\"ltr\">");
    assertThat(english.gzip().length).isLessThan(10_000);
    assertThat(chinese.gzip().length).isLessThan(10_000);
    assertThat(english.etag()).matches("W/\"[\\w-]+\"").isNotEqualTo(chinese.etag());
    assertThat(PAGES.landing(Locale.ENGLISH)).isSameAs(english);
    try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(chinese.gzip()))) {
      assertThat(unzipped.readAllBytes()).isEqualTo(chinese.html());
    }
  }

  @Test
  void thePageLoadsNothingFromElsewhere() {
    assertThat(text(PAGES.landing(Locale.ENGLISH)))
        .doesNotContainPattern("(src|href|action)=\"(?!data:|/check)")
        .doesNotContainPattern("url\\(|@import|style=\"|\\son\\w+=\"");
  }

  private static String hashes(String element, String html) throws Exception {
    var found = Pattern.compile("(?s)<" + element + ">(.*?)</" + element + ">").matcher(html);
    List<String> hashes = new ArrayList<>();
    while (found.find()) {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(found.group(1).getBytes(StandardCharsets.UTF_8));
      hashes.add("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    }
    return String.join(" ", hashes);
  }

  private static String text(Rendered rendered) {
    return new String(rendered.html(), StandardCharsets.UTF_8);
  }
}

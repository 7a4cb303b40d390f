package io.zhenma.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeftOutTest {
  private static final LabelFonts LATIN = LabelFonts.latinOnly();

  @Test
  void eachCharacterThatNoFontHasIsNamedOnce() {
    assertThat(LATIN.missing("茶 tea 茶花 ☕")).isEqualTo("茶花☕");
    assertThat(LATIN.missing("Jasmine tea No 5 – 250 g, é")).isEmpty();
    assertThat(LATIN.missing("Ａ１")).as("wide forms are printed narrow").isEmpty();
  }

  @Test
  void onlyWhatTheTemplatePrintsCounts() {
    LabelTemplate all = with(EnumSet.of(LabelText.KIND, LabelText.PRODUCT));
    assertThat(LeftOut.of(all, LATIN, "茉莉 tea", "L1"))
        .containsExactly(
            new LeftOut("outerWord", "箱"),
            new LeftOut("innerWord", "盖"),
            new LeftOut("product", "茉莉"));
    assertThat(LeftOut.of(with(Set.of(LabelText.SERIAL)), LATIN, "茉莉", "L1")).isEmpty();
  }

  private static LabelTemplate with(Set<LabelText> texts) {
    LabelTemplate standard = LabelTemplate.A4_40;
    return new LabelTemplate(
        standard.sheet(),
        standard.labelWidthMm(),
        standard.labelHeightMm(),
        standard.arrangement(),
        standard.pairs(),
        standard.code(),
        new TextStyle(texts, standard.text().sizePt(), "箱", "盖"),
        standard.logoHeightMm(),
        standard.logo(),
        standard.dpi());
  }
}

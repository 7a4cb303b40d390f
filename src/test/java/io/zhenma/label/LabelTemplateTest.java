package io.zhenma.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LabelTemplateTest {
  private static final String COMPACT =
      SampleLabels.compact(1).findFirst().orElseThrow().codes().get(0).link();
  private static final String SIGNED =
      SampleLabels.signed(1).findFirst().orElseThrow().codes().get(0).link();

  @Test
  void theNamedTemplateHasFiveColumnsOfEight() {
    assertThat(LabelTemplate.A4_40.columns()).isEqualTo(5);
    assertThat(LabelTemplate.A4_40.rows()).isEqualTo(8);
    assertThat(LabelTemplate.A4_40.labelsPerPage()).isEqualTo(40);
  }

  @Test
  void aRollHasOneLabelAPageOfItsSize() {
    LabelTemplate roll = new Wanted().sheet(Sheet.roll()).build();
    assertThat(roll.labelsPerPage()).isEqualTo(1);
    assertThat(roll.pageWidthMm()).isEqualTo(35);
    assertThat(roll.pageHeightMm()).isEqualTo(33);
  }

  @Test
  void aNamedSheetHasItsOwnSize() {
    assertThat(sheet(PageKind.LETTER, 5).widthMm()).isEqualTo(215.9);
  }

  @Test
  void aCodeWiderThanItsLabelIsRefused() {
    refused(() -> new Wanted().label(20, 40).build(), "codeSideMm", "label-code", "20");
    refused(() -> new Wanted().pairs().build(), "codeSideMm", "label-code-half", "17.5");
  }

  @Test
  void aCodeHigherThanItsLabelIsRefused() {
    refused(
        () -> new Wanted().label(60, 20).arrangement(Arrangement.BESIDE).build(),
        "codeSideMm",
        "label-code-high",
        "20");
  }

  @Test
  void aCodeTooSmallForAnySymbolIsRefused() {
    refused(() -> style(7, 4), "codeSideMm", "label-mm", "7.25", "500");
    refused(() -> style(7.3, 5), "codeSideMm", "label-mm", "7.75", "500");
  }

  @Test
  void aQuietZoneUnderFourModulesIsRefused() {
    refused(() -> style(22, 3), "quietZone", "range", "4", "16");
  }

  @Test
  void aLabelTooLowForCodeLogoAndTextIsRefused() {
    refused(
        () -> new Wanted().label(35, 25).build(), "labelHeightMm", "label-height", "27.08", "25");
    refused(() -> new Wanted().logo(8).build(), "labelHeightMm", "label-height", "36.08", "33");
  }

  @Test
  void aTemplateThatNeedsJustWhatTheRefusalNamesIsTaken() {
    assertThat(new Wanted().label(35, 27.08).build().labelHeightMm()).isEqualTo(27.08);
  }

  @Test
  void aLabelTooNarrowForTextBesideTheCodeIsRefused() {
    refused(
        () -> new Wanted().label(25, 33).arrangement(Arrangement.BESIDE).build(),
        "labelWidthMm",
        "label-text-beside",
        "30.62");
    assertThat(new Wanted().label(30.62, 33).arrangement(Arrangement.BESIDE).build().columns())
        .isEqualTo(6);
  }

  @Test
  void marginsThatLeaveNoLabelAreRefused() {
    refused(
        () -> new Wanted().sheet(sheet(PageKind.A5, 60)).build(),
        "labelWidthMm",
        "label-across",
        "35",
        "28");
  }

  @Test
  void cutMarksNeedAMargin() {
    refused(
        () -> new Sheet(PageKind.A4, 0, 0, 3, 8, 1, 1, true), "marginXMm", "label-mm", "4", "105");
  }

  @Test
  void lengthsThatAreNoLengthsAreRefused() {
    for (double nonsense :
        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1}) {
      refusedAt(() -> new Wanted().label(nonsense, 33).build(), "labelWidthMm");
      refusedAt(() -> new Wanted().label(35, nonsense).build(), "labelHeightMm");
      refusedAt(() -> sheet(PageKind.A4, nonsense), "marginXMm");
      refusedAt(() -> style(nonsense, 4), "codeSideMm");
      refusedAt(() -> new Wanted().logo(nonsense).build(), "logoHeightMm");
      refusedAt(() -> text(nonsense), "textPt");
      refusedAt(() -> new Sheet(PageKind.CUSTOM, nonsense, 100, 0, 0, 0, 0, false), "pageWidthMm");
    }
  }

  @Test
  void aWordForAKindIsNeeded() {
    refused(() -> new TextStyle(Set.of(), 6, " ", "INNER"), "outerWord", "length", "1", "20");
  }

  @Test
  void aResolutionThatNoPrinterHasIsRefused() {
    refused(() -> new Wanted().dpi(96).build(), "dpi", "kind", "203, 300, 600");
  }

  @Test
  void aLinkWhoseModulesWouldBeTooSmallIsRefused() {
    LabelTemplate small = new Wanted().code(style(10.25, 4)).build();
    small.requireReadable(COMPACT, LabelFormat.PDF);
    refused(
        () -> small.requireReadable(SIGNED, LabelFormat.SVG_ZIP),
        "codeSideMm",
        "label-module",
        "13.25",
        "10.25",
        "0.25");
  }

  @Test
  void wholeDotsNeedMoreRoomThanLines() {
    LabelTemplate small = new Wanted().code(style(10.25, 4)).build();
    refused(
        () -> small.requireReadable(COMPACT, LabelFormat.ZPL),
        "codeSideMm",
        "label-dots",
        "10.42",
        "10.25",
        "300");
    new Wanted().code(style(10.42, 4)).build().requireReadable(COMPACT, LabelFormat.PNG_ZIP);
  }

  @Property(tries = 300)
  void whateverIsTakenLiesInsideItsLabelAndPage(
      @ForAll @DoubleRange(min = 10, max = 120) double width,
      @ForAll @DoubleRange(min = 10, max = 90) double height,
      @ForAll @DoubleRange(min = 8, max = 60) double code,
      @ForAll @DoubleRange(min = 0, max = 20) double logo,
      @ForAll @DoubleRange(min = 0, max = 30) double margin,
      @ForAll Arrangement arrangement,
      @ForAll boolean pairs) {
    Wanted wanted =
        new Wanted()
            .label(width, height)
            .arrangement(arrangement)
            .logo(logo)
            .sheet(sheet(PageKind.A4, margin));
    LabelTemplate template;
    try {
      wanted.code(style(code, 4));
      template = (pairs ? wanted.pairs() : wanted).build();
    } catch (LabelException refused) {
      assertThat(refused.field()).isNotEmpty();
      return;
    }
    LabelLayout layout = LabelLayout.of(template);
    int last = template.labelsPerPage() - 1;
    assertThat(template.leftMm(last) + width).isLessThanOrEqualTo(210 - margin + 1e-5);
    assertThat(template.topMm(last) + height).isLessThanOrEqualTo(297 - margin + 1e-5);
    assertThat(layout.codeLeft() + code).isLessThanOrEqualTo(template.cellWidthMm() + 1e-5);
    assertThat(layout.codeTop()).isGreaterThanOrEqualTo(-1e-5);
    assertThat(layout.codeTop() + code).isLessThanOrEqualTo(height + 1e-5);
    assertThat(layout.lines())
        .allSatisfy(
            line -> {
              assertThat(line.baseline()).isBetween(0.0, height);
              assertThat(line.left() + line.width()).isLessThan(template.cellWidthMm());
            });
  }

  private static Sheet sheet(PageKind kind, double margin) {
    return new Sheet(kind, 0, 0, margin, margin, 0, 0, false);
  }

  private static CodeStyle style(double side, int quietZone) {
    return new CodeStyle(side, quietZone, ErrorCorrection.M, MaskChoice.STANDARD);
  }

  private static TextStyle text(double size) {
    return new TextStyle(Set.of(LabelText.SERIAL, LabelText.LOT), size, "OUTER", "INNER");
  }

  private static void refused(
      ThrowingCallable attempt, String field, String rule, Object... limits) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            LabelException.class,
            refusal -> {
              assertThat(refusal.field()).isEqualTo(field);
              assertThat(refusal.rule()).isEqualTo(rule);
              assertThat(refusal.limits()).containsExactly(limits);
            });
  }

  private static void refusedAt(ThrowingCallable attempt, String field) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            LabelException.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
  }

  /** A4, labels of 35 by 33 mm, code 22 mm, two lines of text, with changes. */
  private static final class Wanted {
    private Sheet sheet = LabelTemplateTest.sheet(PageKind.A4, 5);
    private double width = 35;
    private double height = 33;
    private Arrangement arrangement = Arrangement.STACKED;
    private boolean pairs;
    private CodeStyle code = style(22, 4);
    private double logo;
    private int dpi = 300;

    Wanted sheet(Sheet wanted) {
      sheet = wanted;
      return this;
    }

    Wanted label(double wantedWidth, double wantedHeight) {
      width = wantedWidth;
      height = wantedHeight;
      return this;
    }

    Wanted arrangement(Arrangement wanted) {
      arrangement = wanted;
      return this;
    }

    Wanted pairs() {
      pairs = true;
      return this;
    }

    Wanted code(CodeStyle wanted) {
      code = wanted;
      return this;
    }

    Wanted logo(double wanted) {
      logo = wanted;
      return this;
    }

    Wanted dpi(int wanted) {
      dpi = wanted;
      return this;
    }

    LabelTemplate build() {
      return new LabelTemplate(
          sheet, width, height, arrangement, pairs, code, text(6), logo, Optional.empty(), dpi);
    }
  }
}

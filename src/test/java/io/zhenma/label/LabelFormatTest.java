package io.zhenma.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LabelFormatTest {
  @Test
  void theNamedFormatHasFiveColumnsOfEight() {
    assertThat(LabelFormat.A4_40.columns()).isEqualTo(5);
    assertThat(LabelFormat.A4_40.rows()).isEqualTo(8);
    assertThat(LabelFormat.A4_40.labelsPerPage()).isEqualTo(40);
  }

  @Test
  void aLabelAsLargeAsThePageIsOneAPage() {
    assertThat(format(PageSize.A5, 148, 210, 100, 0, 0).labelsPerPage()).isEqualTo(1);
  }

  @Test
  void aCodeWiderThanItsLabelIsRefused() {
    refused(() -> format(PageSize.A4, 20, 40, 21, 5, 2), "code: from 7.25 to 20.00 mm, not 21.00");
  }

  @Test
  void aCodeTooSmallForAnySymbolIsRefused() {
    refused(() -> format(PageSize.A4, 20, 40, 7, 5, 2), "code: from 7.25 to 20.00 mm, not 7.00");
  }

  @Test
  void aLabelTooLowForCodeAndTextIsRefused() {
    refused(
        () -> format(PageSize.A4, 35, 24, 22, 5, 2),
        "a code of 22.0 mm and its text of 5.7 mm need a label at least 27.7 mm high, not 24.0");
  }

  @Test
  void aLabelTooNarrowForTheSerialNumberIsRefused() {
    refused(() -> format(PageSize.A4, 12, 40, 10, 5, 2), "label width: from 13.64 to 210.00 mm");
  }

  @Test
  void marginsThatLeaveNoLabelAreRefused() {
    refused(
        () -> format(PageSize.A5, 80, 60, 30, 40, 2),
        "no label of 80.0 mm fits across: the margins leave 68.0 mm");
    refused(
        () -> new LabelFormat(PageSize.A5, 60, 60, 30, 5, 90, 2, 2, ErrorCorrection.M),
        "no label of 60.0 mm fits down: the margins leave 30.0 mm");
  }

  @Test
  void lengthsThatAreNoLengthsAreRefused() {
    refused(() -> format(PageSize.A4, Double.NaN, 40, 22, 5, 2), "label width");
    refused(() -> format(PageSize.A4, 35, Double.POSITIVE_INFINITY, 22, 5, 2), "label height");
    refused(() -> format(PageSize.A4, 35, 40, -1, 5, 2), "code");
    refused(() -> format(PageSize.A4, 35, 40, 22, -5, 2), "left and right margin");
    refused(() -> format(PageSize.A4, 35, 40, 22, 5, -2), "gap between columns");
  }

  @Test
  void aLinkWhoseModulesWouldBeTooSmallIsRefusedByItsLength() {
    LabelFormat small = format(PageSize.A4, 20, 25, 10.25, 5, 2);
    small.requireReadable(90);
    refused(
        () -> small.requireReadable(91),
        "modules of 0.228 mm; from 0.25 mm they read, so the code needs 11.25 mm, not 10.25");
  }

  private static LabelFormat format(
      PageSize page, double width, double height, double qr, double margin, double gap) {
    return new LabelFormat(page, width, height, qr, margin, margin, gap, gap, ErrorCorrection.M);
  }

  private static void refused(ThrowingCallable attempt, String message) {
    assertThatThrownBy(attempt).isInstanceOf(LabelException.class).hasMessageContaining(message);
  }
}

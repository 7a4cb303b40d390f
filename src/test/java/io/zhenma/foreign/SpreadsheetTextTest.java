package io.zhenma.foreign;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SPREADSHEET_POWER  | 6.90123E+12; 6,90123E+12; 6.9e12; 6E+12; -6.9E+12; 6.9E +12; ６.９E+12",
        "SPREADSHEET_NUMBER | 124.0; 6901234567892.00; 5.; 1,234; 1,234,567.00; 12,34,567; 1'234'567; 50%; ¥1,234; $ 12",
        "SPREADSHEET_TEXT   | =\"00124\"; =\"00124; =00124; =A1; =1+1; '00125; ’00125; ＇00125",
        "SPREADSHEET_ERROR  | #####; #REF!; #N/A; #NAME?; #DIV/0!; #ZAHL!; #¡REF!; #ССЫЛКА!; #GETTING_DATA",
        "SPREADSHEET_DATE   | 3月4日; 2026年3月4日; 2026/3/4; 2026-03-04; 2026-03-04 00:00:00; Mar-04; 04-Mar; 4-Mar-26; 3/4; 3/4/26; 04.03.2026; Mär-04; 12:34; 1:02:03 AM",
        "SPREADSHEET_WORD   | TRUE; false; NULL; (null); None; NaN; N/A; undefined; -; —; ?"
      })
  void whatASpreadsheetMadeOfACodeIsRefusedForItsReason(LineFault fault, String codes) {
    for (String code : codes.split("; ")) {
      assertThatThrownBy(() -> SpreadsheetText.refuse(code.strip()))
          .as(code)
          .asInstanceOf(type(ForeignCodeException.class))
          .extracting(ForeignCodeException::fault)
          .isEqualTo(fault);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00126",
        "12E34567",
        "1E5",
        "ABC-123",
        "123 456 789",
        "123.456.789",
        "124.5",
        "MAR-0004",
        "MAR-04",
        "2026-13-04",
        "20260304",
        "12-34-56",
        "A=B",
        "=cmd|x",
        "#12345",
        "中文码18",
        "1-2",
        "12:34:56:78",
        "https://old.example/q?c=1&d=2026-03-04",
        "+00124",
        "NULL-1"
      })
  void aCodeThatOnlyLooksLikeItIsTaken(String code) {
    assertThatCode(() -> SpreadsheetText.refuse(code)).doesNotThrowAnyException();
  }

  @Test
  void aLotMayBeADateAndIsNoPowerOfTen() {
    assertThatCode(() -> SpreadsheetText.refuseAsLot("2026-03-04")).doesNotThrowAnyException();
    assertThatThrownBy(() -> SpreadsheetText.refuseAsLot("2.02603E+07"))
        .isInstanceOf(ForeignCodeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AB\uFFFD17", "AB\uE00016"})
  void aCharacterThatWasLostOnItsWayIsRefused(String code) {
    assertThatThrownBy(() -> ForeignCode.parse(code, false))
        .isInstanceOf(ForeignCodeException.class);
  }
}

package io.zhenma.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LabelTest {
  private static final String SERIAL = "7K3QHC4VTN8E2D5XWY6B";
  private static final String LINK = "HTTPS://ZM.EXAMPLE.CN/01/06901234567892/21/" + SERIAL;

  @Test
  void theSerialNumberIsPrintedInGroupsOfFive() {
    assertThat(new Label(LINK, SERIAL, "").groupedSerial()).isEqualTo("7K3QH C4VTN 8E2D5 XWY6B");
  }

  @Test
  void aLinkOutsideTheAlphanumericModeIsRefused() {
    for (String link : new String[] {"", "https://zm", "HTTPS://ZM?S=1", "HTTPS://ZM A", "真"}) {
      assertThatThrownBy(() -> new Label(link, SERIAL, ""))
          .isInstanceOf(LabelException.class)
          .hasMessageContaining("capital letters");
    }
  }

  @Test
  void aSerialNumberOfAnotherShapeIsRefused() {
    for (String serial :
        new String[] {"", SERIAL.substring(1), SERIAL + "0", "I" + "0".repeat(19)}) {
      assertThatThrownBy(() -> new Label(LINK, serial, ""))
          .isInstanceOf(LabelException.class)
          .hasMessageContaining("20 digits");
    }
  }
}

package io.zhenma.gs1;

import static io.zhenma.gs1.FuzzText.require;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What people type as a serial number. */
public final class SerialNumberFuzz {
  private static final Set<Gs1Error> DOCUMENTED =
      EnumSet.of(Gs1Error.SERIAL_LENGTH, Gs1Error.SERIAL_CHARACTER);

  private SerialNumberFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    SerialNumber serial;
    try {
      serial = SerialNumber.parse(FuzzText.of(data));
    } catch (Gs1Exception refused) {
      require(DOCUMENTED.contains(refused.error()), "an error that is documented", refused.error());
      return;
    }
    String value = serial.value();
    require(value.matches("[0-9A-HJKMNP-TV-Z]{20}"), "the strict alphabet", value);
    require(SerialNumber.parse(value).equals(serial), "its own text is read back", value);
    require(SerialNumber.parse(serial.grouped()).equals(serial), "groups are read back", value);
    String typed = value.toLowerCase(Locale.ROOT).replace('1', 'l').replace('0', 'o');
    require(SerialNumber.parse(typed).equals(serial), "typed loosely it is the same", typed);
    require(
        SerialNumber.of(serial.keyId(), serial.high(), serial.low()).equals(serial),
        "its numbers make it again",
        value);
  }
}

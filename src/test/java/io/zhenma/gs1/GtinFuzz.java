package io.zhenma.gs1;

import static io.zhenma.gs1.FuzzText.require;

import java.util.EnumSet;
import java.util.Set;

/** What people type as a GTIN. */
public final class GtinFuzz {
  private static final Set<Gs1Error> DOCUMENTED =
      EnumSet.of(Gs1Error.GTIN_LENGTH, Gs1Error.GTIN_CHARACTER, Gs1Error.GTIN_CHECK_DIGIT);

  private GtinFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    String text = FuzzText.of(data);
    Gtin gtin;
    try {
      gtin = Gtin.parse(text);
    } catch (Gs1Exception refused) {
      require(DOCUMENTED.contains(refused.error()), "an error that is documented", refused.error());
      return;
    }
    require(gtin.digits().matches("[0-9]{14}"), "fourteen digits", gtin);
    require(gtin.digits().endsWith(text), "padded, not changed", gtin);
    require(Gtin.parse(gtin.digits()).equals(gtin), "its own text is read back", gtin);
    require(Gtin.complete(gtin.digits().substring(0, 13)).equals(gtin), "one check digit", gtin);
    require(sumOf(gtin) % 10 == 0, "weighted digits add up to tens", gtin);
    require(gtin.circulation() == new Gtin(gtin.digits()).circulation(), "one circulation", gtin);
  }

  /** General Specifications 7.9, the other way round than the code does it. */
  private static int sumOf(Gtin gtin) {
    int sum = 0;
    for (int i = 0; i < 14; i++) {
      sum += (gtin.digits().charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
    }
    return sum;
  }
}

package io.zhenma.label;

import java.util.ArrayList;
import java.util.List;

/**
 * What a label would not show, since no font of the platform has it.
 *
 * @param field of the design or of the goods: outerWord, innerWord, product or lot
 * @param characters each once, in the order of the text
 */
public record LeftOut(String field, String characters) {

  /** Of labels of a product and a lot after this template; empty when all is printed. */
  public static List<LeftOut> of(
      LabelTemplate template, LabelFonts fonts, String product, String lot) {
    List<LeftOut> all = new ArrayList<>();
    TextStyle style = template.text();
    if (style.texts().contains(LabelText.KIND)) {
      add(all, "outerWord", fonts.missing(style.outerWord()));
      add(all, "innerWord", fonts.missing(style.innerWord()));
    }
    if (style.texts().contains(LabelText.PRODUCT)) {
      add(all, "product", fonts.missing(product));
    }
    if (style.texts().contains(LabelText.LOT)) {
      add(all, "lot", fonts.missing(lot));
    }
    return List.copyOf(all);
  }

  private static void add(List<LeftOut> all, String field, String characters) {
    if (!characters.isEmpty()) {
      all.add(new LeftOut(field, characters));
    }
  }
}

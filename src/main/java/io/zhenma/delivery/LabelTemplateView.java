package io.zhenma.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenma.label.LabelTemplate;

/**
 * A label template in the API.
 *
 * @param id a short name for one that everybody has, else a number
 * @param name empty for a built-in one, which the reader's language names
 * @param labelsPerPage columns times rows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LabelTemplateView(
    String id,
    String name,
    boolean builtIn,
    int columns,
    int rows,
    int labelsPerPage,
    LabelDesign design) {
  static LabelTemplateView of(BuiltInTemplate known) {
    return of(known.slug(), "", true, known.template());
  }

  static LabelTemplateView of(LabelTemplateRow row, LabelTemplate template) {
    return of(Long.toString(row.id), row.name, false, template);
  }

  private static LabelTemplateView of(
      String id, String name, boolean builtIn, LabelTemplate template) {
    return new LabelTemplateView(
        id,
        name,
        builtIn,
        template.columns(),
        template.rows(),
        template.labelsPerPage(),
        LabelDesign.of(template));
  }

  /** For lists: a logo is a quarter of a megabyte. */
  LabelTemplateView withoutLogo() {
    return new LabelTemplateView(
        id, name, builtIn, columns, rows, labelsPerPage, design.withoutLogo());
  }
}

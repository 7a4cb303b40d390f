package io.zhenma.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of the template of the complaint's form. */
record ComplaintText(ComplaintPage page, Messages messages) {
  private static final List<String> FIELDS =
      List.of("form", "boughtAt", "message", "photo", "contact", "consent");

  Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    values.put("t", messages.texts());
    values.put("headline", named("complaint.headline"));
    values.put("contactHint", named("complaint.contact.hint"));
    values.put("consentText", named("complaint.consent"));
    values.put("code", page.code());
    values.put("scan", page.scan());
    values.put("consented", page.consented());
    for (String field : FIELDS) {
      values.put(field, page.typed().getOrDefault(field, ""));
      String fault = page.faults().get(field);
      values.put(field + "Fault", fault == null ? "" : messages.text("complaint.fault." + fault));
    }
    return values;
  }

  private String named(String key) {
    return messages.text(key).replace("{brand}", Name.isolated(page.brand()));
  }
}

package io.zhenma.page;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of the template for typing a code. */
record HandEntryText(HandEntry entry, Messages messages) {

  Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    values.put("t", messages.texts());
    values.put("headline", headline());
    values.put("sub", messages.text(entry.ofUnreadLink() ? "entry.unread.sub" : "entry.sub"));
    values.put("brand", entry.brand());
    values.put("code", entry.code());
    values.put("codeFault", fault(entry.codeFault()));
    values.put("gtin", entry.gtin());
    values.put("gtinFault", fault(entry.gtinFault()));
    return values;
  }

  String headline() {
    return messages.text(entry.ofUnreadLink() ? "entry.unread.headline" : "entry.headline");
  }

  private String fault(@Nullable String slug) {
    return slug == null ? "" : messages.text("entry.fault." + slug);
  }
}

package io.zhenma.page;

import io.zhenma.page.VerdictPage.Batch;
import io.zhenma.page.VerdictPage.Product;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts what is known of the item itself into words: the card under the verdict. */
record ItemText(VerdictPage verdict, Messages messages) {
  private static final Pattern OURS = Pattern.compile("[0-9A-Z]{20}");

  Map<String, Object> values() {
    Product product = verdict.product();
    String title =
        product == null ? messages.text("product.heading") : Name.isolated(product.name());
    Object picture = HouseText.image(product == null ? null : product.picture());
    return Map.of("title", title, "picture", picture, "maker", maker(), "rows", rows());
  }

  private String maker() {
    Product product = verdict.product();
    return Stream.of(verdict.brand(), product == null ? null : product.category())
        .filter(Objects::nonNull)
        .filter(part -> !part.isBlank())
        .map(Name::isolated)
        .collect(Collectors.joining(messages.text("list.separator")));
  }

  private List<Map<String, String>> rows() {
    List<Map<String, String>> rows = new ArrayList<>();
    Batch batch = verdict.batch();
    if (batch != null) {
      rows.add(row("lot", "plain", batch.lot()));
      rows.add(row("produced", "plain", day(batch.producedOn())));
      if (batch.expiresOn() != null) {
        rows.add(row("expires", "plain", day(batch.expiresOn())));
      }
    }
    if (verdict.product() != null) {
      rows.add(row("gtin", "plain", verdict.product().gtin()));
    }
    messages
        .find("origin." + verdict.origin())
        .ifPresent(text -> rows.add(row("origin", "plain", text)));
    if (!verdict.serial().isEmpty()) {
      rows.add(row("serial", "code", readable(verdict.serial())));
    }
    return rows;
  }

  private Map<String, String> row(String key, String kind, String value) {
    return Map.of("label", messages.text("row." + key), "kind", kind, "value", value);
  }

  private String day(LocalDate date) {
    return DateTimeFormatter.ofPattern(messages.text("format.date"), messages.locale())
        .format(date);
  }

  /** Our own serials in groups of five; what others printed stays as it is. */
  private static String readable(String serial) {
    return OURS.matcher(serial).matches() ? serial.replaceAll("(.{5})(?=.)", "$1 ") : serial;
  }
}

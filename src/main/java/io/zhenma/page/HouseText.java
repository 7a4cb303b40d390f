package io.zhenma.page;

import io.zhenma.page.VerdictPage.Contact;
import io.zhenma.page.VerdictPage.House;
import io.zhenma.page.VerdictPage.Image;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The brand's strip above the verdict, and how to reach it. */
record HouseText(VerdictPage verdict, Messages messages) {
  private static final String GOOD_NEWS = "genuine";

  Map<String, Object> values() {
    House house = verdict.house();
    return Map.of("house", strip(house), "contacts", contacts(house));
  }

  private Object strip(House house) {
    boolean coloured = !house.colour().isEmpty() && verdict.outcome().startsWith(GOOD_NEWS);
    if (verdict.brand() == null || (!coloured && house.logo() == null)) {
      return "";
    }
    return Map.of(
        "tone",
        coloured ? (house.dark() ? "dark" : "light") : "plain",
        "colour",
        coloured ? house.colour() : "",
        "logo",
        image(house.logo()),
        "name",
        Name.isolated(verdict.brand()));
  }

  static Object image(@Nullable Image image) {
    return image == null
        ? ""
        : Map.of("path", image.path(), "width", image.width(), "height", image.height());
  }

  private List<Map<String, String>> contacts(House house) {
    return house.contacts().stream().map(this::contact).toList();
  }

  private Map<String, String> contact(Contact contact) {
    String kind = contact.way().slug();
    return Map.of(
        "kind", kind,
        "address", contact.address(),
        "text", messages.text("contact." + kind).replace("{value}", contact.text()));
  }
}

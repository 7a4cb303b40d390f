package io.zhenma.scan;

import io.zhenma.place.Region;
import io.zhenma.place.Regions;
import java.util.Locale;

/** A place in the reader's words: 广东省深圳市, or Shenzhen, Guangdong; abroad the country's name. */
public final class PlaceText {
  private PlaceText() {}

  /** Of codes as stored; empty when nothing is known. */
  public static String of(String country, String province, String city, Locale locale) {
    String inProvince = region(province, locale);
    if (inProvince.isEmpty()) {
      return country.isEmpty()
          ? ""
          : new Locale.Builder().setRegion(country).build().getDisplayCountry(locale);
    }
    String inCity = region(city, locale);
    if (inCity.isEmpty() || inCity.equals(inProvince)) {
      return inProvince;
    }
    return chinese(locale) ? inProvince + inCity : inCity + ", " + inProvince;
  }

  /** The name of a province or city by its code; empty when there is none. */
  public static String region(String code, Locale locale) {
    return Regions.china().byCode(code).map(region -> name(region, locale)).orElse("");
  }

  private static String name(Region region, Locale locale) {
    return chinese(locale) ? region.name() : region.englishName();
  }

  private static boolean chinese(Locale locale) {
    return locale.getLanguage().equals("zh");
  }
}

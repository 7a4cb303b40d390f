package io.zhenma.place;

import org.jspecify.annotations.Nullable;

/** What address data say of an address, in their own Chinese names; "" where they say nothing. */
record AddressRecord(String country, String province, String city, String carrier) {

  static final AddressRecord NONE = new AddressRecord("", "", "", "");

  /** Data write "0", null or nothing for what they do not know. */
  static AddressRecord of(
      @Nullable String country,
      @Nullable String province,
      @Nullable String city,
      @Nullable String carrier) {
    return new AddressRecord(known(country), known(province), known(city), known(carrier));
  }

  private static String known(@Nullable String name) {
    return name == null || name.equals("0") ? "" : name.strip();
  }
}

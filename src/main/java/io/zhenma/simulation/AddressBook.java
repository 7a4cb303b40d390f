package io.zhenma.simulation;

import io.zhenma.place.Place;
import io.zhenma.place.PlaceFinder;
import io.zhenma.place.Region;
import io.zhenma.place.Regions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Public IPv4 networks by the place that the product's own address data give them: one network out
 * of each 16,384 addresses is asked for, so that the book follows whatever data are configured.
 */
final class AddressBook {
  private static final int STEP = 1 << 14;
  private static final List<String> ABROAD = List.of("US", "JP", "SG", "HK", "DE", "KR");

  private final Map<String, Networks> byPlace = new HashMap<>();
  private final Networks abroad = new Networks();

  AddressBook(PlaceFinder places) {
    for (long base = 1L << 24; base < 224L << 24; base += STEP) {
      // Not the first network of the block: those tend to be routers.
      int network = (int) (base + (37 << 8));
      add(network, places.byAddress(address(network + 9)));
    }
  }

  private void add(int network, Place place) {
    if (place.country().equals("CN")) {
      if (!place.province().isEmpty()) {
        networks(place.province()).add(network);
      }
      if (!place.city().isEmpty()) {
        networks(place.city()).add(network);
      }
    } else if (ABROAD.contains(place.country())) {
      abroad.add(network);
    }
  }

  private Networks networks(String code) {
    return byPlace.computeIfAbsent(code, unseen -> new Networks());
  }

  /** An address there; where a city has no network of its own, in its province. */
  int addressIn(Region region, Dice dice) {
    Networks own = byPlace.get(region.code());
    Networks found = own == null ? byPlace.get(region.parent()) : own;
    return found == null ? abroad(dice) : found.address(dice);
  }

  /** Somewhere in the same province, as a carrier's gateway has it. */
  int addressNear(Region region, Dice dice) {
    String province = region.parent().isEmpty() ? region.code() : region.parent();
    return addressIn(Regions.china().byCode(province).orElse(region), dice);
  }

  int abroad(Dice dice) {
    return abroad.address(dice);
  }

  static InetAddress address(int bits) {
    try {
      byte[] bytes = {(byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits};
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Networks of 256 addresses, packed. */
  private static final class Networks {
    private int[] bases = new int[8];
    private int size;

    void add(int base) {
      if (size == bases.length) {
        bases = Arrays.copyOf(bases, 2 * size);
      }
      bases[size++] = base;
    }

    int address(Dice dice) {
      return bases[(int) dice.below(size)] + 2 + (int) dice.below(250);
    }
  }
}

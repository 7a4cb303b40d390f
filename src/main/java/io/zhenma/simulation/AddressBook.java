package io.zhenma.simulation;

import io.zhenma.place.NetworkClass;
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
import java.util.Optional;
import java.util.function.Function;

/**
 * Public IPv4 networks by the place that the product's own address data give them: one network out
 * of each 16,384 addresses is asked for, so that the book follows whatever data are configured. Its
 * neighbours are mostly in the same place; where they are not, people are misplaced as in life.
 */
final class AddressBook {
  private static final int STEP = 1 << 14;
  private static final int NETWORK = 1 << 8;
  private static final List<String> ABROAD = List.of("US", "JP", "SG", "HK", "DE", "KR");

  /** Networks around the one that was asked for, in which people live. */
  private static final int NEIGHBOURS = 24;

  /** All of a town's phones on mobile data come out of so few networks. */
  private static final int GATEWAYS = 8;

  private final Map<String, Networks> lines = new HashMap<>();
  private final Map<String, Networks> gateways = new HashMap<>();
  private final Networks abroad = new Networks();
  private final Networks rented = new Networks();

  AddressBook(PlaceFinder places) {
    for (long base = 1L << 24; base < 224L << 24; base += STEP) {
      // Not the first network of the block: those tend to be routers.
      int network = (int) (base + 37 * NETWORK);
      add(network, places.byAddress(address(network + 9)));
    }
  }

  private void add(int network, Place place) {
    boolean china = place.country().equals("CN");
    if (!place.network().tellsWhere()) {
      if (china || ABROAD.contains(place.country())) {
        rented.add(network);
      }
    } else if (china) {
      Map<String, Networks> kind = place.network() == NetworkClass.MOBILE ? gateways : lines;
      for (String code : List.of(place.province(), place.city())) {
        if (!code.isEmpty()) {
          kind.computeIfAbsent(code, unseen -> new Networks()).add(network);
        }
      }
    } else if (ABROAD.contains(place.country())) {
      abroad.add(network);
    }
  }

  /** A line there; where a city has none of its own, in its province. */
  int addressIn(Region region, Dice dice) {
    return found(region, lines::get).map(known -> known.line(dice)).orElseGet(() -> abroad(dice));
  }

  /** A phone's address on mobile data there: one of the few that the whole town comes with. */
  int gatewayIn(Region region, Dice dice) {
    return found(region, gateways::get)
        .or(() -> found(region, lines::get))
        .map(known -> known.gateway(dice))
        .orElseGet(() -> abroad(dice));
  }

  private static Optional<Networks> found(Region region, Function<String, Networks> of) {
    return Optional.ofNullable(of.apply(region.code()))
        .or(() -> Optional.ofNullable(of.apply(region.parent())));
  }

  /** On mobile data somewhere in the same province. */
  int gatewayNear(Region region, Dice dice) {
    String province = region.parent().isEmpty() ? region.code() : region.parent();
    return gatewayIn(Regions.china().byCode(province).orElse(region), dice);
  }

  int abroad(Dice dice) {
    return abroad.line(dice);
  }

  /** A rented machine, at home or abroad; in data without any, an address abroad. */
  int rented(Dice dice) {
    return (rented.size == 0 ? abroad : rented).line(dice);
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

    int line(Dice dice) {
      int neighbour = (int) dice.below(NEIGHBOURS) * NETWORK;
      return bases[(int) dice.below(size)] + neighbour + host(dice);
    }

    int gateway(Dice dice) {
      return bases[(int) dice.below(Math.min(size, GATEWAYS))] + host(dice);
    }

    private static int host(Dice dice) {
      return 2 + (int) dice.below(250);
    }
  }
}

package io.zhenma.place;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds the place of an address or a position, offline. Holds its data in memory (about 60 MB);
 * build one and share it: it is immutable and safe for all threads.
 */
public final class PlaceFinder {

  /**
   * How far an address's place may be off, by the smallest region it names. A city: 300 km, since
   * carriers announce addresses in one city of a province and use them in others. A province: the
   * larger ones measure about 1,000 km from their seat. A country: 5,000 km.
   */
  static final double CITY_METRES = 300_000;

  static final double PROVINCE_METRES = 1_000_000;
  static final double COUNTRY_METRES = 5_000_000;

  /** Browsers claim a few metres; shapes, datum and standing still are not that exact. */
  static final double LEAST_POSITION_METRES = 50;

  private final Regions regions = Regions.china();
  private final Countries countries = new Countries();
  private final FailedFixes failedFixes = new FailedFixes(countries);
  private final PositionLocator positions = new PositionLocator();
  private final AddressData ipv4;
  private final AddressData ipv6;
  private final NetworkTable networks;

  private PlaceFinder(AddressData ipv4, AddressData ipv6, NetworkTable networks) {
    this.ipv4 = ipv4;
    this.ipv6 = ipv6;
    this.networks = networks;
  }

  /** A finder on the address tables that ship with the product. */
  public static PlaceFinder bundled() {
    return withFiles(List.of(), Optional.empty());
  }

  /**
   * A finder on newer address tables: an ip2region {@code .xdb} file for IPv4, IPv6 or both. The
   * bundled table serves the version for which there is no file.
   *
   * @param networkFile rented machines and relays, as {@link NetworkTableMaker} writes them
   * @throws java.io.UncheckedIOException when a file cannot be read
   * @throws IllegalArgumentException when a file is not what it should be
   */
  public static PlaceFinder withFiles(List<Path> xdbFiles, Optional<Path> networkFile) {
    List<XdbData> given = xdbFiles.stream().map(XdbData::read).toList();
    return new PlaceFinder(
        ofVersion(given, 4)
            .orElseGet(() -> new XdbData(DataFile.bytes("/ip2region/ip2region.xdb"))),
        ofVersion(given, 16)
            .orElseGet(() -> new BundledIpv6Data(DataFile.bytes("/ip2region/ipv6wry.db"))),
        networkFile
            .map(NetworkTable::read)
            .orElseGet(() -> new NetworkTable(DataFile.bytes("/place/networks.bin"))));
  }

  private static Optional<AddressData> ofVersion(List<XdbData> given, int addressBytes) {
    return given.stream()
        .filter(data -> data.addressBytes() == addressBytes)
        .map(AddressData.class::cast)
        .findFirst();
  }

  /** The place of an address; {@link Place#UNKNOWN} for private, loopback and reserved ones. */
  public Place byAddress(InetAddress address) {
    if (!ClientAddress.isPublic(address)) {
      return Place.UNKNOWN;
    }
    AddressRecord found = (address.getAddress().length == 4 ? ipv4 : ipv6).lookUp(address);
    NetworkClass network = network(address, found);
    return regions
        .province(found.province())
        .filter(province -> found.country().equals("中国"))
        .map(province -> inChina(province, found, network))
        .orElseGet(() -> inCountry(found, network));
  }

  /**
   * The class of the address when it is a data centre's or a relay's, else {@link
   * NetworkClass#UNKNOWN}; takes a fraction of the time that its place takes.
   */
  public NetworkClass listed(InetAddress address) {
    return networks.of(address);
  }

  private NetworkClass network(InetAddress address, AddressRecord found) {
    NetworkClass listed = networks.of(address);
    return listed == NetworkClass.UNKNOWN ? NetworkClass.named(found.carrier()) : listed;
  }

  private Place inChina(Region province, AddressRecord found, NetworkClass network) {
    Optional<Region> city = regions.city(province.code(), found.city());
    return new Place(
        "CN",
        province.code(),
        city.map(Region::code).orElse(""),
        Carrier.named(found.carrier()),
        network,
        PlaceSource.IP,
        Optional.of(city.orElse(province).centre()),
        uncertainty(
            network,
            city.isPresent() || regions.citiesOf(province.code()).isEmpty()
                ? CITY_METRES
                : PROVINCE_METRES));
  }

  /** Where a relay's machine stands says nothing of the person behind it. */
  private static double uncertainty(NetworkClass network, double otherwise) {
    return network.tellsWhere() ? otherwise : Place.ANYWHERE_METRES;
  }

  private Place inCountry(AddressRecord found, NetworkClass network) {
    return countries
        .named(found.country())
        .map(
            country ->
                new Place(
                    country.code(),
                    "",
                    "",
                    Carrier.named(found.carrier()),
                    network,
                    PlaceSource.IP,
                    country.middle(),
                    uncertainty(network, COUNTRY_METRES)))
        .orElseGet(
            () ->
                new Place(
                    "",
                    "",
                    "",
                    Carrier.named(found.carrier()),
                    network,
                    PlaceSource.NONE,
                    Optional.empty(),
                    Place.ANYWHERE_METRES));
  }

  /**
   * The place of coordinates in degrees, as a browser reports them, with their accuracy in metres.
   * The point itself is kept; the regions stay "" where it lies in no known one, as at sea.
   *
   * @throws IllegalArgumentException for coordinates that are not on Earth and for an accuracy that
   *     is negative or not a number
   */
  public Place byPosition(double latitude, double longitude, double accuracyMetres) {
    if (!(accuracyMetres >= 0)) {
      throw new IllegalArgumentException("accuracy is not a distance");
    }
    Position position = new Position(latitude, longitude);
    PositionLocator.Found found = positions.locate(position);
    return new Place(
        found.country(),
        found.province(),
        found.city(),
        Carrier.UNKNOWN,
        NetworkClass.UNKNOWN,
        PlaceSource.POSITION,
        Optional.of(position),
        Math.min(Math.max(accuracyMetres, LEAST_POSITION_METRES), Place.ANYWHERE_METRES));
  }

  /**
   * Whether nobody measured these coordinates: they are no place on Earth, null island, the middle
   * of a country, an emulator's preset, or their accuracy is none that a receiver has.
   */
  public boolean isFailedFix(double latitude, double longitude, double accuracyMetres) {
    return failedFixes.contains(latitude, longitude, accuracyMetres);
  }

  /**
   * What both tell together: the position places the scan, the address names the network. A
   * position is what a client claims, so one that contradicts the address counts as none; then
   * nothing tells where the scan was made, since the client may be right about the address.
   */
  public Place combine(Place byAddress, Place byPosition) {
    if (byPosition.source() != PlaceSource.POSITION) {
      return byAddress;
    }
    if (contradict(byAddress, byPosition)) {
      return byAddress.inDoubt();
    }
    return new Place(
        byPosition.country(),
        byPosition.province(),
        byPosition.city(),
        byAddress.carrier(),
        byAddress.network(),
        PlaceSource.POSITION,
        byPosition.position(),
        byPosition.uncertaintyMetres());
  }

  /**
   * Whether nobody is at the one and behind the other. Relays, rented machines and mobile carriers'
   * gateways, also abroad, have people of anywhere behind them, and contradict nothing.
   */
  private static boolean contradict(Place byAddress, Place byPosition) {
    NetworkClass network = byAddress.network();
    if (byAddress.source() != PlaceSource.IP
        || !network.tellsWhere()
        || network == NetworkClass.MOBILE) {
      return false;
    }
    boolean abroad =
        !byAddress.country().equals("CN")
            && !byPosition.country().isEmpty()
            && !byPosition.country().equals(byAddress.country());
    return abroad || byAddress.leastDistanceMetres(byPosition) > 0;
  }
}

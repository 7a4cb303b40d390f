package io.zhenma.scan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.zhenma.crypto.Fingerprint;
import io.zhenma.device.UserAgent;
import io.zhenma.place.ClientAddress;
import io.zhenma.place.Place;
import io.zhenma.place.PlaceFinder;
import io.zhenma.verification.Circumstances;
import io.zhenma.verification.Connection;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request says of the look at an item, as the rules of the verdict take it. */
public final class ScanCircumstances {
  /** What WeChat and others say of the network of the moment: the same phone says another soon. */
  private static final Pattern NETWORK_OF_THE_MOMENT =
      Pattern.compile(
          "(?:NetType|network|NetworkType)[/:=]\\s*([\\w+-]+)", Pattern.CASE_INSENSITIVE);

  private static final Pattern MOBILE =
      Pattern.compile("[2-5]G\\+?|3GNET|LTE|CTLTE|NR|NRNSA|GPRS|EDGE|UMTS|HSDPA|WCDMA|CDMA");

  private static final Set<String> LAN = Set.of("WIFI", "WI-FI", "WLAN");

  /** Few different headers come again and again; reading one takes longer than the rest. */
  private static final Cache<String, Said> KNOWN =
      Caffeine.newBuilder()
          .maximumWeight(4_000_000)
          .<String, Said>weigher((agent, said) -> agent.length())
          .build();

  private ScanCircumstances() {}

  /** What a User-Agent says: a hash of the device, and how it is connected. */
  private record Said(int agent, Connection connection) {
    static Said by(String userAgent) {
      return new Said(
          NETWORK_OF_THE_MOMENT.matcher(userAgent).replaceAll("").hashCode(),
          ScanCircumstances.connection(userAgent));
    }
  }

  /**
   * Where a scan is made: where its address is, refined by what the person allowed, unless that is
   * no position or contradicts the address.
   */
  public static Place place(
      PlaceFinder places, Optional<InetAddress> address, Optional<ConsentedPosition> position) {
    Place byAddress = address.map(places::byAddress).orElse(Place.UNKNOWN);
    return position
        .filter(at -> !places.isFailedFix(at.latitude(), at.longitude(), at.accuracyMetres()))
        .map(at -> places.byPosition(at.latitude(), at.longitude(), at.accuracyMetres()))
        .map(byPosition -> places.combine(byAddress, byPosition))
        .orElse(byAddress);
  }

  /**
   * @param userAgent the header without the tokens of persons
   * @param returning whether the device brought the token that it was given
   * @param device the first 64 bits of the device's fingerprint
   */
  public static Circumstances of(
      UUID scanId,
      Instant at,
      Optional<InetAddress> address,
      String userAgent,
      boolean returning,
      long device,
      Place place) {
    Said said = KNOWN.get(userAgent, Said::by);
    return new Circumstances(
        scanId,
        at,
        device,
        returning,
        address.map(known -> ClientAddress.cut(known).hashCode()).orElse(0),
        said.agent(),
        said.connection(),
        place);
  }

  private static Connection connection(String userAgent) {
    Matcher said = NETWORK_OF_THE_MOMENT.matcher(userAgent);
    if (!said.find()) {
      return Connection.UNSAID;
    }
    String network = said.group(1).toUpperCase(Locale.ROOT);
    return LAN.contains(network)
        ? Connection.LAN
        : MOBILE.matcher(network).matches() ? Connection.MOBILE : Connection.UNSAID;
  }

  static Circumstances of(ScanRequest request, UserAgent agent, Fingerprint device, Place place) {
    return of(
        request.scanId(),
        request.at(),
        request.address(),
        agent.text(),
        request.returning(),
        device.prefix(),
        place);
  }
}

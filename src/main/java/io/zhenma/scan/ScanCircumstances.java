package io.zhenma.scan;

import io.zhenma.place.ClientAddress;
import io.zhenma.place.Place;
import io.zhenma.verification.Circumstances;
import java.util.regex.Pattern;

/** What a request says of the look at an item, as the rules of the verdict take it. */
public final class ScanCircumstances {
  /** What WeChat and others say of the network of the moment: the same phone says another soon. */
  private static final Pattern NETWORK_OF_THE_MOMENT =
      Pattern.compile(
          "(?:NetType|network|NetworkType)[/:=]\\s*([\\w+-]+)", Pattern.CASE_INSENSITIVE);

  private static final Pattern MOBILE_DATA =
      Pattern.compile(
          "(?:NetType|network|NetworkType)[/:=]\\s*(?:[2-5]G\\+?|3GNET|LTE|NR|NRNSA|CTLTE)(?![\\w+-])",
          Pattern.CASE_INSENSITIVE);

  private ScanCircumstances() {}

  /**
   * @param userAgent the header without the tokens of persons
   * @param device the first 64 bits of the device's fingerprint
   */
  public static Circumstances of(ScanRequest request, String userAgent, long device, Place place) {
    return new Circumstances(
        request.scanId(),
        request.at(),
        device,
        request.returning(),
        request.address().map(address -> ClientAddress.cut(address).hashCode()).orElse(0),
        NETWORK_OF_THE_MOMENT.matcher(userAgent).replaceAll("").hashCode(),
        MOBILE_DATA.matcher(userAgent).find(),
        place);
  }
}

package io.zhenma.place;

import java.net.InetAddress;
import net.dreamlu.mica.ip2region.core.IpInfo;
import net.dreamlu.mica.ip2region.core.IpV6Searcher;
import org.jspecify.annotations.Nullable;

/** The IPv6 table that comes with the bundled IPv4 one, in a format of its own. */
final class BundledIpv6Data implements AddressData {

  private final IpV6Searcher searcher;

  BundledIpv6Data(byte[] content) {
    searcher = IpV6Searcher.newWithBuffer(content);
  }

  @Override
  public int addressBytes() {
    return 16;
  }

  @Override
  public AddressRecord lookUp(InetAddress address) {
    @Nullable IpInfo found = searcher.query(withoutZone(address));
    if (found == null) {
      return AddressRecord.NONE;
    }
    return AddressRecord.of(
        found.getCountry(), found.getProvince(), found.getCity(), found.getIsp());
  }

  private static String withoutZone(InetAddress address) {
    String text = address.getHostAddress();
    int zone = text.indexOf('%');
    return zone < 0 ? text : text.substring(0, zone);
  }
}

package io.zhenma.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.lionsoul.ip2region.xdb.Header;
import org.lionsoul.ip2region.xdb.InetAddressException;
import org.lionsoul.ip2region.xdb.LongByteArray;
import org.lionsoul.ip2region.xdb.Searcher;
import org.lionsoul.ip2region.xdb.Version;
import org.lionsoul.ip2region.xdb.XdbException;

/** An ip2region table (.xdb) for IPv4 or IPv6, held in memory whole, so that look-ups share it. */
final class XdbData implements AddressData {

  private static final Pattern COUNTRY_CODE = Pattern.compile("[A-Z]{2}");

  private final Searcher searcher;

  XdbData(byte[] content) {
    if (content.length <= Searcher.HeaderInfoLength) {
      throw new IllegalArgumentException("not an xdb file: too short");
    }
    try {
      Header header = new Header(Arrays.copyOf(content, Searcher.HeaderInfoLength));
      Version version =
          header.version == Searcher.STRUCTURE_20 ? Version.IPv4 : Version.fromHeader(header);
      searcher = Searcher.newWithBuffer(version, new LongByteArray(content));
    } catch (XdbException e) {
      throw new IllegalArgumentException("not an xdb file", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static XdbData read(Path file) {
    try {
      return new XdbData(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int addressBytes() {
    return searcher.getIPVersion().bytes;
  }

  @Override
  public AddressRecord lookUp(InetAddress address) {
    try {
      String found = searcher.search(address.getAddress());
      return found == null ? AddressRecord.NONE : record(found.split("\\|", -1));
    } catch (IOException | InetAddressException e) {
      throw new IllegalStateException("the address table in memory cannot be read", e);
    }
  }

  /**
   * Tables before 2025 write country|area|province|city|carrier, later ones
   * country|province|city|carrier, with or without the ISO code behind.
   */
  private static AddressRecord record(String[] fields) {
    boolean withArea = fields.length == 5 && !COUNTRY_CODE.matcher(fields[4]).matches();
    int province = withArea ? 2 : 1;
    if (fields.length < province + 3) {
      return AddressRecord.NONE;
    }
    return AddressRecord.of(
        fields[0], fields[province], fields[province + 1], fields[province + 2]);
  }
}

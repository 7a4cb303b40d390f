package io.zhenma.place;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the table of rented machines and relays from lists that others keep: which autonomous
 * systems (RFC 1930) are such, and which addresses each of them announces.
 *
 * <p>Systems are taken from {@code place/networks.csv}, and so is every system whose name says what
 * it does, as "hosting", "cloud" and "data center" do.
 */
public final class NetworkTableMaker {
  private static final Pattern SAYS_SO =
      Pattern.compile(
          "hosting|\\bhosts?\\b|cloud|servers?\\b|data ?-?cent(?:er|re)|\\bvps\\b|dedicated|coloc|\\bidc\\b",
          Pattern.CASE_INSENSITIVE);

  /** start,end,number,name, the name in quotes where it holds a comma. */
  private static final Pattern ROUTE =
      Pattern.compile("([0-9A-Fa-f.:]+),([0-9A-Fa-f.:]+),(\\d{1,10}),?(.*)");

  private final Map<Long, NetworkClass> systems = new HashMap<>();
  private final TreeMap<Long, Range> ipv4 = new TreeMap<>();
  private final TreeMap<Long, Range> ipv6 = new TreeMap<>(Long::compareUnsigned);

  private record Range(long end, boolean relay) {}

  /** A maker that knows the systems of {@code place/networks.csv}. */
  public NetworkTableMaker() {
    for (String[] row : DataFile.rows("/place/networks.csv")) {
      systems.put(Long.parseLong(row[0]), NetworkClass.valueOf(row[1]));
    }
  }

  /**
   * Adds the routes that belong to such systems: lines of first address, last address, number of
   * the system and its name, of IPv4 or IPv6.
   *
   * @return how many lines were taken
   * @throws IllegalArgumentException when a line is none of these; the message names it
   */
  public int add(Reader routes) throws IOException {
    int taken = 0;
    int line = 0;
    BufferedReader in = new BufferedReader(routes);
    for (String text = in.readLine(); text != null; text = in.readLine()) {
      line++;
      Matcher route = ROUTE.matcher(text);
      if (!route.matches()) {
        throw new IllegalArgumentException("line " + line + " is no route");
      }
      Optional<NetworkClass> kind = kind(Long.parseLong(route.group(3)), route.group(4));
      if (kind.isPresent()) {
        put(address(route.group(1), line), address(route.group(2), line), kind.get());
        taken++;
      }
    }
    return taken;
  }

  private Optional<NetworkClass> kind(long system, String name) {
    NetworkClass listed = systems.get(system);
    if (listed != null) {
      return Optional.of(listed).filter(kind -> !kind.tellsWhere());
    }
    return SAYS_SO.matcher(name).find() ? Optional.of(NetworkClass.DATA_CENTRE) : Optional.empty();
  }

  private static byte[] address(String text, int line) {
    return ClientAddress.parse(text)
        .map(InetAddress::getAddress)
        .orElseThrow(() -> new IllegalArgumentException("line " + line + " has no address"));
  }

  /** Where two lines overlap, the first holds. */
  private void put(byte[] first, byte[] last, NetworkClass kind) {
    boolean v4 = first.length == Integer.BYTES;
    long start = number(first);
    long end = number(last);
    TreeMap<Long, Range> ranges = v4 ? ipv4 : ipv6;
    Map.Entry<Long, Range> before = ranges.floorEntry(end);
    if (before == null || Long.compareUnsigned(before.getValue().end(), start) < 0) {
      ranges.put(start, new Range(end, kind == NetworkClass.RELAY));
    }
  }

  private static long number(byte[] address) {
    ByteBuffer bytes = ByteBuffer.wrap(address);
    return address.length == Integer.BYTES
        ? Integer.toUnsignedLong(bytes.getInt())
        : bytes.getLong();
  }

  /** The table as a file, neighbouring ranges of one class as one. */
  public byte[] table() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(NetworkTable.MAGIC);
    write(out, joined(ipv4));
    write(out, joined(ipv6));
    return out.toByteArray();
  }

  private static List<Map.Entry<Long, Range>> joined(TreeMap<Long, Range> ranges) {
    List<Map.Entry<Long, Range>> joined = new ArrayList<>();
    for (Map.Entry<Long, Range> next : ranges.entrySet()) {
      int last = joined.size() - 1;
      Range range = next.getValue();
      if (last >= 0
          && joined.get(last).getValue().end() + 1 == next.getKey()
          && joined.get(last).getValue().relay() == range.relay()) {
        joined.set(last, Map.entry(joined.get(last).getKey(), range));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  private static void write(ByteArrayOutputStream out, List<Map.Entry<Long, Range>> ranges) {
    number(out, ranges.size());
    long next = 0;
    for (Map.Entry<Long, Range> range : ranges) {
      long start = range.getKey();
      long end = range.getValue().end();
      number(out, start - next);
      number(out, (end - start) << 1 | (range.getValue().relay() ? 1 : 0));
      next = end + 1;
    }
  }

  private static void number(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}

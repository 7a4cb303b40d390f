package io.zhenma.http;

import io.vertx.core.MultiMap;
import io.zhenma.place.ClientAddress;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a proxy says of its client, before the server reads it: values that make sense are written
 * in the one form that the server reads well, the others are left out as if the proxy had not sent
 * them. The server itself would fail on them. Whether a proxy is believed is decided there.
 *
 * <p>Sources: RFC 7239 for {@code Forwarded}; the others are customs.
 */
final class ForwardingHeaders {
  private static final String FORWARDED = "Forwarded";
  private static final String FOR = "X-Forwarded-For";
  private static final String PROTO = "X-Forwarded-Proto";
  private static final String PORT = "X-Forwarded-Port";
  private static final String HOST = "X-Forwarded-Host";
  private static final String PREFIX = "X-Forwarded-Prefix";

  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final int LONGEST = 2_000;
  private static final int HIGHEST_PORT = 65_535;
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]{1,80}){1,8}/?");

  /** Addresses that a proxy hides (RFC 7239, section 6.2 and 6.3). */
  private static final Pattern HIDDEN = Pattern.compile("unknown|_[A-Za-z0-9._-]{1,60}");

  private static final Pattern PAIR =
      Pattern.compile("\\s*([A-Za-z]+)\\s*=\\s*(?:\"([^\"\\\\]*)\"|([^\\s\";,=]+))\\s*");

  private ForwardingHeaders() {}

  /** Leaves what makes sense. */
  static void tidy(MultiMap headers) {
    tidy(headers, FOR, ForwardingHeaders::client);
    tidy(headers, PROTO, ForwardingHeaders::scheme);
    tidy(headers, PORT, ForwardingHeaders::port);
    tidy(headers, HOST, text -> Optional.of(text).filter(HostHeader::isValid));
    tidy(headers, PREFIX, text -> Optional.of(text).filter(PATH.asMatchPredicate()));
    String forwarded = headers.get(FORWARDED);
    if (forwarded != null) {
      replace(headers, FORWARDED, forwarded.length() > LONGEST ? null : first(forwarded));
    }
  }

  private static void tidy(MultiMap headers, String name, Reading reading) {
    String sent = headers.get(name);
    if (sent != null) {
      int comma = sent.indexOf(',');
      String first = (comma < 0 ? sent : sent.substring(0, comma)).strip();
      replace(headers, name, reading.read(first).orElse(null));
    }
  }

  private static void replace(MultiMap headers, String name, @Nullable String value) {
    if (value == null) {
      headers.remove(name);
    } else {
      headers.set(name, value);
    }
  }

  private static Optional<String> client(String text) {
    Optional<String> address = ClientAddress.parse(text).map(InetAddress::getHostAddress);
    return address.isPresent()
        ? address
        : Optional.of(text.toLowerCase(Locale.ROOT)).filter(HIDDEN.asMatchPredicate());
  }

  private static Optional<String> scheme(String text) {
    return Optional.of(text.toLowerCase(Locale.ROOT)).filter(SCHEMES::contains);
  }

  private static Optional<String> port(String text) {
    return Optional.of(text)
        .filter(DIGITS.asMatchPredicate())
        .filter(digits -> Integer.parseInt(digits) > 0 && Integer.parseInt(digits) <= HIGHEST_PORT);
  }

  /** The first element of a Forwarded header, or null when anything in it is wrong. */
  private static @Nullable String first(String header) {
    StringJoiner kept = new StringJoiner(";");
    Matcher pair = PAIR.matcher(header);
    int at = 0;
    while (pair.region(at, header.length()).lookingAt()) {
      String value = pair.group(2) == null ? pair.group(3) : pair.group(2);
      Optional<String> read = pair(pair.group(1).toLowerCase(Locale.ROOT), value);
      if (read.isEmpty()) {
        return null;
      }
      kept.add(read.get());
      at = pair.end();
      if (at == header.length() || header.charAt(at) == ',') {
        return kept.toString();
      }
      if (header.charAt(at) != ';') {
        return null;
      }
      at++;
    }
    return null;
  }

  private static Optional<String> pair(String name, String value) {
    Optional<String> read =
        switch (name) {
          case "for" -> client(value);
          case "proto" -> scheme(value);
          case "host" -> Optional.of(value).filter(HostHeader::isValid);
          default -> Optional.of("-");
        };
    return read.map(text -> name + "=" + text);
  }

  /** From what was sent to what is left of it. */
  @FunctionalInterface
  private interface Reading {
    Optional<String> read(String text);
  }
}

package io.zhenma.foreign;

import io.zhenma.gs1.Escapes;
import io.zhenma.gs1.Unseen;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes an http address in one form, so that a list and a browser name the same code alike: scheme
 * and host in lower case, an international host in ASCII, no default port, no dot segments, escapes
 * where they are needed and nowhere else, no fragment. Case of path and query is kept.
 *
 * <p>Sources: RFC 3986, section 6.2 (normalisation); RFC 3987, section 3.1 (characters beyond
 * ASCII); RFC 5890 (international host names).
 */
final class CodeAddress {
  private static final Pattern PARTS =
      Pattern.compile(
          "(?i)(https?):[/\\\\]+([^/\\\\?#]*)([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.DOTALL);
  private static final Pattern AUTHORITY = Pattern.compile("([^@:\\[\\]]+)(?::([0-9]{0,5}))?");
  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*");
  private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
  private static final String UNRESERVED = "-._~";
  private static final String RESERVED = ":/?[]@!$&'()*+,;=";
  private static final int HIGHEST_PORT = 65_535;

  private CodeAddress() {}

  /**
   * The normal form of an address that begins with {@code http:/} or {@code https:/}; a slash that
   * a proxy has swallowed after the scheme is put back. Its own normal form is itself.
   *
   * @throws ForeignCodeException when host or port are none
   */
  static String normalise(String address) {
    Matcher parts = PARTS.matcher(address);
    if (!parts.matches()) {
      throw new ForeignCodeException(LineFault.ADDRESS);
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    String query = parts.group(4);
    return scheme
        + "://"
        + authority(scheme, parts.group(2))
        + path(escaped(parts.group(3).replace('\\', '/')))
        + (query == null ? "" : escaped(query));
  }

  /** The address with escapes of gaps and unseen characters as these characters themselves. */
  static String withUnseen(String address) {
    return ESCAPES
        .matcher(address)
        .replaceAll(run -> Matcher.quoteReplacement(unseen(run.group())));
  }

  private static String unseen(String escapes) {
    StringBuilder text = new StringBuilder(escapes.length());
    for (int i = 0; i < escapes.length(); ) {
      int end = characterEnd(escapes, i);
      String character = Escapes.decoded(escapes.substring(i, end));
      int c = character.codePointAt(0);
      boolean seen = c == '%' || !(Unseen.is(c) || Unseen.isGap(c));
      text.append(seen ? escapes.substring(i, end) : character);
      i = end;
    }
    return text.toString();
  }

  /** Where the escapes of one character end, or of one byte that is no text. */
  private static int characterEnd(String escapes, int from) {
    for (int end = from + 3; end <= Math.min(escapes.length(), from + 12); end += 3) {
      String decoded = Escapes.decoded(escapes.substring(from, end));
      if (decoded.codePointCount(0, decoded.length()) == 1) {
        return end;
      }
    }
    return from + 3;
  }

  private static String authority(String scheme, String text) {
    Matcher parts = AUTHORITY.matcher(text);
    if (!parts.matches()) {
      throw new ForeignCodeException(LineFault.ADDRESS);
    }
    String port = parts.group(2);
    return host(parts.group(1)) + (port == null || port.isEmpty() ? "" : port(scheme, port));
  }

  private static String host(String text) {
    String ascii;
    try {
      ascii = IDN.toASCII(Escapes.decoded(text)).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException noHost) {
      throw new ForeignCodeException(LineFault.ADDRESS);
    }
    String host = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    if (!HOST.matcher(host).matches()) {
      throw new ForeignCodeException(LineFault.ADDRESS);
    }
    return host;
  }

  private static String port(String scheme, String digits) {
    int port = Integer.parseInt(digits);
    if (port < 1 || port > HIGHEST_PORT) {
      throw new ForeignCodeException(LineFault.ADDRESS);
    }
    return port == (scheme.equals("http") ? 80 : 443) ? "" : ":" + port;
  }

  /** Without dot segments (RFC 3986, section 5.2.4), as browsers send it. */
  private static String path(String escaped) {
    Deque<String> segments = new ArrayDeque<>();
    String[] all = escaped.split("/", -1);
    for (String segment : Arrays.asList(all).subList(1, Math.max(1, all.length))) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    String last = all[all.length - 1];
    boolean endsAtDots = last.equals(".") || last.equals("..");
    return "/" + String.join("/", segments) + (endsAtDots && !segments.isEmpty() ? "/" : "");
  }

  private static String escaped(String text) {
    String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    StringBuilder out = new StringBuilder(bytes.length());
    for (int i = 0; i < bytes.length(); i++) {
      int named = Escapes.octet(bytes, i);
      if (named >= 0) {
        append(out, named, false);
        i += 2;
      } else {
        append(out, bytes.charAt(i), true);
      }
    }
    return out.toString();
  }

  private static void append(StringBuilder out, int value, boolean wasPlain) {
    boolean alphanumeric =
        value < 128 && (Character.isDigit(value) || Character.isLetter((char) value));
    if (alphanumeric
        || UNRESERVED.indexOf(value) >= 0
        || (wasPlain && RESERVED.indexOf(value) >= 0)) {
      out.append((char) value);
    } else {
      out.append('%').append(digit(value >> 4)).append(digit(value & 15));
    }
  }

  private static char digit(int value) {
    return Character.toUpperCase(Character.forDigit(value, 16));
  }
}

package io.zhenma.scan;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.zhenma.crypto.TokenSigner;
import io.zhenma.http.ContentCoding;
import io.zhenma.page.Languages;
import io.zhenma.place.ClientAddress;
import io.zhenma.tenancy.BrandKeys;
import io.zhenma.traffic.Hints;
import io.zhenma.traffic.VisitorKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an HTTP request says of the device in front of it. */
@RequestScoped
class Arrival {
  static final String DEVICE_COOKIE = "zhenma_device";
  private static final int COOKIE_SECONDS = (int) Duration.ofDays(365).toSeconds();
  static final String LOOK_COOKIE = "zhenma_look";
  private static final int LOOK_SECONDS = (int) Duration.ofMinutes(30).toSeconds();
  private static final long SAME_LOOK_SECONDS = 30;
  private static final int LONGEST_TARGET = 4_096;
  private static final String SERIAL_KEY = "/21/";
  private static final Pattern WEIGHT = Pattern.compile(";\\s*q=([01](?:\\.[0-9]{0,3})?)");

  private final HttpServerRequest request;
  private final TokenSigner tokens;
  private final Languages languages;
  private @Nullable String device;
  private @Nullable Optional<String> brought;

  Arrival(HttpServerRequest request, BrandKeys keys, Languages languages) {
    this.request = request;
    this.languages = languages;
    this.tokens = keys.deviceTokens();
  }

  ScanRequest scan(
      ScannedCode code,
      Optional<UUID> id,
      Optional<ConsentedPosition> position,
      VisitorKind visitor) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return new ScanRequest(
        id.or(() -> rememberedId(code)).orElseGet(() -> derivedId(code, now)),
        code,
        now,
        device(),
        knownDevice().isPresent(),
        address(),
        header(HttpHeaders.USER_AGENT),
        language(),
        position,
        visitor);
  }

  String userAgent() {
    return header(HttpHeaders.USER_AGENT);
  }

  /** What the request says of its sender. */
  Hints hints(ScanForm form) {
    return new Hints(
        userAgent(),
        header(HttpHeaders.ACCEPT_LANGUAGE),
        header("Sec-CH-UA"),
        header("Sec-CH-UA-Platform"),
        form.isScripted(),
        form.isTouched());
  }

  Locale language() {
    return languages.choose(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  /** Path and query as they were sent, nothing decoded; bytes that should have been are UTF-8. */
  String target() {
    String uri = request.uri();
    return uri.chars().allMatch(c -> c < 128) || uri.chars().anyMatch(c -> c > 255)
        ? uri
        : new String(uri.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Whether path and query are longer than any link that applications make of ours. */
  boolean isTooLong() {
    return request.uri().length() > LONGEST_TARGET;
  }

  /** Whether a browser asks for something to look at, rather than a program for data. */
  boolean isForPeople() {
    double page = quality("text/html", "application/xhtml+xml");
    double data = quality("application/json", "application/problem+json");
    return page > 0 ? page >= data : data == 0 && target().contains(SERIAL_KEY);
  }

  /** The highest quality that the client gives to one of these types by name; 0 for none. */
  private double quality(String... types) {
    double best = 0;
    for (String range : header(HttpHeaders.ACCEPT).toLowerCase(Locale.ROOT).split(",", -1)) {
      if (Arrays.asList(types).contains(range.split(";", 2)[0].strip())) {
        Matcher weight = WEIGHT.matcher(range);
        best = Math.max(best, weight.find() ? Double.parseDouble(weight.group(1)) : 1);
      }
    }
    return best;
  }

  boolean takesGzip() {
    return ContentCoding.takesGzip(header(HttpHeaders.ACCEPT_ENCODING));
  }

  /** The device's token: the one it brought, when we signed it, else a new one. */
  private String device() {
    if (device == null) {
      device = knownDevice().orElseGet(tokens::issue);
    }
    return device;
  }

  /** The device's token, when it was here before. */
  Optional<String> knownDevice() {
    Optional<String> known = brought;
    if (known == null) {
      known =
          Optional.ofNullable(request.getCookie(DEVICE_COOKIE))
              .map(Cookie::getValue)
              .flatMap(tokens::verified);
      brought = known;
    }
    return known;
  }

  /** Keeps the device's token in its browser for a year from now. */
  NewCookie deviceCookie() {
    return cookie(DEVICE_COOKIE, device(), COOKIE_SECONDS);
  }

  /** Lets a browser without script send its form again as the same scan, for half an hour. */
  NewCookie lookCookie(ScanRequest scan) {
    return cookie(LOOK_COOKIE, LookCookie.of(scan.scanId(), scan.code()), LOOK_SECONDS);
  }

  private NewCookie cookie(String name, String value, int seconds) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .maxAge(seconds)
        .httpOnly(true)
        .secure(request.isSSL())
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  Optional<InetAddress> address() {
    SocketAddress remote = request.remoteAddress();
    return remote == null || remote.hostAddress() == null
        ? Optional.empty()
        : ClientAddress.parse(remote.hostAddress());
  }

  /** The id that this browser's form of this code had within the last half hour. */
  Optional<UUID> rememberedId(ScannedCode code) {
    return Optional.ofNullable(request.getCookie(LOOK_COOKIE))
        .map(Cookie::getValue)
        .flatMap(cookie -> LookCookie.scanOf(cookie, code));
  }

  /**
   * A page without script makes no id; the same look within seconds, such as a double click, gets
   * the same one.
   */
  private UUID derivedId(ScannedCode code, Instant now) {
    String look =
        String.join(
            "\n",
            code.path(),
            knownDevice().orElse(""),
            address().map(InetAddress::getHostAddress).orElse(""),
            header(HttpHeaders.USER_AGENT),
            Long.toString(now.getEpochSecond() / SAME_LOOK_SECONDS));
    return UUID.nameUUIDFromBytes(look.getBytes(StandardCharsets.UTF_8));
  }

  private String header(String name) {
    String value = request.getHeader(name);
    return value == null ? "" : value;
  }
}

package io.zhenma.device;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A User-Agent header reduced to what says something of the device and nothing of its owner:
 * control characters gone, blanks single, tokens that differ from person to person removed, at most
 * {@value #LONGEST} characters. Equal devices so have equal texts, which are stored once, under
 * {@link #id}.
 */
public final class UserAgent {

  static final int LONGEST = 512;

  /** What no honest header exceeds; the rest is not even looked at. */
  private static final int LONGEST_RAW = 4096;

  private static final long REMEMBERED_CHARACTERS = 8_000_000;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

  /** Names of tokens that apps give to one person, one installation or one session. */
  private static final Set<String> PERSONAL =
      Set.of(
          "mmwebid",
          "ttid",
          "utdid",
          "uuid",
          "openudid",
          "idfa",
          "idfv",
          "oaid",
          "aaid",
          "aid",
          "imei",
          "imsi",
          "meid",
          "mac",
          "sid",
          "session",
          "sessionid",
          "token",
          "user",
          "userid",
          "uid",
          "deviceid",
          "did",
          "iid",
          "installid",
          "cuid",
          "euf",
          "eufd",
          "pin",
          "jdapppin",
          "guid",
          "qimei",
          "clientid",
          "traceid",
          "launchid",
          "webviewid",
          "ep");

  private static final Pattern TOKEN_NAME = Pattern.compile("(?<!\\w)\\w{2,16}+(?=[/:=@(])");
  private static final Pattern TOKEN_VALUE = Pattern.compile("[/:=@(]\\s*[^\\s;,)]*\\)?");

  /** UUIDs and IMEI-like numbers. */
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "(?<!\\w)[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}(?!\\w)"
              + "|(?<![\\w.])\\d{14,17}+(?![\\w.])");

  /** What is so long and holds a digit is a hash, a ciphertext or a key. */
  private static final Pattern LONG_RUN = Pattern.compile("(?<![\\w+=])[\\w+=]{24,}+");

  /** Reducing a header takes longer than all else that is done with it. */
  private static final Cache<String, UserAgent> KNOWN =
      Caffeine.newBuilder()
          .maximumWeight(REMEMBERED_CHARACTERS)
          .<String, UserAgent>weigher((header, agent) -> header.length())
          .build();

  private final String text;
  private final long id;

  /** Reduces whatever header arrives. */
  public UserAgent(String header) {
    this.text = reduced(header);
    this.id = id(text);
  }

  /** The same as the constructor's, from memory when the header came before. */
  public static UserAgent of(String header) {
    return header.length() > LONGEST_RAW
        ? new UserAgent(header)
        : KNOWN.get(header, UserAgent::new);
  }

  private static String reduced(String header) {
    String head = header.length() > LONGEST_RAW ? header.substring(0, LONGEST_RAW) : header;
    String visible = BLANKS.matcher(head).replaceAll(" ");
    String common = IDENTIFIER.matcher(withoutPersonalTokens(visible)).replaceAll("");
    String reduced =
        BLANKS
            .matcher(LONG_RUN.matcher(common).replaceAll(run -> hasDigit(run) ? "" : "$0"))
            .replaceAll(" ")
            .strip();
    return reduced.length() > LONGEST ? reduced.substring(0, LONGEST).strip() : reduced;
  }

  private static String withoutPersonalTokens(String header) {
    StringBuilder kept = new StringBuilder(header.length());
    Matcher name = TOKEN_NAME.matcher(header);
    Matcher value = TOKEN_VALUE.matcher(header);
    int from = 0;
    while (name.find()) {
      if (name.start() < from) {
        continue;
      }
      String plain = name.group().replace("_", "").toLowerCase(Locale.ROOT);
      if (PERSONAL.contains(plain) && value.region(name.end(), header.length()).lookingAt()) {
        kept.append(header, from, name.start());
        from = value.end();
      }
    }
    return kept.append(header, from, header.length()).toString();
  }

  private static boolean hasDigit(MatchResult run) {
    return run.group().chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  /** The reduced header, "" when there was none. */
  public String text() {
    return text;
  }

  /** A stable 64-bit key of the text: the first eight bytes of its SHA-256 (UTF-8), big-endian. */
  public long id() {
    return id;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UserAgent agent && agent.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  private static long id(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(sha256.digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

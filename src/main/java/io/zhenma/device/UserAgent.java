package io.zhenma.device;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * A User-Agent header reduced to what says something of the device and nothing of its owner:
 * control characters gone, blanks single, tokens that differ from person to person removed, at most
 * {@value #LONGEST} characters. Equal devices so have equal texts, which are stored once, under
 * {@link #id}.
 *
 * @param text the reduced header, "" when there was none
 */
public record UserAgent(String text) {

  static final int LONGEST = 512;

  /** What no honest header exceeds; the rest is not even looked at. */
  private static final int LONGEST_RAW = 4096;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

  /** Name and value of tokens that apps give to one person, one installation or one session. */
  private static final Pattern PERSONAL_TOKENS =
      Pattern.compile(
          "(?i)\\b(?:MMWEBID|TTID|UTDID|UUID|OPENUDID|IDFA|IDFV|OAID|AAID|IMEI|IMSI|MEID|MAC|SID"
              + "|SESSION(?:_?ID)?|TOKEN|USER_?ID|UID|DEVICE_?ID|DID|IID|INSTALL_?ID|CUID|EUFD?|JDAPP_?PIN|PIN"
              + "|AID|GUID|QIMEI|CLIENT_?ID|TRACE_?ID|LAUNCH_?ID|WEBVIEW_?ID|EP)[/:=@(]\\s*[^\\s;,)]*\\)?");

  /**
   * UUIDs, IMEI-like numbers (14 to 17 digits) and hexadecimal or base64-like runs of 24 and more.
   */
  private static final Pattern IDENTIFIERS =
      Pattern.compile(
          "(?i)\\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\\b"
              + "|(?<![\\w.])\\d{14,17}(?![\\w.])"
              + "|(?<!\\w)(?=[a-z0-9+_=]*\\d)[a-z0-9+_=]{24,}(?!\\w)");

  /** Canonical: reduces whatever header arrives. */
  public UserAgent {
    String head = text.length() > LONGEST_RAW ? text.substring(0, LONGEST_RAW) : text;
    String visible = BLANKS.matcher(head).replaceAll(" ");
    String common = PERSONAL_TOKENS.matcher(visible).replaceAll("");
    String reduced =
        BLANKS.matcher(IDENTIFIERS.matcher(common).replaceAll("")).replaceAll(" ").strip();
    text = reduced.length() > LONGEST ? reduced.substring(0, LONGEST).strip() : reduced;
  }

  /** A stable 64-bit key of the text: the first eight bytes of its SHA-256 (UTF-8), big-endian. */
  public long id() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(sha256.digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

package io.zhenma.page;

import io.zhenma.page.VerificationPages.Rendered;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** From a document's text to the bytes and headers it is served with. */
final class Rendering {

  private Rendering() {}

  static Rendered of(String html, String contentSecurityPolicy) {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    String tag = Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(bytes));
    // Weak, because the plain and the compressed bytes share it
    return new Rendered(
        bytes, gzip(bytes), "W/\"" + tag.substring(0, 22) + "\"", contentSecurityPolicy);
  }

  /**
   * A policy under which nothing runs or loads but the given style and script, known by their
   * bytes.
   *
   * @param script the inlined script, or "" for a page without one
   */
  static String policy(String style, String script) {
    String scripts = script.isEmpty() ? "" : "script-src " + source(script) + "; ";
    return "default-src 'none'; style-src "
        + source(style)
        + "; "
        + scripts
        + "connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none';"
        + " frame-ancestors 'none'";
  }

  /** The same for a page that may also draw a picture that the person chose. */
  static String policyWithPhoto(String style, String script) {
    return policy(style, script).replace("img-src ", "img-src blob: ");
  }

  /**
   * The same for a page that may also load this site's own scripts, and run one of them beside it:
   * the reader of camera pictures makes its worker of a text that it carries.
   */
  static String policyWithWorker(String style, String script) {
    return policy(style, script)
        .replace("script-src ", "script-src 'self' ")
        .concat("; worker-src blob:");
  }

  private static String source(String inlined) {
    byte[] hash = sha256(inlined.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
    try (GZIPOutputStream gzip = new SmallestGzip(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static final class SmallestGzip extends GZIPOutputStream {
    SmallestGzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}

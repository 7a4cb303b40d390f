package io.zhenma.http;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Whether what reads bodies will understand a Content-Type (RFC 9110, section 8.3). */
final class ContentType {
  private ContentType() {}

  /** Of a header, or of none, which says nothing wrong. */
  static boolean isReadable(@Nullable String header) {
    if (header == null || header.equals(MediaType.APPLICATION_JSON)) {
      return true;
    }
    try {
      MediaType type = MediaType.valueOf(header);
      String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
      return !type.isWildcardType()
          && !type.isWildcardSubtype()
          && (charset == null || Charset.isSupported(charset))
          && (!isForm(type) || !boundary(type).isEmpty());
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  private static boolean isForm(MediaType type) {
    return type.getType().equalsIgnoreCase("multipart");
  }

  private static String boundary(MediaType type) {
    return type.getParameters().getOrDefault("boundary", "").replace("\"", "").strip();
  }
}

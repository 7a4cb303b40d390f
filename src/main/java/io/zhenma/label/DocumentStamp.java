package io.zhenma.label;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What makes one file differ from another with the same labels. The same labels, template and stamp
 * give the same bytes.
 *
 * @param title shown by readers; anything, may be empty
 * @param id goes into the file's identifier, such as the batch's number
 * @param created the date the file says it was made
 */
public record DocumentStamp(String title, long id, Instant created) {
  private static final DateTimeFormatter PDF_DATE =
      DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The information dictionary of a PDF (ISO 32000-1, 14.3.3). */
  String information() {
    return PdfObjects.format(
        "<</Producer(Zhenma)/CreationDate(%s)/Title<FEFF%s>>>",
        PDF_DATE.format(created), hex(title.getBytes(StandardCharsets.UTF_16BE)));
  }

  /** 32 hexadecimal digits (14.4). */
  String identifier() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((id + " " + created + " " + title).getBytes(StandardCharsets.UTF_8));
      return hex(digest).substring(0, 32);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }
}

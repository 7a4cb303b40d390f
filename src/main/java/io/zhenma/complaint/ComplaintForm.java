package io.zhenma.complaint;

import io.zhenma.gs1.Gs1Exception;
import io.zhenma.page.ComplaintPage;
import io.zhenma.picture.PictureException;
import io.zhenma.picture.PictureMaker;
import io.zhenma.picture.PictureSender;
import io.zhenma.picture.PictureUse;
import io.zhenma.problem.FieldRule;
import io.zhenma.problem.PlainText;
import io.zhenma.problem.ProblemException;
import io.zhenma.scan.ScannedCode;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** What the page's form sends, with or without script. */
class ComplaintForm {
  private static final String YES = "1";

  @RestForm @Nullable String code;
  @RestForm @Nullable String scan;
  @RestForm @Nullable String boughtAt;
  @RestForm @Nullable String message;
  @RestForm @Nullable String contact;
  @RestForm @Nullable String consent;
  @RestForm @Nullable String fragment;
  @RestForm @Nullable FileUpload photo;

  private final Map<String, String> faults = new HashMap<>();

  boolean wantsFragment() {
    return YES.equals(fragment);
  }

  /** The code that was scanned; empty when the form names none. */
  Optional<ScannedCode> scannedCode() {
    return code(code);
  }

  static Optional<ScannedCode> code(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(ScannedCode::parse);
    } catch (Gs1Exception none) {
      return Optional.empty();
    }
  }

  /** What names the scan, or "". */
  String scan() {
    return given(scan);
  }

  /**
   * What is written, without the photo; empty when something is wrong with it: then {@link #page}
   * shows what.
   */
  Optional<NewComplaint> written() {
    String place = text("boughtAt", boughtAt, NewComplaint.LONGEST_PLACE);
    String said = text("message", message, NewComplaint.LONGEST_MESSAGE);
    String reach = text("contact", contact, NewComplaint.LONGEST_CONTACT);
    if (!reach.isEmpty() && !YES.equals(consent)) {
      faults.put("consent", "consent");
    }
    if (place.isEmpty() && said.isEmpty() && !hasPhoto() && faults.isEmpty()) {
      faults.put("message", "empty");
    }
    return faults.isEmpty()
        ? Optional.of(new NewComplaint(place, said, reach, Optional.empty()))
        : Optional.empty();
  }

  private boolean hasPhoto() {
    return photo != null && photo.size() > 0;
  }

  /**
   * The same with the photo made, which may take seconds; nothing of the file is read before.
   *
   * @throws PictureException when it can't be taken; {@link #page} then says why
   */
  NewComplaint withPhoto(NewComplaint written) throws PictureException {
    FileUpload sent = photo;
    if (sent == null || sent.size() == 0) {
      return written;
    }
    try {
      return written.with(
          PictureMaker.make(
              () -> Files.newInputStream(sent.uploadedFile()),
              PictureUse.PHOTO,
              PictureSender.CONSUMERS));
    } catch (PictureException refused) {
      faults.put("photo", "photo-" + refused.fault().slug());
      throw refused;
    }
  }

  ComplaintPage page(String brand) {
    return new ComplaintPage(
        brand,
        given(code),
        given(scan),
        Map.of("boughtAt", given(boughtAt), "message", given(message), "contact", given(contact)),
        YES.equals(consent),
        faults);
  }

  private String text(String field, @Nullable String value, int longest) {
    if (value == null || value.isBlank()) {
      return "";
    }
    try {
      return FieldRule.lines(field, PlainText.readable(value), longest);
    } catch (ProblemException wrong) {
      faults.put(field, "text");
      return "";
    }
  }

  private static String given(@Nullable String text) {
    return text == null ? "" : text;
  }
}

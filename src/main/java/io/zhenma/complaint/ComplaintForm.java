package io.zhenma.complaint;

import io.zhenma.gs1.Gs1Exception;
import io.zhenma.page.ComplaintPage;
import io.zhenma.picture.Picture;
import io.zhenma.picture.PictureException;
import io.zhenma.picture.PictureUse;
import io.zhenma.problem.FieldRule;
import io.zhenma.problem.PlainText;
import io.zhenma.problem.ProblemException;
import io.zhenma.scan.ScannedCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

  Optional<UUID> scanId() {
    return id(scan);
  }

  static Optional<UUID> id(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(UUID::fromString);
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** What is told, or empty when something is wrong with it: then {@link #page} shows what. */
  Optional<NewComplaint> told() {
    String place = text("boughtAt", boughtAt, NewComplaint.LONGEST_PLACE);
    String said = text("message", message, NewComplaint.LONGEST_MESSAGE);
    String reach = text("contact", contact, NewComplaint.LONGEST_CONTACT);
    if (!reach.isEmpty() && !YES.equals(consent)) {
      faults.put("consent", "consent");
    }
    Optional<Picture> picture = picture();
    if (place.isEmpty() && said.isEmpty() && picture.isEmpty() && faults.isEmpty()) {
      faults.put("message", "empty");
    }
    return faults.isEmpty()
        ? Optional.of(new NewComplaint(place, said, reach, picture))
        : Optional.empty();
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

  private Optional<Picture> picture() {
    FileUpload sent = photo;
    if (sent == null || sent.size() == 0) {
      return Optional.empty();
    }
    try (InputStream file = Files.newInputStream(sent.uploadedFile())) {
      byte[] bytes = file.readNBytes(PictureUse.PHOTO.largestBytes() + 1);
      return Optional.of(Picture.of(bytes, PictureUse.PHOTO));
    } catch (PictureException refused) {
      faults.put("photo", "photo-" + refused.fault().slug());
      return Optional.empty();
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private static String given(@Nullable String text) {
    return text == null ? "" : text;
  }
}

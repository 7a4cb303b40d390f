package io.zhenma.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhenma.label.Arrangement;
import io.zhenma.label.CodeStyle;
import io.zhenma.label.ErrorCorrection;
import io.zhenma.label.LabelException;
import io.zhenma.label.LabelTemplate;
import io.zhenma.label.LabelText;
import io.zhenma.label.Logo;
import io.zhenma.label.MaskChoice;
import io.zhenma.label.PageKind;
import io.zhenma.label.Sheet;
import io.zhenma.label.TextStyle;
import io.zhenma.picture.PictureException;
import io.zhenma.picture.PictureSender;
import io.zhenma.picture.PictureUse;
import io.zhenma.problem.ProblemException;
import io.zhenma.tenancy.Pictures;
import jakarta.validation.constraints.NotNull;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A label template as JSON, in the API and as it is stored. Lengths in millimetres, letters in
 * points; the fields' meaning and limits are {@link LabelTemplate}'s.
 *
 * @param pageWidthMm of a CUSTOM page; others have their own
 * @param quietZone modules
 * @param logo a PNG or JPEG file in base64, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LabelDesign(
    @NotNull PageKind page,
    double pageWidthMm,
    double pageHeightMm,
    double marginXMm,
    double marginYMm,
    double gapXMm,
    double gapYMm,
    boolean cutMarks,
    double labelWidthMm,
    double labelHeightMm,
    @NotNull Arrangement arrangement,
    boolean pairs,
    double codeSideMm,
    int quietZone,
    @NotNull ErrorCorrection correction,
    @NotNull MaskChoice mask,
    @NotNull Set<@NotNull LabelText> texts,
    double textPt,
    @NotNull String outerWord,
    @NotNull String innerWord,
    double logoHeightMm,
    @Nullable String logo,
    int dpi) {
  static LabelDesign of(LabelTemplate template) {
    Sheet sheet = template.sheet();
    CodeStyle code = template.code();
    TextStyle text = template.text();
    return new LabelDesign(
        sheet.kind(),
        sheet.widthMm(),
        sheet.heightMm(),
        sheet.marginXMm(),
        sheet.marginYMm(),
        sheet.gapXMm(),
        sheet.gapYMm(),
        sheet.cutMarks(),
        template.labelWidthMm(),
        template.labelHeightMm(),
        template.arrangement(),
        template.pairs(),
        code.sideMm(),
        code.quietZone(),
        code.correction(),
        code.mask(),
        text.texts(),
        text.sizePt(),
        text.outerWord(),
        text.innerWord(),
        template.logoHeightMm(),
        template.logo().map(logo -> Base64.getEncoder().encodeToString(logo.bytes())).orElse(null),
        template.dpi());
  }

  /**
   * The template of a design whose logo was {@linkplain #withLogoMade made} before.
   *
   * @throws ProblemException when it does not fit, at the field that is wrong
   */
  LabelTemplate template() {
    try {
      return new LabelTemplate(
          new Sheet(
              page, pageWidthMm, pageHeightMm, marginXMm, marginYMm, gapXMm, gapYMm, cutMarks),
          labelWidthMm,
          labelHeightMm,
          arrangement,
          pairs,
          new CodeStyle(codeSideMm, quietZone, correction, mask),
          new TextStyle(texts, textPt, outerWord, innerWord),
          logoHeightMm,
          picture(),
          dpi);
    } catch (LabelException refused) {
      throw ProblemException.field(refused.field(), refused.rule(), refused.limits().toArray());
    }
  }

  private Optional<Logo> picture() {
    return logo == null ? Optional.empty() : Optional.of(Logo.stored(decoded(logo)));
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException noBase64) {
      throw ProblemException.field("logo", "label-logo-type");
    }
  }

  /**
   * The same with the logo made anew, so that it is read with care once and never again. Takes a
   * while: call it outside of transactions.
   *
   * @throws ProblemException when the logo can't be taken, or too many pictures are being made
   */
  LabelDesign withLogoMade(long brandId) {
    if (logo == null) {
      return this;
    }
    try {
      Logo made = Logo.of(decoded(logo), PictureSender.brand(brandId));
      return withLogo(Base64.getEncoder().encodeToString(made.bytes()));
    } catch (LabelException refused) {
      throw ProblemException.field(refused.field(), refused.rule(), refused.limits().toArray());
    } catch (PictureException busy) {
      throw Pictures.refusal("logo", busy.fault(), PictureUse.LABEL);
    }
  }

  /** Whether the logo is that of another design, made already; it would lose with each making. */
  boolean hasLogoOf(LabelDesign other) {
    return Objects.equals(logo, other.logo);
  }

  LabelDesign withoutLogo() {
    return withLogo(null);
  }

  private LabelDesign withLogo(@Nullable String changed) {
    return new LabelDesign(
        page,
        pageWidthMm,
        pageHeightMm,
        marginXMm,
        marginYMm,
        gapXMm,
        gapYMm,
        cutMarks,
        labelWidthMm,
        labelHeightMm,
        arrangement,
        pairs,
        codeSideMm,
        quietZone,
        correction,
        mask,
        texts,
        textPt,
        outerWord,
        innerWord,
        logoHeightMm,
        changed,
        dpi);
  }
}

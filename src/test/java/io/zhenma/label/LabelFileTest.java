package io.zhenma.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelFileTest {
  private static final Path CHINESE_FONT =
      Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc");

  @ParameterizedTest
  @EnumSource(LabelFormat.class)
  void theSameLabelsGiveTheSameBytesWithAnyNumberOfThreads(LabelFormat format) throws IOException {
    List<Label> labels = SampleLabels.compact(1).limit(130).toList();
    LabelFile file = file(LabelTemplate.A4_40);
    byte[] once = write(file.with(1), format, labels);

    assertThat(write(file.with(1), format, labels)).isEqualTo(once);
    assertThat(write(file.with(3), format, labels)).isEqualTo(once);
  }

  @Test
  void aPageHasVectorsOnlyAndOnePathACode() throws IOException {
    try (PDDocument document =
        pdf(LabelTemplate.A4_40, SampleLabels.compact(1).limit(40).toList())) {
      PDPage page = document.getPage(0);
      assertThat(page.getResources().getXObjectNames()).isEmpty();
      String operators = new String(page.getContents().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(operators.lines().filter("f"::equals)).as("fills").hasSize(40);
      assertThat(operators.lines().filter(line -> line.startsWith("BI"))).as("images").isEmpty();
    }
  }

  @Test
  void theTextsCanBeSearched() throws IOException {
    List<Label> labels = SampleLabels.compact(1).limit(41).toList();
    try (PDDocument document = pdf(LabelTemplate.A4_40, labels)) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertThat(document.getPage(1).getMediaBox().getWidth()).isBetween(595.2f, 595.3f);
      String text = new PDFTextStripper().getText(document);
      assertThat(labels)
          .allSatisfy(
              label ->
                  assertThat(text).contains(SerialText.line(label.codes().get(0).serial(), 0, 1)));
      assertThat(text).contains("LOT 2026-01-A #40");
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Batch 7");
    }
  }

  @Test
  void manyPagesHangInATreeOfPages() throws IOException {
    LabelTemplate roll = everything(Sheet.roll(), false, Optional.empty());
    try (PDDocument document = pdf(roll, SampleLabels.compact(1).limit(1_001).toList())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1_001);
      assertThat(
              document
                  .getDocumentCatalog()
                  .getPages()
                  .getCOSObject()
                  .getCOSArray(COSName.KIDS)
                  .size())
          .isEqualTo(3);
      assertThat(new PDFTextStripper().getText(document)).contains("#1000");
    }
  }

  @Test
  void aChineseNameIsPrintedWithAFontThatHasIt() throws IOException {
    assumeTrue(Files.isReadable(CHINESE_FONT), "needs " + CHINESE_FONT);
    List<Label> labels = SampleLabels.compact(1).limit(3).toList();
    LabelTemplate template = everything(Sheet.roll(), false, Optional.empty());
    byte[] bytes =
        write(
            LabelFile.of(template, LabelFonts.with(CHINESE_FONT), SampleLabels.STAMP),
            LabelFormat.PDF,
            labels);
    try (PDDocument document = Loader.loadPDF(bytes)) {
      assertThat(new PDFTextStripper().getText(document))
          .contains(SampleLabels.CHINESE, "EXP 2027-06-30");
    }
    assertThat(bytes.length).as("only the letters used are embedded").isLessThan(60_000);
  }

  @Test
  void withoutSuchAFontTheNameIsPrintedAsFarAsItGoes() throws IOException {
    LabelTemplate template = everything(Sheet.roll(), false, Optional.empty());
    try (PDDocument document = pdf(template, SampleLabels.compact(1).limit(1).toList())) {
      assertThat(new PDFTextStripper().getText(document)).contains("250").doesNotContain("茉");
    }
  }

  @Test
  void pairsStandSideBySideWithTheirKinds() throws IOException {
    List<Label> labels = SampleLabels.both(1).limit(2).toList();
    LabelTemplate template = everything(Sheet.roll(), true, Optional.empty());
    try (PDDocument document = pdf(template, labels)) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertThat(new PDFTextStripper().getText(document)).contains("OUTER", "INNER");
    }
  }

  @Test
  void withoutPairsEachCodeHasItsOwnLabel() throws IOException {
    LabelTemplate template = everything(Sheet.roll(), false, Optional.empty());
    try (PDDocument document = pdf(template, SampleLabels.both(1).limit(2).toList())) {
      assertThat(document.getNumberOfPages()).isEqualTo(4);
    }
  }

  @Test
  void aLogoIsPrintedOnceAFileAndNeverOverTheCode() throws IOException {
    Logo logo = Logo.stored(png(400, 100));
    LabelTemplate template = everything(Sheet.roll(), false, Optional.of(logo));
    LabelLayout layout = LabelLayout.of(template);
    byte[] file = write(file(template), LabelFormat.PDF, SampleLabels.compact(1).limit(3).toList());
    try (PDDocument document = Loader.loadPDF(file)) {
      assertThat(document.getPage(2).getResources().getXObjectNames()).hasSize(1);
    }
    assertThat(layout.logo().top() + layout.logo().height()).isLessThan(layout.codeTop());
  }

  @Test
  void picturesAreCalledByItemAndKindAndKnowTheirSize() throws IOException {
    List<Label> labels = SampleLabels.both(1).limit(2).toList();
    byte[] file = write(file(LabelTemplate.A4_40), LabelFormat.PNG_ZIP, labels);
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
        names.add(next.getName());
        byte[] png = zip.readAllBytes();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(413);
        assertThat(image.getColorModel().getPixelSize()).isEqualTo(1);
        assertThat(dotsAMetre(png)).isEqualTo(11_811);
      }
    }

    assertThat(names)
        .containsExactly(
            "000000000-outer.png",
            "000000000-inner.png",
            "000000001-outer.png",
            "000000001-inner.png");
  }

  private static int dotsAMetre(byte[] png) {
    int at = new String(png, StandardCharsets.ISO_8859_1).indexOf("pHYs") + 4;
    return java.nio.ByteBuffer.wrap(png).getInt(at);
  }

  @Test
  void progressIsToldInCodesAfterEachPage() throws IOException {
    List<Long> told = new ArrayList<>();
    long written =
        file(LabelTemplate.A4_40)
            .write(
                LabelFormat.PDF,
                SampleLabels.both(1).limit(45).iterator(),
                OutputStream.nullOutputStream(),
                told::add);

    assertThat(written).isEqualTo(90);
    assertThat(told).containsExactly(40L, 80L, 90L);
  }

  @ParameterizedTest
  @EnumSource(LabelFormat.class)
  void whatTheProgressThrowsEndsTheWriting(LabelFormat format) {
    Iterator<Label> endless = SampleLabels.compact(1).iterator();

    assertThatThrownBy(
            () ->
                file(LabelTemplate.A4_40)
                    .with(2)
                    .write(
                        format,
                        endless,
                        OutputStream.nullOutputStream(),
                        written -> {
                          throw new CancellationException("enough");
                        }))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void anInterruptEndsTheWriting() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () ->
                write(
                    file(LabelTemplate.A4_40).with(2),
                    LabelFormat.PDF,
                    SampleLabels.compact(1).limit(200).toList()))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).as("still told to stop").isTrue();
  }

  @Test
  void theOutputStaysOpen() throws IOException {
    boolean[] closed = {false};
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    for (LabelFormat format : LabelFormat.values()) {
      file(LabelTemplate.A4_40)
          .write(format, SampleLabels.compact(1).limit(1).iterator(), out, written -> {});
    }

    assertThat(closed[0]).isFalse();
  }

  @Test
  void aLinkTooLongForItsCodeEndsTheWriting() {
    Label first = SampleLabels.compact(1).findFirst().orElseThrow();
    Label.Code code = first.codes().get(0);
    Label tooLong =
        first.with(new Label.Code(code.kind(), "HTTPS://" + "A".repeat(2_500), code.serial()));

    assertThatThrownBy(
            () -> write(file(LabelTemplate.A4_40), LabelFormat.PDF, List.of(first, tooLong)))
        .isInstanceOf(LabelException.class)
        .hasMessageContaining("label-module");
  }

  @Test
  void noLabelsAreRefused() {
    assertThatThrownBy(() -> write(file(LabelTemplate.A4_40), LabelFormat.ZPL, List.of()))
        .isInstanceOf(LabelException.class)
        .hasMessageContaining("label-none");
  }

  /** All texts, a logo's room, and a label high enough for them. */
  private static LabelTemplate everything(Sheet sheet, boolean pairs, Optional<Logo> logo) {
    return new LabelTemplate(
        sheet,
        80,
        50,
        Arrangement.STACKED,
        pairs,
        new CodeStyle(20, 4, ErrorCorrection.Q, MaskChoice.FIXED),
        new TextStyle(Set.of(LabelText.values()), 6, "OUTER", "INNER"),
        6,
        logo,
        300);
  }

  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private static LabelFile file(LabelTemplate template) {
    return LabelFile.of(template, LabelFonts.latinOnly(), SampleLabels.STAMP);
  }

  private static PDDocument pdf(LabelTemplate template, List<Label> labels) throws IOException {
    return Loader.loadPDF(write(file(template), LabelFormat.PDF, labels));
  }

  private static byte[] write(LabelFile file, LabelFormat format, List<Label> labels)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file.write(format, labels.iterator(), out, written -> {});
    return out.toByteArray();
  }
}

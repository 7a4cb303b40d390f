package io.zhenma.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelSheetTest {
  private static final LabelFormat SMALL =
      new LabelFormat(PageSize.LETTER, 15, 20, 11, 8, 8, 1, 1, ErrorCorrection.M);

  @Test
  void everyLabelOfAFullPageIsReadByZxing() throws IOException {
    List<Label> labels = SampleLabels.list(40);
    List<BufferedImage> printed =
        RenderedSheet.labels(pdf(labels, LabelFormat.A4_40), 0, LabelFormat.A4_40);

    assertThat(printed.stream().map(RenderedSheet::readByZxing))
        .containsExactlyElementsOf(links(labels));
  }

  @Test
  void everyLabelOfAFullPageIsReadByZbar(@TempDir Path folder) throws Exception {
    assumeTrue(
        Files.isExecutable(RenderedSheet.ZBAR), "zbarimg isn't installed (Debian: zbar-tools)");
    List<Label> labels = SampleLabels.list(40);
    List<BufferedImage> printed =
        RenderedSheet.labels(pdf(labels, LabelFormat.A4_40), 0, LabelFormat.A4_40);

    assertThat(RenderedSheet.readByZbar(printed, folder)).containsExactlyElementsOf(links(labels));
  }

  @Test
  void theSmallestLabelsAreReadToo() throws IOException {
    List<Label> labels = SampleLabels.list(SMALL.labelsPerPage());
    List<BufferedImage> printed = RenderedSheet.labels(pdf(labels, SMALL), 0, SMALL);

    assertThat(printed.stream().map(RenderedSheet::readByZxing))
        .containsExactlyElementsOf(links(labels));
  }

  @Test
  void theTextStaysOutOfTheQuietZone() throws IOException {
    BufferedImage label = RenderedSheet.labels(pdf(SampleLabels.list(1), SMALL), 0, SMALL).get(0);
    int top = firstDarkRow(label);
    double dotsPerMm = 300 / 25.4;
    double quiet = 4 * SMALL.moduleMm(33) * dotsPerMm;
    int bottom = (int) Math.round(top + 33 * SMALL.moduleMm(33) * dotsPerMm);

    for (int y = bottom + 2; y < bottom + quiet - 2; y++) {
      assertThat(isLight(label, y)).as("row %d below the code", y).isTrue();
    }
  }

  @Test
  void theTextUnderEachCodeCanBeExtracted() throws IOException {
    List<Label> labels = SampleLabels.list(41);
    try (PDDocument document = Loader.loadPDF(pdf(labels, LabelFormat.A4_40))) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      String text = new PDFTextStripper().getText(document);
      assertThat(labels).allSatisfy(label -> assertThat(text).contains(label.groupedSerial()));
      assertThat(text).contains("LOT 2026-01-A");
    }
  }

  @Test
  void aCaptionOfAnyTextIsPrintedAsFarAsTheFontGoes() throws IOException {
    Label first = SampleLabels.list(1).get(0);
    Label odd = new Label(first.link(), first.serial(), "批次 (A\\7) é 🍵");
    try (PDDocument document = Loader.loadPDF(pdf(List.of(odd), LabelFormat.A4_40))) {
      assertThat(new PDFTextStripper().getText(document)).contains("(A\\7) é");
    }
  }

  @Test
  void aPageHasVectorsOnly() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(SampleLabels.list(40), LabelFormat.A4_40))) {
      PDPage page = document.getPage(0);
      assertThat(page.getResources().getXObjectNames()).isEmpty();
      String operators = new String(page.getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(operators.lines().filter("f"::equals)).as("fills").hasSize(1);
      assertThat(operators.lines().filter(line -> line.startsWith("BI"))).as("images").isEmpty();
    }
  }

  @Test
  void theSameLabelsGiveTheSameBytes() throws IOException {
    byte[] once = pdf(SampleLabels.list(50), LabelFormat.A4_40);

    assertThat(pdf(SampleLabels.list(50), LabelFormat.A4_40)).isEqualTo(once);
    assertThat(
            write(SampleLabels.list(50).iterator(), new DocumentStamp("Batch 7", 8, Instant.EPOCH)))
        .isNotEqualTo(once);
  }

  @Test
  void progressIsToldAfterEachPage() throws IOException {
    List<Long> told = new ArrayList<>();
    long written =
        LabelSheet.write(
            SampleLabels.list(90).iterator(),
            LabelFormat.A4_40,
            SampleLabels.STAMP,
            OutputStream.nullOutputStream(),
            told::add);

    assertThat(written).isEqualTo(90);
    assertThat(told).containsExactly(40L, 80L, 90L);
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
    LabelSheet.write(
        SampleLabels.list(1).iterator(), LabelFormat.A4_40, SampleLabels.STAMP, out, n -> {});

    assertThat(out.size()).isPositive();
    assertThat(closed[0]).isFalse();
  }

  @Test
  void aRefusedLabelLeavesTheOutputUntouched() {
    Label first = SampleLabels.list(1).get(0);
    Label tooLong = new Label("HTTPS://ZM.CN/" + "A".repeat(100), first.serial(), "");
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThatThrownBy(
            () ->
                LabelSheet.write(
                    List.of(first, tooLong).iterator(), SMALL, SampleLabels.STAMP, out, n -> {}))
        .isInstanceOf(LabelException.class)
        .hasMessageContaining("modules of");
    assertThat(out.size()).isZero();
  }

  @Test
  void noLabelsAreRefused() {
    assertThatThrownBy(() -> pdf(List.of(), LabelFormat.A4_40))
        .isInstanceOf(LabelException.class)
        .hasMessageContaining("at least one label");
  }

  @Test
  void twoThousandLabelsTakeSeconds() throws IOException {
    Iterator<Label> labels = SampleLabels.stream(5).limit(2_000).iterator();
    long start = System.nanoTime();
    byte[] file = write(labels, SampleLabels.STAMP);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "2,000 labels on 50 pages: %.2f s, %.0f labels/s, %d bytes a label%n",
        seconds, 2_000 / seconds, file.length / 2_000);

    assertThat(seconds).isLessThan(30);
    assertThat(file.length / 2_000).as("bytes a label").isLessThan(2_000);
  }

  private static byte[] write(Iterator<Label> labels, DocumentStamp stamp) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LabelSheet.write(labels, LabelFormat.A4_40, stamp, out, n -> {});
    return out.toByteArray();
  }

  private static byte[] pdf(List<Label> labels, LabelFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LabelSheet.write(labels.iterator(), format, SampleLabels.STAMP, out, n -> {});
    return out.toByteArray();
  }

  private static List<String> links(List<Label> labels) {
    return labels.stream().map(Label::link).toList();
  }

  private static int firstDarkRow(BufferedImage label) {
    int row = 0;
    while (isLight(label, row)) {
      row++;
    }
    return row;
  }

  private static boolean isLight(BufferedImage label, int row) {
    for (int x = 0; x < label.getWidth(); x++) {
      if ((label.getRGB(x, row) & 0xff) < 128) {
        return false;
      }
    }
    return true;
  }
}

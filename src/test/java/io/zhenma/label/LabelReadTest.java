package io.zhenma.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenma.Browser;
import io.zhenma.Thorough;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed can be read: by zbar, each label alone, and by ZXing. */
class LabelReadTest {
  private static final int LABELS = Thorough.times(150, 1_000);
  private static final int DPI = 300;

  @TempDir private Path folder;

  @Test
  void everyCompactLabelIsReadAt15Millimetres() throws Exception {
    everyLabelIsRead("compact, 15 mm", sheet(15, 20, 24), SampleLabels.compact(15));
  }

  @Test
  void everySignedLabelIsReadAt22Millimetres() throws Exception {
    everyLabelIsRead("signed, 22 mm", sheet(22, 35, 33), SampleLabels.signed(22));
  }

  private void everyLabelIsRead(String what, LabelTemplate template, Stream<Label> sample)
      throws Exception {
    Readers.require();
    List<Label> labels = sample.limit(LABELS).toList();
    List<Picture> printed = printed(labels, template);

    assertThat(Readers.zbar(printed, folder)).as(what).containsExactlyElementsOf(links(labels));
  }

  @Test
  void picturesAndPrintersJobsAreRead() throws Exception {
    Readers.require();
    List<Label> labels = SampleLabels.signed(3).limit(40).toList();
    for (int dpi : new int[] {203, 300, 600}) {
      LabelTemplate template = withDpi(sheet(22, 35, 33), dpi);
      List<Picture> png = new ArrayList<>();
      for (byte[] picture : zip(LabelFormat.PNG_ZIP, template, labels)) {
        png.add(Picture.ofPng(picture));
      }
      List<Picture> zpl = ZplReader.labels(ascii(write(LabelFormat.ZPL, template, labels)));

      assertThat(Readers.zbar(png, folder)).as("PNG, %d dpi", dpi).isEqualTo(links(labels));
      assertThat(Readers.zbar(zpl, folder)).as("ZPL, %d dpi", dpi).isEqualTo(links(labels));
      assertThat(zpl.get(7).greys()).as("both show the same").isEqualTo(png.get(7).greys());
    }
  }

  @Test
  void bothCodesOfAPairAreRead() throws Exception {
    Readers.require();
    List<Label> labels = SampleLabels.both(4).limit(24).toList();
    LabelTemplate template = pairs();
    List<Picture> halves = new ArrayList<>();
    for (Picture label : printed(labels, template)) {
      halves.add(label.part(0, 0, label.width() / 2, label.height()));
      halves.add(label.part(label.width() / 2, 0, label.width() / 2, label.height()));
    }

    assertThat(Readers.zbar(halves, folder)).isEqualTo(links(labels));
  }

  @Test
  void anSvgIsReadAsABrowserShowsIt() throws Exception {
    Readers.require();
    List<Label> labels = SampleLabels.compact(5).limit(8).toList();
    List<Picture> shown = new ArrayList<>();
    try (Browser browser = Browser.launch();
        var profile =
            browser.open(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setDeviceScaleFactor(3)
                    .setViewportSize(200, 200))) {
      var page = profile.newPage();
      for (byte[] svg : zip(LabelFormat.SVG_ZIP, sheet(15, 20, 24), labels)) {
        page.setContent(new String(svg, StandardCharsets.UTF_8));
        shown.add(Picture.ofPng(page.locator("svg").screenshot()));
      }
    }

    assertThat(shown.get(0).width())
        .as("20 mm of 96 dots an inch, three times")
        .isBetween(225, 230);
    assertThat(Readers.zbar(shown, folder)).isEqualTo(links(labels));
  }

  private List<Picture> printed(List<Label> labels, LabelTemplate template) throws Exception {
    List<Picture> printed = new ArrayList<>();
    int left = labels.size();
    for (Picture page : Readers.pages(write(LabelFormat.PDF, template, labels), DPI, folder)) {
      int here = Math.min(left, template.labelsPerPage());
      printed.addAll(Readers.labels(page, template, here, DPI));
      left -= here;
    }
    assertThat(left).isZero();
    return printed;
  }

  private static List<String> links(List<Label> labels) {
    return labels.stream().flatMap(l -> l.codes().stream()).map(Label.Code::link).toList();
  }

  private static List<byte[]> zip(LabelFormat format, LabelTemplate template, List<Label> labels)
      throws IOException {
    List<byte[]> pictures = new ArrayList<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(write(format, template, labels)))) {
      for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
        pictures.add(zip.readAllBytes());
      }
    }
    return pictures;
  }

  private static byte[] write(LabelFormat format, LabelTemplate template, List<Label> labels)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LabelFile.of(template, LabelFonts.latinOnly(), SampleLabels.STAMP)
        .write(format, labels.iterator(), out, written -> {});
    return out.toByteArray();
  }

  private static String ascii(byte[] job) {
    return new String(job, StandardCharsets.US_ASCII);
  }

  /** A4 with labels of this size. */
  private static LabelTemplate sheet(double code, double width, double height) {
    return new LabelTemplate(
        new Sheet(PageKind.A4, 0, 0, 8, 8, 1, 1, false),
        width,
        height,
        Arrangement.STACKED,
        false,
        new CodeStyle(code, 4, ErrorCorrection.M, MaskChoice.STANDARD),
        new TextStyle(Set.of(LabelText.SERIAL), 5, "OUTER", "INNER"),
        0,
        Optional.empty(),
        DPI);
  }

  private static LabelTemplate withDpi(LabelTemplate template, int dpi) {
    return new LabelTemplate(
        template.sheet(),
        template.labelWidthMm(),
        template.labelHeightMm(),
        template.arrangement(),
        template.pairs(),
        template.code(),
        template.text(),
        template.logoHeightMm(),
        template.logo(),
        dpi);
  }

  private static LabelTemplate pairs() {
    return new LabelTemplate(
        new Sheet(PageKind.A4, 0, 0, 10, 10, 2, 2, true),
        60,
        30,
        Arrangement.STACKED,
        true,
        new CodeStyle(15, 4, ErrorCorrection.M, MaskChoice.STANDARD),
        new TextStyle(Set.of(LabelText.SERIAL), 5, "OUTER", "INNER"),
        0,
        Optional.empty(),
        DPI);
  }
}

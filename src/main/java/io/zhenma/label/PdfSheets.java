package io.zhenma.label;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** Sheets of labels as a PDF of vectors and embedded fonts, sharp on any printer. */
final class PdfSheets {
  private static final int PAGES_A_NODE = 500;

  private final LabelDrawing drawing;
  private final LabelTemplate template;
  private final DocumentStamp stamp;
  private final int threads;
  private final double[][] cutMarks;

  PdfSheets(LabelDrawing drawing, DocumentStamp stamp, int threads) {
    this.drawing = drawing;
    this.template = drawing.template();
    this.stamp = stamp;
    this.threads = threads;
    this.cutMarks = CutMarks.of(template);
  }

  long write(Iterator<Label> labels, OutputStream out, LongConsumer progress) throws IOException {
    Document document = new Document(new PdfObjects(out));
    InOrder.run(
        labels,
        template.labelsPerPage(),
        threads,
        this::prepared,
        page -> {
          document.add(page);
          progress.accept(document.codes);
        });
    document.finish();
    return document.codes;
  }

  private record Prepared(Packed content, Map<LabelFont, BitSet> letters, long codes) {}

  private Prepared prepared(List<Label> labels) {
    PdfPage page = new PdfPage(template.pageHeightMm());
    for (int place = 0; place < labels.size(); place++) {
      drawing.draw(labels.get(place), page, template.leftMm(place), template.topMm(place));
    }
    if (cutMarks.length > 0) {
      page.lines(cutMarks);
    }
    AsciiWriter content = page.content();
    return new Prepared(
        Packed.zlib(content.array(), content.length()),
        page.letters(),
        (long) labels.size() * template.cells());
  }

  /** The file as far as it is written. */
  private final class Document {
    private final PdfObjects objects;
    private final int pageTree;
    private final int resources;
    private final PdfFont latin = new PdfFont();
    private final PdfFont other = new PdfFont();
    private final List<Integer> nodes = new ArrayList<>();
    private List<Integer> pages = new ArrayList<>();
    private int node;
    private int pageCount;
    private long codes;

    Document(PdfObjects objects) {
      this.objects = objects;
      this.pageTree = objects.reserve();
      this.resources = objects.reserve();
    }

    void add(Prepared prepared) throws IOException {
      if (pages.isEmpty()) {
        node = objects.reserve();
      }
      int content = objects.reserve();
      objects.writePacked(content, "", prepared.content().bytes(), prepared.content().length());
      int page = objects.reserve();
      objects.write(
          page, PdfObjects.format("<</Type/Page/Parent %d 0 R/Contents %d 0 R>>", node, content));
      prepared
          .letters()
          .forEach((font, used) -> (font == LabelFont.latin() ? latin : other).use(font, used));
      pages.add(page);
      pageCount++;
      codes += prepared.codes();
      if (pages.size() == PAGES_A_NODE) {
        closeNode();
      }
    }

    private void closeNode() throws IOException {
      if (pages.isEmpty()) {
        return;
      }
      objects.write(
          node,
          PdfObjects.format(
              "<</Type/Pages/Parent %d 0 R/Count %d/Kids[%s]>>",
              pageTree, pages.size(), references(pages)));
      nodes.add(node);
      pages = new ArrayList<>();
    }

    private static String references(List<Integer> numbers) {
      StringBuilder text = new StringBuilder();
      numbers.forEach(number -> text.append(number).append(" 0 R "));
      return text.toString().strip();
    }

    void finish() throws IOException {
      closeNode();
      AsciiWriter box = new AsciiWriter(64);
      box.put(template.pageWidthMm() / Dots.MM_PER_POINT, 3).put(' ');
      box.put(template.pageHeightMm() / Dots.MM_PER_POINT, 3);
      objects.write(
          pageTree,
          PdfObjects.format(
              "<</Type/Pages/Count %d/MediaBox[0 0 %s]/Resources %d 0 R/Kids[%s]>>",
              pageCount, box, resources, references(nodes)));
      objects.write(resources, resources());
      int catalogue = objects.reserve();
      // Without scaling by the print dialogue: a label's millimetres are meant.
      objects.write(
          catalogue,
          PdfObjects.format(
              "<</Type/Catalog/Pages %d 0 R/ViewerPreferences<</PrintScaling/None>>>>", pageTree));
      int information = objects.reserve();
      objects.write(information, stamp.information());
      objects.finish(catalogue, information, stamp.identifier());
    }

    private String resources() throws IOException {
      StringBuilder text = new StringBuilder("<</Font<<");
      if (latin.isUsed()) {
        text.append("/F1 ").append(latin.write(objects)).append(" 0 R");
      }
      if (other.isUsed()) {
        text.append("/F2 ").append(other.write(objects)).append(" 0 R");
      }
      text.append(">>");
      if (template.logo().isPresent() && drawing.logoHeight() > 0) {
        int logo = PdfLogo.write(objects, template.logo().get(), drawing.logoHeight());
        text.append("/XObject<</L ").append(logo).append(" 0 R>>");
      }
      return text.append(">>").toString();
    }
  }
}

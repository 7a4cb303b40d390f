package io.zhenma.label;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.GregorianCalendar;
import java.util.Iterator;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.LongConsumer;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Sheets of labels as a PDF of vectors and standard fonts: no images, sharp on any printer.
 *
 * <p>Labels are taken one by one and finished pages wait in a temporary file, so that memory holds
 * one page of labels and some 10 KB for each page finished. The output starts when the last label
 * was taken, because the file's index of pages comes from all of them; a refused label therefore
 * leaves the output untouched.
 */
public final class LabelSheet {
  private LabelSheet() {}

  /**
   * Writes all labels, row by row and page by page. The same arguments give the same bytes.
   *
   * @param labels at least one
   * @param out gets the file; stays open
   * @param progress told after each page how many labels are laid out so far
   * @return number of labels written
   * @throws LabelException when there is no label, or a link is too long for the format's code
   * @throws IOException when {@code out} or the temporary file can't be written
   */
  public static long write(
      Iterator<Label> labels,
      LabelFormat format,
      DocumentStamp stamp,
      OutputStream out,
      LongConsumer progress)
      throws IOException {
    if (!labels.hasNext()) {
      throw new LabelException("a sheet needs at least one label");
    }
    try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      describe(document, stamp);
      PDResources fonts = fonts();
      long written = 0;
      while (labels.hasNext()) {
        PageContent content = new PageContent(format);
        while (!content.isFull() && labels.hasNext()) {
          content.add(labels.next());
        }
        addPage(document, fonts, format.page(), content);
        written += content.labels();
        progress.accept(written);
      }
      document.save(new StaysOpen(out), CompressParameters.NO_COMPRESSION);
      return written;
    }
  }

  private static void describe(PDDocument document, DocumentStamp stamp) {
    GregorianCalendar created = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    created.setTimeInMillis(stamp.created().toEpochMilli());
    PDDocumentInformation information = document.getDocumentInformation();
    information.setTitle(stamp.title());
    information.setCreationDate(created);
    document.setDocumentId(stamp.id());
  }

  private static PDResources fonts() {
    COSDictionary fonts = new COSDictionary();
    fonts.setItem(COSName.getPDFName("F1"), font("Courier-Bold"));
    fonts.setItem(COSName.getPDFName("F2"), font("Courier"));
    COSDictionary resources = new COSDictionary();
    resources.setItem(COSName.FONT, fonts);
    return new PDResources(resources);
  }

  /** By hand, because PDFBox's font classes first look through every font of the machine. */
  private static COSDictionary font(String standardName) {
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE1);
    font.setName(COSName.BASE_FONT, standardName);
    font.setItem(COSName.ENCODING, COSName.WIN_ANSI_ENCODING);
    return font;
  }

  private static void addPage(
      PDDocument document, PDResources fonts, PageSize size, PageContent content)
      throws IOException {
    PDPage page =
        new PDPage(
            new PDRectangle(
                (float) (size.widthMm() / TextBlock.MM_PER_POINT),
                (float) (size.heightMm() / TextBlock.MM_PER_POINT)));
    page.setResources(fonts);
    COSStream stream = document.getDocument().createCOSStream();
    stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
    try (OutputStream packed = stream.createRawOutputStream()) {
      content.writeDeflated(packed);
    }
    page.setContents(new PDStream(stream));
    document.addPage(page);
  }

  /** PDFBox's writer closes what it writes to; the caller's stream may have more to carry. */
  private static final class StaysOpen extends FilterOutputStream {
    StaysOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}

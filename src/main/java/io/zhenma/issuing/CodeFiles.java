package io.zhenma.issuing;

import io.zhenma.crypto.CodeKind;
import io.zhenma.label.DocumentStamp;
import io.zhenma.label.Label;
import io.zhenma.label.LabelFormat;
import io.zhenma.label.LabelSheet;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;

/** Writes the codes of a batch for printers: the same request gives the same bytes. */
@ApplicationScoped
public class CodeFiles {
  private static final String CSV_HEADER = "item,kind,serial,link\r\n";

  private final Codes codes;

  CodeFiles(Codes codes) {
    this.codes = codes;
  }

  /** RFC 4180, UTF-8; no field needs quoting. One row a code, in bounded memory. */
  public void csv(BatchView batch, CodeRange range, OutputStream out) throws IOException {
    BufferedWriter csv =
        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    csv.write(CSV_HEADER);
    for (Iterator<Codes.IssuedCode> all = issued(batch, range); all.hasNext(); ) {
      Codes.IssuedCode code = all.next();
      csv.write(Integer.toString(code.item()));
      csv.write(code.kind() == CodeKind.INNER ? ",inner," : ",outer,");
      csv.write(code.link().serial().value());
      csv.write(',');
      csv.write(code.url());
      csv.write("\r\n");
    }
    csv.flush();
  }

  /** Label sheets: one vector code a label, serial and lot below it. */
  void labels(BatchView batch, CodeRange range, OutputStream out) throws IOException {
    Iterator<Codes.IssuedCode> all = issued(batch, range);
    Iterator<Label> labels =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return all.hasNext();
          }

          @Override
          public Label next() {
            return label(batch, all.next());
          }
        };
    DocumentStamp stamp =
        new DocumentStamp(
            "Zhenma " + range.fileName(batch), documentId(batch, range), batch.createdAt());
    LabelSheet.write(labels, LabelFormat.A4_40, stamp, out, done -> {});
  }

  private Iterator<Codes.IssuedCode> issued(BatchView batch, CodeRange range) {
    return codes.codes(batch, range.kinds(), range.first(), range.count()).iterator();
  }

  private static Label label(BatchView batch, Codes.IssuedCode code) {
    String caption = "LOT " + batch.lot() + " #" + code.item();
    return new Label(code.url(), code.link().serial().value(), caption.toUpperCase(Locale.ROOT));
  }

  private static long documentId(BatchView batch, CodeRange range) {
    return ((long) batch.number() << 30) ^ range.first();
  }
}

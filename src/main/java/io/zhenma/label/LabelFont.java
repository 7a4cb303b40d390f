package io.zhenma.label;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A TrueType font whose letters can be drawn, measured and embedded. Safe for several threads. */
final class LabelFont {
  private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final byte[] COLLECTION = {'t', 't', 'c', 'f'};
  private static final int RESTRICTED = 0x0002;
  private static final int ASCII = 128;

  private final TrueTypeFont font;
  private final double unitsPerEm;
  private final Glyph[] ascii = new Glyph[ASCII];
  private final Map<Integer, Optional<Glyph>> glyphs = new ConcurrentHashMap<>();

  private LabelFont(TrueTypeFont font) throws IOException {
    this.font = font;
    this.unitsPerEm = font.getUnitsPerEm();
  }

  /** Liberation Sans, which comes with PDFBox: Latin, Greek, Cyrillic. */
  static LabelFont latin() {
    return Latin.FONT;
  }

  private static final class Latin {
    static final LabelFont FONT = load();

    private static LabelFont load() {
      try (InputStream in = LabelFont.class.getResourceAsStream(LATIN)) {
        if (in == null) {
          throw new IllegalStateException("PDFBox came without " + LATIN);
        }
        return new LabelFont(new TTFParser().parse(new RandomAccessReadBuffer(in)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * A font file: TrueType, or the first font of a TrueType collection.
   *
   * @throws IOException when it can't be read, has no TrueType outlines, or its maker forbids to
   *     embed it
   */
  static LabelFont of(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    TrueTypeFont font =
        java.util.Arrays.equals(bytes, 0, 4, COLLECTION, 0, 4)
            ? firstOf(bytes)
            : new OTFParser().parse(new RandomAccessReadBuffer(bytes));
    if (font instanceof OpenTypeFont other && other.isPostScript()) {
      throw new IOException(file + " has PostScript outlines; a TrueType font is needed");
    }
    OS2WindowsMetricsTable metrics = font.getOS2Windows();
    if (metrics != null && (metrics.getFsType() & 0xf) == RESTRICTED) {
      throw new IOException(file + " forbids to be embedded");
    }
    return new LabelFont(font);
  }

  private static TrueTypeFont firstOf(byte[] collection) throws IOException {
    TrueTypeFont[] first = new TrueTypeFont[1];
    new TrueTypeCollection(new java.io.ByteArrayInputStream(collection))
        .processAllFonts(
            font -> {
              if (first[0] == null) {
                first[0] = font;
              }
            });
    if (first[0] == null) {
      throw new IOException("an empty font collection");
    }
    return first[0];
  }

  /** The font program, for embedding; to be used under the lock of the font alone. */
  TrueTypeFont program() {
    return font;
  }

  double unitsPerEm() {
    return unitsPerEm;
  }

  boolean has(int codePoint) {
    return glyph(codePoint).isPresent();
  }

  /** The letter, if the font has it. */
  Optional<Glyph> glyph(int codePoint) {
    return glyphs.computeIfAbsent(codePoint, this::load);
  }

  /** One of the letters that {@link #has} found. */
  Glyph require(int codePoint) {
    if (codePoint >= ASCII) {
      return glyph(codePoint).orElseThrow();
    }
    Glyph known = ascii[codePoint];
    if (known == null) {
      known = glyph(codePoint).orElseThrow();
      ascii[codePoint] = known;
    }
    return known;
  }

  private Optional<Glyph> load(int codePoint) {
    synchronized (font) {
      try {
        int id = font.getUnicodeCmapLookup().getGlyphId(codePoint);
        if (id == 0) {
          return Optional.empty();
        }
        Path2D.Double outline = new Path2D.Double();
        var glyph = font.getGlyph().getGlyph(id);
        if (glyph != null) {
          outline.append(
              glyph
                  .getPath()
                  .getPathIterator(
                      AffineTransform.getScaleInstance(1 / unitsPerEm, 1 / unitsPerEm)),
              false);
        }
        return Optional.of(
            new Glyph(codePoint, id, font.getAdvanceWidth(id) / unitsPerEm, outline));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

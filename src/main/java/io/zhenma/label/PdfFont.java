package io.zhenma.label;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.HeaderTable;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.jspecify.annotations.Nullable;

/**
 * A font as a PDF embeds it: a composite font of TrueType outlines (ISO 32000-1, 9.7), cut down to
 * the letters used, with a table that lets readers search and copy the text (9.10.3). Texts name
 * letters by their number in the whole font.
 */
final class PdfFont {
  /** What a reader needs of an embedded font program (9.9), no more. */
  private static final List<String> TABLES =
      List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm");

  private static final int GROUP = 100;
  private static final int SYMBOLIC = 4;

  private final BitSet letters = new BitSet();
  private @Nullable LabelFont font;

  void use(LabelFont used, BitSet more) {
    font = used;
    letters.or(more);
  }

  boolean isUsed() {
    return !letters.isEmpty();
  }

  /** Writes all its objects; returns the number of the font itself. */
  int write(PdfObjects objects) throws IOException {
    LabelFont used = java.util.Objects.requireNonNull(font);
    Map<Integer, Glyph> glyphs = new TreeMap<>();
    letters.stream().mapToObj(used::require).forEach(glyph -> glyphs.put(glyph.id(), glyph));
    synchronized (used.program()) {
      return write(objects, used, glyphs);
    }
  }

  private static int write(PdfObjects objects, LabelFont font, Map<Integer, Glyph> glyphs)
      throws IOException {
    TrueTypeFont program = font.program();
    TTFSubsetter subsetter = new TTFSubsetter(program, TABLES);
    glyphs.values().forEach(glyph -> subsetter.add(glyph.codePoint()));
    String name = tag(glyphs.keySet().hashCode()) + "+" + program.getName();
    int file = stream(objects, "/Length1 %d", bytes(subsetter));
    int map = stream(objects, "", toSubset(subsetter.getGIDMap()));
    int unicode = stream(objects, "", toUnicode(glyphs).getBytes(StandardCharsets.US_ASCII));
    int descriptor = objects.reserve();
    objects.write(descriptor, descriptor(font, name, file));
    int descendant = objects.reserve();
    objects.write(
        descendant,
        PdfObjects.format(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/CIDToGIDMap %d 0 R/W[%s]>>",
            name, descriptor, map, widths(glyphs)));
    int whole = objects.reserve();
    objects.write(
        whole,
        PdfObjects.format(
            "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
            name, descendant, unicode));
    return whole;
  }

  private static int stream(PdfObjects objects, String entries, byte[] plain) throws IOException {
    Packed packed = Packed.small(plain, plain.length);
    int number = objects.reserve();
    objects.writePacked(
        number, PdfObjects.format(entries, plain.length), packed.bytes(), packed.length());
    return number;
  }

  private static byte[] bytes(TTFSubsetter subsetter) throws IOException {
    ByteArrayOutputStream program = new ByteArrayOutputStream();
    subsetter.writeToStream(program);
    return program.toByteArray();
  }

  /** Six letters that tell this choice of letters from others (9.6.4). */
  private static String tag(int hash) {
    StringBuilder tag = new StringBuilder();
    long rest = hash & 0xffffffffL;
    for (int i = 0; i < 6; i++) {
      tag.append((char) ('A' + rest % 26));
      rest /= 26;
    }
    return tag.toString();
  }

  /** Two bytes for each number of the whole font up to the highest used. */
  private static byte[] toSubset(Map<Integer, Integer> oldByNew) {
    int highest = oldByNew.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    byte[] map = new byte[2 * (highest + 1)];
    oldByNew.forEach(
        (now, old) -> {
          map[2 * old] = (byte) (now >>> 8);
          map[2 * old + 1] = (byte) now.intValue();
        });
    return map;
  }

  private static String widths(Map<Integer, Glyph> glyphs) {
    return glyphs.values().stream()
        .map(glyph -> glyph.id() + "[" + Math.round(1000 * glyph.advance()) + "]")
        .collect(Collectors.joining());
  }

  private static String descriptor(LabelFont font, String name, int file) throws IOException {
    HeaderTable head = font.program().getHeader();
    double scale = 1000 / font.unitsPerEm();
    return PdfObjects.format(
        "<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d/CapHeight %d/StemV 80/FontFile2 %d 0 R>>",
        name,
        SYMBOLIC,
        Math.round(head.getXMin() * scale),
        Math.round(head.getYMin() * scale),
        Math.round(head.getXMax() * scale),
        Math.round(head.getYMax() * scale),
        Math.round(font.program().getHorizontalHeader().getAscender() * scale),
        Math.round(font.program().getHorizontalHeader().getDescender() * scale),
        Math.round(head.getYMax() * scale),
        file);
  }

  private static String toUnicode(Map<Integer, Glyph> glyphs) {
    StringBuilder text =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    List<Glyph> all = List.copyOf(glyphs.values());
    for (int from = 0; from < all.size(); from += GROUP) {
      List<Glyph> group = all.subList(from, Math.min(all.size(), from + GROUP));
      text.append(group.size()).append(" beginbfchar\n");
      group.forEach(
          glyph -> text.append(PdfObjects.format("<%04X> <%s>\n", glyph.id(), utf16(glyph))));
      text.append("endbfchar\n");
    }
    return text.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        .toString();
  }

  private static String utf16(Glyph glyph) {
    return java.util.HexFormat.of()
        .withUpperCase()
        .formatHex(Character.toString(glyph.codePoint()).getBytes(StandardCharsets.UTF_16BE));
  }
}

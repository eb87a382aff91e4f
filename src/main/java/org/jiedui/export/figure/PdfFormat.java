package org.jiedui.export.figure;

import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A picture as PDF 1.4 (ISO 32000): one page of its size, text as text in an embedded font that
 * holds the glyphs used, the same bytes every time.
 */
public final class PdfFormat {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> offsets = new ArrayList<>();

  private PdfFormat() {}

  /** A missing glyph is refused. */
  public static byte[] of(Picture picture, Font font) {
    Glyphs.check(picture, font);
    PdfFormat format = new PdfFormat();
    format.write(picture, fonts(picture, font));
    return format.out.toByteArray();
  }

  /** One font for each weight that occurs. */
  private static Map<Picture.Weight, CffFont> fonts(Picture picture, Font font) {
    Map<Picture.Weight, TreeSet<Integer>> characters = new TreeMap<>();
    for (Picture.Words words : picture.words()) {
      TreeSet<Integer> used = characters.computeIfAbsent(words.weight(), w -> new TreeSet<>());
      words.text().codePoints().forEach(used::add);
    }
    Map<Picture.Weight, CffFont> fonts = new TreeMap<>();
    characters.forEach(
        (weight, used) ->
            fonts.put(
                weight,
                new CffFont(
                    font.deriveFont(weight == Picture.Weight.BOLD ? Font.BOLD : Font.PLAIN),
                    used)));
    return fonts;
  }

  private void write(Picture picture, Map<Picture.Weight, CffFont> fonts) {
    line("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3");
    object("<< /Type /Catalog /Pages 2 0 R >>");
    object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    String resources =
        fonts.keySet().stream()
            .map(w -> "/" + name(w) + " " + (5 + 5 * index(fonts, w)) + " 0 R")
            .collect(Collectors.joining(" "));
    object(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 "
            + Decimal.of(picture.width())
            + " "
            + Decimal.of(picture.height())
            + "] /Contents 4 0 R /Resources << /Font << "
            + resources
            + " >> >> >>");
    stream("", new PdfContent(picture, fonts).bytes());
    fonts.forEach(this::font);
    end();
  }

  static String name(Picture.Weight weight) {
    return weight == Picture.Weight.BOLD ? "B" : "N";
  }

  private static int index(Map<Picture.Weight, CffFont> fonts, Picture.Weight weight) {
    return new ArrayList<>(fonts.keySet()).indexOf(weight);
  }

  /** Five objects: composite font, its descendant, its descriptor, its program, its Unicode map. */
  private void font(Picture.Weight weight, CffFont font) {
    int first = offsets.size() + 1;
    String called = "/JIEDUI+Figure" + name(weight);
    object(
        "<< /Type /Font /Subtype /Type0 /BaseFont "
            + called
            + " /Encoding /Identity-H /DescendantFonts ["
            + (first + 1)
            + " 0 R] /ToUnicode "
            + (first + 4)
            + " 0 R >>");
    object(
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont "
            + called
            + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            + " /FontDescriptor "
            + (first + 2)
            + " 0 R /DW 1000 /W [0 ["
            + font.widths().stream().map(String::valueOf).collect(Collectors.joining(" "))
            + "]] >>");
    object(
        "<< /Type /FontDescriptor /FontName "
            + called
            + " /Flags 4 /FontBBox [-1000 -300 2000 1200] /ItalicAngle 0 /Ascent 880 /Descent -120"
            + " /CapHeight 733 /StemV 80 /FontFile3 "
            + (first + 3)
            + " 0 R >>");
    stream("/Subtype /CIDFontType0C", font.program());
    stream("", unicode(font).getBytes(StandardCharsets.US_ASCII));
  }

  private static String unicode(CffFont font) {
    StringBuilder map =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    font.glyphs()
        .forEach(
            (c, glyph) ->
                map.append("1 beginbfchar\n<%04X> <%s>\nendbfchar\n".formatted(glyph, utf16(c))));
    return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        .toString();
  }

  private static String utf16(int c) {
    return Character.toString(c).chars().mapToObj("%04X"::formatted).collect(Collectors.joining());
  }

  private void object(String body) {
    offsets.add(out.size());
    line(offsets.size() + " 0 obj\n" + body + "\nendobj");
  }

  private void stream(String entries, byte[] content) {
    offsets.add(out.size());
    line(offsets.size() + " 0 obj\n<< /Length " + content.length + " " + entries + " >>\nstream");
    out.writeBytes(content);
    line("\nendstream\nendobj");
  }

  private void end() {
    int at = out.size();
    line("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f ");
    offsets.forEach(offset -> line("%010d 00000 n ".formatted(offset)));
    line(
        "trailer\n<< /Size "
            + (offsets.size() + 1)
            + " /Root 1 0 R >>\nstartxref\n"
            + at
            + "\n%%EOF");
  }

  private void line(String text) {
    out.writeBytes((text + "\n").getBytes(StandardCharsets.ISO_8859_1));
  }
}

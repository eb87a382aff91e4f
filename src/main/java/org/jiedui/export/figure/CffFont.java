package org.jiedui.export.figure;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The glyphs a picture uses as a font program of its own, so that its text can be copied and
 * searched.
 *
 * <p>Adobe Technical Note 5176 (Compact Font Format) with a CID-keyed font, and 5177 for the
 * outlines; units are thousandths of an em. Any font the JDK opens will do, collections included.
 */
final class CffFont {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final int CUSTOM_STRINGS = 391;

  private final Font font;
  private final TreeMap<Integer, Integer> glyphs = new TreeMap<>();
  private final List<byte[]> outlines = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();

  /** The characters in code point order; glyph 0 is left empty, as the format asks. */
  CffFont(Font font, Iterable<Integer> characters) {
    this.font = font.deriveFont((float) PngFormat.EM);
    outlines.add(new Outline().end());
    widths.add(0);
    for (int c : characters) {
      glyphs.put(c, outlines.size());
      var vector = this.font.createGlyphVector(EXACT, Character.toString(c));
      outlines.add(new Outline().draw(vector.getOutline()).end());
      widths.add((int) Math.round(vector.getLogicalBounds().getWidth()));
    }
  }

  int glyph(int character) {
    return glyphs.get(character);
  }

  TreeMap<Integer, Integer> glyphs() {
    return glyphs;
  }

  /** Advance of each glyph, in thousandths of an em. */
  List<Integer> widths() {
    return widths;
  }

  /**
   * The font program; offsets depend on the size of the dictionary, which is fixed by 5-byte
   * numbers.
   */
  byte[] program() {
    byte[] name = index(List.of(ascii("JieduiFigure")));
    byte[] strings = index(List.of(ascii("Adobe"), ascii("Identity")));
    byte[] subroutines = index(List.of());
    int head = 4 + name.length;
    int dictionaries = index(List.of(top(0, 0, 0, 0))).length;
    int charset = head + dictionaries + strings.length + subroutines.length;
    byte[] charsets = charsets();
    byte[] select = select();
    byte[] charStrings = index(outlines);
    int selectAt = charset + charsets.length;
    int charStringsAt = selectAt + select.length;
    int arrayAt = charStringsAt + charStrings.length;
    int privateAt = arrayAt + index(List.of(fontDictionary(0))).length;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {1, 0, 4, 4});
    out.writeBytes(name);
    out.writeBytes(index(List.of(top(charset, selectAt, charStringsAt, arrayAt))));
    out.writeBytes(strings);
    out.writeBytes(subroutines);
    out.writeBytes(charsets);
    out.writeBytes(select);
    out.writeBytes(charStrings);
    out.writeBytes(index(List.of(fontDictionary(privateAt))));
    return out.toByteArray();
  }

  private byte[] top(int charset, int select, int charStrings, int array) {
    return new Dictionary()
        .entry(0x0C1E, CUSTOM_STRINGS, CUSTOM_STRINGS + 1, 0)
        .entry(0x0C22, outlines.size())
        .entry(15, charset)
        .entry(0x0C25, select)
        .entry(17, charStrings)
        .entry(0x0C24, array)
        .bytes();
  }

  /** An empty private dictionary: widths stand in the PDF, hints are not needed in print. */
  private static byte[] fontDictionary(int privateAt) {
    return new Dictionary().entry(18, 0, privateAt).bytes();
  }

  /** Format 2: glyph n has CID n. */
  private byte[] charsets() {
    int rest = Math.max(0, outlines.size() - 2);
    return new byte[] {2, 0, 1, (byte) (rest >> 8), (byte) rest};
  }

  /** Format 3: all glyphs belong to the one font dictionary. */
  private byte[] select() {
    int n = outlines.size();
    return new byte[] {3, 0, 1, 0, 0, 0, (byte) (n >> 8), (byte) n};
  }

  private static byte[] index(List<byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(entries.size() >> 8);
    out.write(entries.size());
    if (!entries.isEmpty()) {
      out.write(4);
      int offset = 1;
      number(out, offset);
      for (byte[] entry : entries) {
        offset += entry.length;
        number(out, offset);
      }
      entries.forEach(out::writeBytes);
    }
    return out.toByteArray();
  }

  private static void number(ByteArrayOutputStream out, int value) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.write(value >> shift);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Operands, each in five bytes, and their operator; two-byte operators begin with 12. */
  private static final class Dictionary {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Dictionary entry(int operator, int... operands) {
      for (int operand : operands) {
        out.write(29);
        number(out, operand);
      }
      if (operator > 0xFF) {
        out.write(operator >> 8);
      }
      out.write(operator);
      return this;
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }

  /** A Type 2 charstring: moves, lines and curves relative to the last point. */
  private static final class Outline {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long x;
    private long y;

    Outline draw(Shape shape) {
      double[] c = new double[6];
      double lastX = 0;
      double lastY = 0;
      for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
        switch (path.currentSegment(c)) {
          case PathIterator.SEG_MOVETO -> operator(21, c[0], c[1]);
          case PathIterator.SEG_LINETO -> operator(5, c[0], c[1]);
          case PathIterator.SEG_CUBICTO -> operator(8, c[0], c[1], c[2], c[3], c[4], c[5]);
          case PathIterator.SEG_QUADTO -> quadratic(lastX, lastY, c);
          default -> {
            continue;
          }
        }
        int end = end(path.currentSegment(c));
        lastX = c[end];
        lastY = c[end + 1];
      }
      return this;
    }

    private static int end(int segment) {
      return segment == PathIterator.SEG_CUBICTO ? 4 : segment == PathIterator.SEG_QUADTO ? 2 : 0;
    }

    /** A quadratic curve is a cubic one with both controls two thirds on the way. */
    private void quadratic(double x0, double y0, double[] c) {
      operator(
          8,
          x0 + (c[0] - x0) * 2 / 3,
          y0 + (c[1] - y0) * 2 / 3,
          c[2] + (c[0] - c[2]) * 2 / 3,
          c[3] + (c[1] - c[3]) * 2 / 3,
          c[2],
          c[3]);
    }

    /** Absolute places of Java, y downwards, become steps of the format, y upwards. */
    private void operator(int code, double... places) {
      for (int i = 0; i < places.length; i += 2) {
        long nextX = Math.round(places[i]);
        long nextY = Math.round(-places[i + 1]);
        operand(nextX - x);
        operand(nextY - y);
        x = nextX;
        y = nextY;
      }
      out.write(code);
    }

    private void operand(long value) {
      out.write(28);
      out.write((int) value >> 8);
      out.write((int) value);
    }

    byte[] end() {
      out.write(14);
      return out.toByteArray();
    }
  }
}

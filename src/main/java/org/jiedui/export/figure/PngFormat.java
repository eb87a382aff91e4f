package org.jiedui.export.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.jiedui.export.figure.Picture.Disc;
import org.jiedui.export.figure.Picture.Paint;
import org.jiedui.export.figure.Picture.Path;
import org.jiedui.export.figure.Picture.Piece;
import org.jiedui.export.figure.Picture.Titled;
import org.jiedui.export.figure.Picture.Words;

/** A picture as PNG, drawn by Java 2D with an installed font. */
public final class PngFormat {
  /** What journals ask for in line art. */
  public static final int LINE_ART = 600;

  /** Outlines are taken large, where no hinting moves them, and scaled down. */
  static final double EM = 1000;

  private final Graphics2D graphics;
  private final Font font;

  private PngFormat(Graphics2D graphics, Font font) {
    this.graphics = graphics;
    this.font = font;
  }

  /** At a resolution in dots per inch, which the file states. A missing glyph is refused. */
  public static byte[] of(Picture picture, Font font, int dpi) {
    Glyphs.check(picture, font);
    double scale = dpi / 72.0;
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(picture.width() * dpi / 72.0),
            (int) Math.ceil(picture.height() * dpi / 72.0),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(scale, scale);
    PngFormat format = new PngFormat(graphics, font);
    picture.pieces().forEach(format::piece);
    graphics.dispose();
    return written(image, dpi);
  }

  private void piece(Piece piece) {
    if (piece instanceof Titled titled) {
      titled.pieces().forEach(this::piece);
    } else if (piece instanceof Path path) {
      paint(outline(path), path.paint());
    } else if (piece instanceof Disc disc) {
      double r = disc.radius();
      paint(
          new Ellipse2D.Double(disc.centre().x() - r, disc.centre().y() - r, 2 * r, 2 * r),
          disc.paint());
    } else {
      words((Words) piece);
    }
  }

  private static Path2D outline(Path path) {
    Path2D outline = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (Picture.Ring ring : path.rings()) {
      At first = ring.points().get(0);
      outline.moveTo(first.x(), first.y());
      ring.points().stream().skip(1).forEach(at -> outline.lineTo(at.x(), at.y()));
      if (ring.end() == Picture.End.CLOSED) {
        outline.closePath();
      }
    }
    return outline;
  }

  private void paint(java.awt.Shape shape, Paint paint) {
    if (!paint.fill().isEmpty()) {
      graphics.setColor(Color.decode(paint.fill()));
      graphics.fill(shape);
    }
    if (!paint.stroke().isEmpty()) {
      graphics.setColor(Color.decode(paint.stroke()));
      graphics.setStroke(stroke(paint));
      graphics.draw(shape);
    }
  }

  private static BasicStroke stroke(Paint paint) {
    float width = (float) paint.width();
    if (paint.dash().isEmpty()) {
      return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    }
    float[] dash = new float[paint.dash().size()];
    for (int i = 0; i < dash.length; i++) {
      dash[i] = paint.dash().get(i).floatValue();
    }
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dash, 0);
  }

  /** Words are filled outlines, so that they look the same at every size. */
  private void words(Words words) {
    GlyphVector glyphs = glyphs(words, font);
    double em = words.size() / EM;
    double width = glyphs.getLogicalBounds().getWidth() * em;
    double before =
        switch (words.anchor()) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    AffineTransform place = AffineTransform.getTranslateInstance(words.at().x(), words.at().y());
    if (words.turn() == Picture.Turn.UPWARDS) {
      place.quadrantRotate(3);
    }
    place.translate(-before, 0);
    place.scale(em, em);
    graphics.setColor(Color.decode(words.colour()));
    graphics.fill(place.createTransformedShape(glyphs.getOutline()));
  }

  static GlyphVector glyphs(Words words, Font font) {
    int style = words.weight() == Picture.Weight.BOLD ? Font.BOLD : Font.PLAIN;
    return font.deriveFont(style, (float) EM)
        .createGlyphVector(new FontRenderContext(null, true, true), words.text());
  }

  private static byte[] written(BufferedImage image, int dpi) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(
              ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
      state(metadata, dpi);
      writer.write(new IIOImage(image, null, metadata));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static void state(IIOMetadata metadata, int dpi) throws IOException {
    IIOMetadataNode perMetre = new IIOMetadataNode("pHYs");
    String pixels = String.format(Locale.ROOT, "%d", Math.round(dpi / 0.0254));
    perMetre.setAttribute("pixelsPerUnitXAxis", pixels);
    perMetre.setAttribute("pixelsPerUnitYAxis", pixels);
    perMetre.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
    root.appendChild(perMetre);
    metadata.mergeTree("javax_imageio_png_1.0", root);
  }
}

package org.jiedui.export.figure;

import static org.jiedui.export.figure.Brush.at;
import static org.jiedui.export.figure.FigureLayout.SMALL;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.export.figure.Mark.Anchor;
import org.jiedui.export.figure.Picture.End;
import org.jiedui.export.figure.Picture.Paint;
import org.jiedui.export.figure.Picture.Path;
import org.jiedui.export.figure.Picture.Piece;
import org.jiedui.export.figure.Picture.Ring;
import org.jiedui.export.figure.Picture.Titled;
import org.jiedui.export.figure.Picture.Turn;
import org.jiedui.export.figure.Picture.Weight;
import org.jiedui.export.figure.Picture.Words;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;

/** The plotting area of a panel: values become places, marks become lines and areas. */
record Plot(Panel panel, Lang lang, double left, double top, double right, double bottom) {
  private static final double FINEST = 0.15;
  private static final Paint REFERENCE = Paint.dashed("#404040", 0.75, List.of(3.0, 2.0));

  double x(double value) {
    return left + panel.x().scale().place(value) * (right - left);
  }

  /** Numbers grow upwards, bands are read downwards. */
  double y(double value) {
    double place = panel.y().scale().place(value);
    boolean down = panel.y().scale() instanceof Scale.Bands;
    return down ? top + place * (bottom - top) : bottom - place * (bottom - top);
  }

  At place(At at) {
    return at(x(at.x()), y(at.y()));
  }

  void draw(List<Piece> pieces) {
    panel.marks().forEach(mark -> pieces.addAll(drawn(mark)));
  }

  private List<Piece> drawn(Mark mark) {
    if (mark instanceof Mark.Line line) {
      return titled(line.title(), line.ink(), List.of(line(line)));
    }
    if (mark instanceof Mark.Span span) {
      Paint paint = Paint.stroke(span.ink().colour(), Brush.SPAN);
      Path path = Path.line(paint, place(span.from()), place(span.to()));
      return titled(span.title(), span.ink(), List.of(path));
    }
    if (mark instanceof Mark.Dot dot) {
      Piece drawn = Brush.dot(place(dot.at()), dot.ink(), dot.fill(), dot.radius());
      return titled(dot.title(), dot.ink(), List.of(drawn));
    }
    if (mark instanceof Mark.Bar bar) {
      return titled(bar.title(), bar.ink(), bar(bar));
    }
    if (mark instanceof Mark.Region region) {
      return titled(region.title(), Ink.GREY, region(region));
    }
    if (mark instanceof Mark.Tile tile) {
      return titled(tile.title(), Ink.GREY, tile(tile));
    }
    if (mark instanceof Mark.Rule rule) {
      return rule(rule);
    }
    return label((Mark.Label) mark);
  }

  private List<Piece> titled(Text title, Ink ink, List<Piece> pieces) {
    return List.of(new Titled(title.in(lang), ink.name(), pieces));
  }

  private Path line(Mark.Line line) {
    Paint paint = Paint.dashed(line.ink().colour(), Brush.LINE, line.ink().dash());
    return new Path(
        List.of(new Ring(line.points().stream().map(this::place).toList(), End.OPEN)), paint);
  }

  private List<Piece> bar(Mark.Bar bar) {
    At a = place(bar.from());
    At b = place(bar.to());
    return Brush.bar(
        Math.min(a.x(), b.x()),
        Math.min(a.y(), b.y()),
        Math.max(a.x(), b.x()),
        Math.max(a.y(), b.y()),
        bar.ink());
  }

  private List<Piece> region(Mark.Region region) {
    List<Ring> rings = new ArrayList<>();
    for (List<At> ring : region.rings()) {
      rings.add(new Ring(thinned(ring.stream().map(this::place).toList()), End.CLOSED));
    }
    String fill = region.share() < 0 ? "#FFFFFF" : Tint.of(region.share());
    return List.of(new Path(rings, new Paint(fill, "#6E6E6E", Paint.HAIR, List.of())));
  }

  /** Without the points of a border that no print can show. */
  private static List<At> thinned(List<At> ring) {
    List<At> kept = new ArrayList<>();
    for (At at : ring) {
      At last = kept.isEmpty() ? at : kept.get(kept.size() - 1);
      if (kept.isEmpty() || StrictMath.hypot(at.x() - last.x(), at.y() - last.y()) > FINEST) {
        kept.add(at);
      }
    }
    return kept;
  }

  private List<Piece> tile(Mark.Tile tile) {
    At a = place(tile.from());
    At b = place(tile.to());
    Paint paint = new Paint(Tint.of(tile.share()), "#FFFFFF", Paint.HAIR, List.of());
    List<Piece> pieces = new ArrayList<>();
    pieces.add(Brush.rectangle(a.x(), a.y(), b.x(), b.y(), paint));
    String words = tile.words().in(lang);
    if (!words.isEmpty()) {
      At middle = at((a.x() + b.x()) / 2, (a.y() + b.y()) / 2 + SMALL * 0.35);
      pieces.add(
          new Words(
              middle,
              words,
              SMALL,
              Anchor.MIDDLE,
              Turn.LEVEL,
              Weight.NORMAL,
              Tint.wordsOn(tile.share())));
    }
    return pieces;
  }

  private List<Piece> rule(Mark.Rule rule) {
    List<Piece> pieces = new ArrayList<>();
    String words = rule.words().in(lang);
    if (rule.side() == Mark.Side.X) {
      double x = x(rule.value());
      pieces.add(Path.line(REFERENCE, at(x, top), at(x, bottom)));
      boolean room = x + 3 + TextWidth.of(words, SMALL) <= right;
      Anchor anchor = room ? Anchor.START : Anchor.END;
      pieces.add(FigureLayout.words(x + (room ? 3 : -3), top + SMALL, words, SMALL, anchor));
    } else {
      double y = y(rule.value());
      pieces.add(Path.line(REFERENCE, at(left, y), at(right, y)));
      pieces.add(FigureLayout.words(right, y - 2.5, words, SMALL, Anchor.END));
    }
    return words.isEmpty() ? pieces.subList(0, 1) : pieces;
  }

  private List<Piece> label(Mark.Label label) {
    At at = place(label.at());
    return List.of(
        FigureLayout.words(
            at.x() + label.offset().x(),
            at.y() - label.offset().y() + SMALL * 0.35,
            label.words().in(lang),
            SMALL,
            label.anchor()));
  }
}

package org.jiedui.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jiedui.export.figure.Figure;
import org.jiedui.message.Text;

/**
 * One figure that can be drawn.
 *
 * @param tables published tables it needs; without one of them there is no such figure
 * @param drawing the figure, or empty when the tables hold nothing to draw
 */
public record FigureKind(
    String id, Text title, List<String> tables, Function<Published, Optional<Figure>> drawing) {
  public FigureKind {
    tables = List.copyOf(tables);
  }

  /** Empty when the version has not the tables, or nothing in them. */
  public Optional<Figure> draw(Published published) {
    return tables.stream().allMatch(published::has) ? drawing.apply(published) : Optional.empty();
  }
}

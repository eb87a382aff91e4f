package org.jiedui.figure;

import java.util.List;
import java.util.Optional;
import org.jiedui.export.figure.Figure;
import org.jiedui.message.Closest;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** The list of figures: a new one is one file and one line here. */
public final class Figures {
  private static final List<FigureKind> ALL = List.of();

  private Figures() {}

  public static List<FigureKind> all() {
    return ALL;
  }

  public static List<String> ids() {
    return ALL.stream().map(FigureKind::id).toList();
  }

  /** Every figure that these tables allow, in the order of the list. */
  public static List<Figure> drawn(Published published) {
    return ALL.stream().map(kind -> kind.draw(published)).flatMap(Optional::stream).toList();
  }

  /** The kind of that name; an unknown name is refused with the nearest one. */
  public static FigureKind named(String id) {
    return ALL.stream()
        .filter(kind -> kind.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new InputException(ExitCode.USAGE, unknown(id)));
  }

  private static Problem unknown(String id) {
    String known = String.join(", ", ids());
    Problem problem =
        Problem.error("FIGURE_UNKNOWN", Text.of("没有名为 " + id + " 的图", "no figure is called " + id))
            .expected(known, known);
    return Closest.to(id, ids())
        .map(near -> problem.fix("是否指 " + near + "?", "did you mean " + near + "?"))
        .orElse(problem);
  }
}

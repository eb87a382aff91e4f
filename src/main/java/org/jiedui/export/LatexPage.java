package org.jiedui.export;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jiedui.message.Lang;

/**
 * The page that a table needs in LaTeX: size of type, upright or lying, and its columns. Widths are
 * in half em, with room for letters that are wider than a digit.
 */
record LatexPage(PrintedTable table, Type type, boolean lying, int[] widths) {
  private static final int UPRIGHT = 160;
  private static final int LYING = 247;
  private static final double ROOM = 1.12;

  /**
   * Sizes of type for a document of 10 points, by their em in points: small type is wider for its
   * height.
   */
  private enum Type {
    SMALL("\\small", 9.25),
    FOOTNOTE("\\footnotesize", 8.5),
    SCRIPT("\\scriptsize", 8);

    private final String command;
    private final double points;

    Type(String command, double points) {
      this.command = command;
      this.points = points;
    }

    /** Half ems of columns on so many millimetres, the room between columns taken off. */
    int room(int millimetres, int columns) {
      double points = millimetres * 72.27 / 25.4 - (columns - 1) * 2.0 * SEPARATION;
      return (int) (points / (this.points / 2 * ROOM));
    }
  }

  private static final int SEPARATION = 4;
  private static final int BETWEEN = 2;

  /** The largest type on an upright page, then on a lying one; then words are broken into lines. */
  static LatexPage of(PrintedTable table) {
    Fit fit = new Fit(table, LatexText.BREAKS_AFTER);
    int natural = IntStream.of(fit.natural()).sum();
    for (Type type : Type.values()) {
      if (natural <= type.room(UPRIGHT, table.width()) && type != Type.SCRIPT) {
        return new LatexPage(table, type, false, fit.natural());
      }
    }
    for (Type type : Type.values()) {
      int[] widths = fit.within(type.room(LYING, table.width()));
      boolean fits = IntStream.of(widths).sum() <= type.room(LYING, table.width());
      if (fits && (natural <= type.room(LYING, table.width()) || type == Type.FOOTNOTE)
          || type == Type.SCRIPT) {
        return new LatexPage(table, type, true, widths);
      }
    }
    throw new IllegalStateException("no size of type");
  }

  int millimetres() {
    return lying ? LYING : UPRIGHT;
  }

  int width(int column) {
    return widths[column];
  }

  /** The columns under a heading, with the room between them. */
  int width(PrintedTable.Heading over) {
    int columns = IntStream.range(over.from(), over.from() + over.size()).map(i -> widths[i]).sum();
    return columns + BETWEEN * (over.size() - 1);
  }

  /** The size of type and the room between columns, for the whole table. */
  String size() {
    return type.command + "\\setlength{\\tabcolsep}{" + SEPARATION + "pt}\n";
  }

  String columns() {
    StringBuilder columns = new StringBuilder("@{}");
    for (int i = 0; i < widths.length; i++) {
      columns.append(column(table.columns().get(i), widths[i], i));
    }
    return columns.append("@{}").toString();
  }

  private String column(PrintedColumn column, int width, int i) {
    return switch (column.kind()) {
      case NUMBER -> number(column);
      case CENTRED -> "c";
      case TEXT -> width < new Fit(table).natural()[i] || width >= 48 ? broken(width) : "l";
    };
  }

  /** A line over all columns: broken where it is longer than they are wide. */
  String panel(String text) {
    int whole = IntStream.of(widths).sum();
    return Fit.width(text) > whole ? broken(whole) : "l";
  }

  private static String broken(int width) {
    return String.format(
        Locale.ROOT, ">{\\raggedright\\arraybackslash}p{%.1fem}", width / 2.0 * ROOM);
  }

  /** Room for signs, and for what stands before and after the widest number. */
  private static String number(PrintedColumn column) {
    return "S[table-format=%s%s%d.%d%s%s]"
        .formatted(
            widest(column, Digits::before),
            column.hasMinus() ? "-" : "",
            Math.max(1, column.whole()),
            column.decimals(),
            widest(column, Digits::after),
            column.groups() ? "" : ", group-digits=none");
  }

  private static String widest(PrintedColumn column, Function<Digits, String> part) {
    String widest =
        column.cells().stream()
            .flatMap(cell -> cell.digits().stream())
            .map(part)
            .max(Comparator.comparingInt(Fit::width))
            .orElse("");
    return widest.isEmpty() ? "" : "{" + LatexText.escaped(widest) + "}";
  }

  String preamble(Lang lang) {
    String document =
        lang == Lang.ZH
            ? "\\documentclass[10pt]{ctexart}\n"
            : "\\documentclass[10pt]{article}\n\\usepackage[scheme=plain]{ctex}\n";
    return "% xelatex -no-shell-escape "
        + table.id()
        + "-standalone.tex\n"
        + document
        + "\\usepackage[a4paper,%sleft=25mm,right=25mm,top=20mm,bottom=20mm]{geometry}\n"
            .formatted(lying ? "landscape," : "")
        + "\\usepackage{amssymb,array,booktabs,caption,longtable,makecell,multirow,siunitx,textcomp,threeparttable}\n"
        + "\\captionsetup{labelsep="
        + (lang == Lang.ZH ? "quad" : "period")
        + ",font=bf,singlelinecheck=true}\n"
        + "\\IfFontExistsTF{Noto Serif CJK SC}{\\setCJKmainfont{Noto Serif CJK SC}}{}\n"
        + "\\setcellgapes{0pt}\n";
  }

  String opening() {
    return "\\pagestyle{empty}\n";
  }
}

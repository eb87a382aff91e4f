package org.jiedui.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table for LaTeX: a fragment for {@code \\input}, and a file that compiles alone with XeLaTeX.
 * Short tables float with their notes below; long ones break across pages.
 */
final class LatexFormat implements TableFormat {
  private static final int LONG = 32;
  private static final String BREAK = "\n";

  @Override
  public List<ExportFile> files(PrintedTable table) {
    LatexPage page = LatexPage.of(table);
    return List.of(
        ExportFile.of(table.id() + ".tex", fragment(table, page)),
        ExportFile.of(
            table.id() + "-standalone.tex",
            page.preamble(table.lang())
                + "\\begin{document}\n"
                + page.opening()
                + "\\input{"
                + table.id()
                + ".tex}\n"
                + "\\end{document}\n"));
  }

  private static String fragment(PrintedTable table, LatexPage page) {
    boolean breaks = breaks(table);
    StringBuilder tex = new StringBuilder();
    tex.append(
        "% \\usepackage{amssymb,array,booktabs,caption,longtable,makecell,multirow,siunitx,textcomp,threeparttable}\n");
    tex.append("% siunitx 3; XeLaTeX with ctex for Chinese; run twice; needs a text width of ")
        .append(page.millimetres())
        .append(" mm\n");
    tex.append(breaks ? "\\begingroup\n" : "\\begin{table}[htbp]\n\\centering\n");
    tex.append(page.size()).append(setup(table));
    tex.append(breaks ? longTable(table, page) : floating(table, page));
    return tex.append(breaks ? "\\par\\endgroup\n" : "\\end{table}\n").toString();
  }

  /** Parentheses around a number are a standard error, not an uncertainty of its last digits. */
  private static String setup(PrintedTable table) {
    String mark = table.style().thousands() == Style.Thousands.THIN ? "\\," : "{,}";
    return "\\sisetup{input-open-uncertainty={}, input-close-uncertainty={},"
        + " table-align-text-before=false, table-align-text-after=false,"
        + " group-digits=integer, group-minimum-digits=4, group-separator={"
        + mark
        + "}}\n";
  }

  private static String floating(PrintedTable table, LatexPage page) {
    return "\\begin{threeparttable}\n"
        + caption(table)
        + "\\label{tab:"
        + table.id()
        + "}\n"
        + unit(table)
        + "\\begin{tabular}{"
        + page.columns()
        + "}\n\\toprule\n"
        + head(table, page)
        + "\\midrule\n"
        + body(table, page)
        + "\\bottomrule\n\\end{tabular}\n"
        + "\\begin{tablenotes}[flushleft]\\footnotesize\\sloppy\\setlength{\\emergencystretch}{3em}\n"
        + table.notes().stream()
            .map(n -> "\\item[] " + escaped(n) + BREAK)
            .collect(Collectors.joining())
        + "\\end{tablenotes}\n\\end{threeparttable}\n";
  }

  private static String longTable(PrintedTable table, LatexPage page) {
    String head = "\\toprule\n" + head(table, page) + "\\midrule\n";
    return "\\begin{longtable}{"
        + page.columns()
        + "}\n"
        + caption(table)
        + "\\label{tab:"
        + table.id()
        + "}\\\\\n"
        + (table.unit().isEmpty()
            ? ""
            : "\\multicolumn{" + table.width() + "}{r}{" + escaped(table.unit()) + "}\\\\\n")
        + head
        + "\\endfirsthead\n"
        + head
        + "\\endhead\n\\bottomrule\n\\endfoot\n"
        + body(table, page)
        + "\\end{longtable}\n"
        + "{\\footnotesize\\sloppy\\setlength{\\emergencystretch}{3em}\\setlength{\\parindent}{0pt}\n"
        + table.notes().stream().map(n -> escaped(n) + "\\par\n").collect(Collectors.joining())
        + "}\n";
  }

  /** Two lines carry the number twice, and the list of tables gets the first. */
  private static String caption(PrintedTable table) {
    List<String> lines = table.caption().stream().map(LatexFormat::escaped).toList();
    return lines.size() == 1
        ? "\\caption{" + lines.get(0) + "}"
        : "\\caption["
            + lines.get(0)
            + "]{"
            + lines.get(0)
            + "\\\\ Table~\\thetable\\quad "
            + lines.get(1)
            + "}";
  }

  private static String unit(PrintedTable table) {
    return table.unit().isEmpty() ? "" : "\\hfill " + escaped(table.unit()) + "\\par\n";
  }

  private static String head(PrintedTable table, LatexPage page) {
    StringBuilder head = new StringBuilder();
    for (List<PrintedTable.Heading> level : table.spans()) {
      head.append(level.stream().map(h -> span(h, page)).collect(Collectors.joining(" & ")));
      head.append(" \\\\\n");
      level.stream().filter(h -> !h.isEmpty()).forEach(h -> head.append(rule(h)));
      head.append(BREAK);
    }
    head.append(
        IntStream.range(0, table.width())
            .mapToObj(i -> heading(table, page, i))
            .collect(Collectors.joining(" & ")));
    return head.append(" \\\\\n").toString();
  }

  private static String span(PrintedTable.Heading heading, LatexPage page) {
    List<String> lines = Fit.wrapped(heading.lines(), page.width(heading));
    return "\\multicolumn{" + heading.size() + "}{c}{" + cell(lines, "b") + "}";
  }

  private static String rule(PrintedTable.Heading heading) {
    int from = heading.from() + 1;
    return "\\cmidrule(lr){" + from + "-" + (heading.from() + heading.size()) + "}";
  }

  private static String heading(PrintedTable table, LatexPage page, int i) {
    List<String> lines = Fit.wrapped(table.columns().get(i).heading(), page.width(i));
    return "{" + cell(lines, table.columns().get(i).isText() ? "bl" : "bc") + "}";
  }

  private static String cell(List<String> lines, String place) {
    List<String> escaped = lines.stream().map(LatexFormat::escaped).toList();
    return escaped.size() == 1
        ? escaped.get(0)
        : "\\makecell[" + place + "]{" + String.join("\\\\", escaped) + "}";
  }

  private static String body(PrintedTable table, LatexPage page) {
    List<String> rows = new ArrayList<>();
    for (PrintedTable.Line line : table.lines()) {
      rows.add(
          line.isPanel()
              ? "\\multicolumn{%d}{@{}%s}{%s} \\\\*\n"
                  .formatted(table.width(), page.panel(line.panel()), escaped(line.panel()))
              : row(table, line));
    }
    return String.join("", rows);
  }

  private static String row(PrintedTable table, PrintedTable.Line line) {
    return IntStream.range(0, table.width())
        .mapToObj(i -> cell(table, i, line.cells().get(i)))
        .collect(Collectors.joining(" & ", "", " \\\\\n"));
  }

  /** A table that breaks across pages cannot have cells that do. */
  private static String cell(PrintedTable table, int i, PrintedCell cell) {
    if (cell.over() == 0) {
      return "";
    }
    String text = cell(table.columns().get(i), cell);
    return cell.over() == 1 || breaks(table)
        ? text
        : "\\multirow{" + cell.over() + "}{*}{" + text + "}";
  }

  private static boolean breaks(PrintedTable table) {
    return table.lines().size() > LONG;
  }

  /** In a column of numbers siunitx reads bare digits; everything else stands in braces. */
  private static String cell(PrintedColumn column, PrintedCell cell) {
    if (column.isNumber() && cell.digits().isPresent()) {
      Digits digits = cell.digits().get();
      return braced(digits.before()) + digits.plain() + braced(digits.after());
    }
    String text = cell.tabular() ? escaped(cell.typeset()) : escaped(cell.text());
    return column.isNumber() ? "{" + text + "}" : text;
  }

  private static String braced(String text) {
    return text.isEmpty() ? "" : "{" + escaped(text) + "}";
  }

  private static String escaped(String text) {
    return LatexText.escaped(text);
  }
}

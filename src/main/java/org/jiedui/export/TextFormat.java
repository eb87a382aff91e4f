package org.jiedui.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jiedui.message.DisplayWidth;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;

/** A table for a terminal: aligned columns, rules above and below, notes under it. */
public final class TextFormat {
  private static final String GAP = "  ";
  private static final int WIDEST = 48;
  private static final int PAGE = 100;

  private TextFormat() {}

  public static String of(PaperTable table, Lang lang) {
    int[] widths = widths(table, lang);
    int whole = GAP.length() * (widths.length - 1) + IntStream.of(widths).sum();
    List<String> lines = new ArrayList<>();
    lines.add(table.caption().in(lang));
    lines.add("━".repeat(Math.max(whole, 8)));
    spanners(table, widths, lang, lines);
    lines.add(line(headings(table, lang), widths, numeric(table)));
    lines.add("─".repeat(Math.max(whole, 8)));
    body(table, widths, lang, lines);
    lines.add("━".repeat(Math.max(whole, 8)));
    List<String> notes = new ArrayList<>();
    notes(table, lang, notes);
    notes.forEach(note -> lines.addAll(Wrap.at(note, Math.max(whole, PAGE))));
    return String.join("\n", lines) + "\n";
  }

  private static void body(PaperTable table, int[] widths, Lang lang, List<String> lines) {
    boolean[] numeric = numeric(table);
    String panel = "";
    for (PaperTable.Row row : table.rows()) {
      String here = row.panel().in(lang);
      if (!here.equals(panel) && !here.isEmpty()) {
        lines.add(here);
      }
      panel = here;
      lines.addAll(lines(row, widths, numeric, lang));
    }
  }

  /** One row; a long text takes as many lines as it needs. */
  private static List<String> lines(
      PaperTable.Row row, int[] widths, boolean[] numeric, Lang lang) {
    List<List<String>> cells = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < widths.length; i++) {
      List<String> wrapped = Wrap.at(shown(row, lang).get(i), widths[i]);
      cells.add(wrapped);
      height = Math.max(height, wrapped.size());
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < height; i++) {
      int at = i;
      lines.add(
          line(
              cells.stream().map(cell -> at < cell.size() ? cell.get(at) : "").toList(),
              widths,
              numeric));
    }
    return lines;
  }

  private static void spanners(PaperTable table, int[] widths, Lang lang, List<String> lines) {
    for (List<Spans.Span> level : Spans.of(table.columns())) {
      StringBuilder line = new StringBuilder();
      for (Spans.Span span : level) {
        int width = GAP.length() * (span.size() - 1);
        for (int i = span.from(); i < span.from() + span.size(); i++) {
          width += widths[i];
        }
        line.append(centred(span.heading().in(lang), width)).append(GAP);
      }
      lines.add(line.toString().stripTrailing());
    }
  }

  private static String centred(String text, int width) {
    int left = Math.max(0, (width - DisplayWidth.of(text)) / 2);
    return DisplayWidth.padRight(" ".repeat(left) + text, width);
  }

  private static void notes(PaperTable table, Lang lang, List<String> lines) {
    if (!table.absentCodes().isEmpty()) {
      lines.add(
          (lang == Lang.ZH ? "— 表示没有数值,原因代码:" : "— stands for no value; codes: ")
              + String.join(", ", table.absentCodes()));
    }
    table.notes().forEach(note -> lines.add(note.in(lang)));
    for (Text origin : List.of(table.source(), table.provenance())) {
      if (!origin.isEmpty()) {
        lines.add(origin.in(lang));
      }
    }
  }

  private static int[] widths(PaperTable table, Lang lang) {
    int[] widths = new int[table.columns().size()];
    List<String> headings = headings(table, lang);
    for (int i = 0; i < widths.length; i++) {
      widths[i] = DisplayWidth.of(headings.get(i));
    }
    for (PaperTable.Row row : table.rows()) {
      List<String> shown = shown(row, lang);
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Wrap.widest(shown.get(i), WIDEST));
      }
    }
    return widths;
  }

  private static List<String> headings(PaperTable table, Lang lang) {
    return table.columns().stream().map(c -> c.heading(lang)).toList();
  }

  private static List<String> shown(PaperTable.Row row, Lang lang) {
    return row.cells().stream().map(cell -> oneLine(cell.shown(lang))).toList();
  }

  /** Control characters would let data move the cursor; they are shown as what they are. */
  private static String oneLine(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                safe.append(String.format("\\u%04x", c));
              } else {
                safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }

  private static boolean[] numeric(PaperTable table) {
    boolean[] numeric = new boolean[table.columns().size()];
    for (PaperTable.Row row : table.rows()) {
      for (int i = 0; i < numeric.length; i++) {
        Cell cell = row.cells().get(i);
        numeric[i] |= cell.isNumber() && cell.raw() != null;
      }
    }
    return numeric;
  }

  private static String line(List<String> texts, int[] widths, boolean[] numeric) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String text = texts.get(i);
      line.append(
              numeric[i]
                  ? DisplayWidth.padLeft(text, widths[i])
                  : DisplayWidth.padRight(text, widths[i]))
          .append(GAP);
    }
    return line.toString().stripTrailing();
  }
}

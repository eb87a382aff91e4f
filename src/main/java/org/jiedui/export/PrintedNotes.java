package org.jiedui.export;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;

/**
 * The lines under a table: what follows from its cells, then its own notes, then where it is from.
 */
final class PrintedNotes {
  private static final Text STARS =
      Text.of(
          "*、**、*** 分别表示在 10%、5%、1% 水平上显著。",
          "*, **, *** mark significance at 10, 5 and 1 per cent.");
  private static final Text SHARES =
      Text.of("百分比因四舍五入,合计不一定为 100。", "Percentages are rounded and need not add to 100.");

  private PrintedNotes() {}

  static List<String> of(PaperTable table, Style style) {
    List<Text> notes = new ArrayList<>();
    if (has(table, Cell.Absent.class)) {
      notes.add(missing(table.absentCodes()));
    }
    if (has(table, Cell.Share.class)) {
      notes.add(SHARES);
    }
    if (style.stars() == Style.Stars.ON && starred(table)) {
      notes.add(STARS);
    }
    notes.addAll(table.notes());
    return led(notes, table, style);
  }

  private static List<String> led(List<Text> notes, PaperTable table, Style style) {
    Lang lang = style.lang();
    List<String> lines = new ArrayList<>();
    for (Text note : notes) {
      String lead = lines.isEmpty() ? (lang == Lang.ZH ? "注：" : "Notes: ") : "";
      lines.add(lead + note.in(lang));
    }
    if (!table.source().isEmpty()) {
      lines.add((lang == Lang.ZH ? "数据来源：" : "Source: ") + table.source().in(lang));
    }
    if (!table.provenance().isEmpty()) {
      lines.add(table.provenance().in(lang));
    }
    return lines;
  }

  private static Text missing(List<String> codes) {
    String symbol = Cell.Absent.SYMBOL;
    if (codes.isEmpty()) {
      return Text.of(symbol + " 表示没有数值。", symbol + " stands for no value.");
    }
    return Text.of(
        symbol + " 表示没有数值，原因代码：" + String.join("、", codes) + "。",
        symbol + " stands for no value; codes: " + String.join(", ", codes) + ".");
  }

  private static boolean has(PaperTable table, Class<? extends Cell> kind) {
    return table.rows().stream()
        .flatMap(row -> row.cells().stream())
        .anyMatch(cell -> kind.isInstance(PrintedCell.plain(cell)));
  }

  private static boolean starred(PaperTable table) {
    return table.rows().stream()
        .flatMap(row -> row.cells().stream())
        .anyMatch(cell -> cell instanceof Cell.Marked marked && marked.stars() > 0);
  }
}

package org.jiedui.export.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;

/** A table of a page: sortable, searchable, and above 2,000 rows in pages. */
final class Sheet {
  /** Rows that stand in the page; the others are data for the script. */
  private static final int STANDING = 2000;

  private static final int FIRST = 100;

  private final PaperTable table;
  private final Caption caption;
  private final boolean[] numeric;

  Sheet(PaperTable table, Caption caption) {
    this.table = table;
    this.caption = caption;
    this.numeric = new boolean[table.columns().size()];
    for (PaperTable.Row row : table.rows()) {
      for (int i = 0; i < numeric.length; i++) {
        Cell cell = row.cells().get(i);
        numeric[i] |= cell.isNumber() && cell.raw() != null;
      }
    }
  }

  /** Whether the caption is seen or only read out. */
  enum Caption {
    SHOWN,
    HIDDEN
  }

  void write(Html out) {
    String id = "t" + out.next() + "-" + table.id();
    boolean paged = table.rows().size() > STANDING;
    out.raw("<div><div class=\"sheet\" tabindex=\"0\" role=\"region\" aria-labelledby=\"");
    out.text(id).raw("-caption\"><table id=\"").text(id).raw("\">\n<caption id=\"").text(id);
    out.raw(caption == Caption.SHOWN ? "-caption\">" : "-caption\" class=\"unseen\">");
    out.both(table.caption()).raw("</caption>\n");
    head(out);
    out.raw("<tbody>\n");
    rows(out, paged ? table.rows().subList(0, FIRST) : table.rows());
    out.raw("</tbody></table></div>\n");
    if (paged) {
      rest(out, id);
    }
    notes(out);
    out.raw("</div>\n");
  }

  private void head(Html out) {
    out.raw("<thead>\n");
    if (table.columns().stream().anyMatch(column -> !column.spanner().isEmpty())) {
      spanners(out);
    }
    out.raw("<tr>");
    for (int i = 0; i < table.columns().size(); i++) {
      PaperTable.Column column = table.columns().get(i);
      out.raw("<th scope=\"col\" data-column=\"" + i + "\"" + (numeric[i] ? " class=\"n\"" : ""));
      out.raw("><button type=\"button\">");
      out.both(Text.of(column.heading(Lang.ZH), column.heading(Lang.EN))).raw("</button></th>");
    }
    out.raw("</tr>\n</thead>\n");
  }

  private void spanners(Html out) {
    out.raw("<tr>");
    int i = 0;
    while (i < table.columns().size()) {
      Text spanner = table.columns().get(i).spanner();
      int from = i++;
      while (i < table.columns().size() && table.columns().get(i).spanner().equals(spanner)) {
        i++;
      }
      if (spanner.isEmpty()) {
        out.raw("<td colspan=\"" + (i - from) + "\"></td>");
      } else {
        out.raw("<th class=\"span\" scope=\"colgroup\" colspan=\"" + (i - from) + "\">");
        out.both(spanner).raw("</th>");
      }
    }
    out.raw("</tr>\n");
  }

  private void rows(Html out, List<PaperTable.Row> rows) {
    Text panel = Text.NONE;
    for (PaperTable.Row row : rows) {
      if (!row.panel().equals(panel) && !row.panel().isEmpty()) {
        out.raw("<tr class=\"panel\"><th scope=\"rowgroup\" colspan=\"");
        out.raw(table.columns().size() + "\">").both(row.panel()).raw("</th></tr>\n");
      }
      panel = row.panel();
      out.raw("<tr>");
      for (int i = 0; i < row.cells().size(); i++) {
        Cell cell = row.cells().get(i);
        out.raw(numeric[i] ? "<td class=\"n\">" : open(cell));
        out.both(Text.of(shown(cell, Lang.ZH), shown(cell, Lang.EN))).raw("</td>");
      }
      out.raw("</tr>\n");
    }
  }

  /** An interval is never broken. */
  private static String open(Cell cell) {
    return cell instanceof Cell.Interval ? "<td class=\"i\">" : "<td>";
  }

  /** U+2212 for the minus of numbers; words stay as they are. */
  private static String shown(Cell cell, Lang lang) {
    String shown = cell.shown(lang);
    return cell instanceof Cell.Words ? shown : shown.replace('-', '\u2212');
  }

  private void rest(Html out, String id) {
    out.raw("<script type=\"application/json\" id=\"").text(id).raw("-data\">[");
    List<String> rows = new ArrayList<>();
    for (PaperTable.Row row : table.rows()) {
      rows.add(
          row.cells().stream()
              .map(cell -> Html.json(shown(cell, Lang.EN)))
              .collect(Collectors.joining(",", "[", "]")));
    }
    out.raw(String.join(",\n", rows)).raw("]</script>\n<noscript><p class=\"notes\">");
    out.both(
        Text.of(
            "此处列出前 " + FIRST + " 行，共 " + rows.size() + " 行；全部见同名 CSV。",
            "The first "
                + FIRST
                + " of "
                + rows.size()
                + " rows; all are in the CSV of that name."));
    out.raw("</p></noscript>\n");
  }

  private void notes(Html out) {
    if (!table.absentCodes().isEmpty()) {
      String codes = String.join(", ", table.absentCodes());
      out.raw("<p class=\"notes\">");
      out.both(Text.of("— 表示没有数值，原因代码：" + codes, "— stands for no value; codes: " + codes));
      out.raw("</p>\n");
    }
    for (Text note : table.notes()) {
      out.raw("<p class=\"notes\">").both(note).raw("</p>\n");
    }
  }
}

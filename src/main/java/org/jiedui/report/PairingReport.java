package org.jiedui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.export.PaperTable.Column;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;
import org.jiedui.table.PairingRow;

/** Who supported whom: one line a recipient, one column an era. */
public final class PairingReport {
  private PairingReport() {}

  public static PaperTable of(Frame pairings) {
    TreeSet<Integer> eras = new TreeSet<>();
    Map<String, Map<Integer, TreeSet<String>>> donors = new TreeMap<>();
    Map<String, String> names = new TreeMap<>();
    for (int i = 0; i < pairings.size(); i++) {
      int era = (Integer) pairings.value(i, PairingRow.ERA);
      String recipient = pairings.text(i, PairingRow.RECIPIENT_CODE);
      eras.add(era);
      names.put(recipient, pairings.text(i, PairingRow.RECIPIENT_NAME));
      donors
          .computeIfAbsent(recipient, code -> new TreeMap<>())
          .computeIfAbsent(era, year -> new TreeSet<>())
          .add(pairings.text(i, PairingRow.DONOR_NAME));
    }
    List<PaperTable.Row> rows = new ArrayList<>();
    donors.forEach((code, by) -> rows.add(row(code, names.get(code), eras, by)));
    return new PaperTable(
        "pairing",
        Text.of("各时期的结对关系", "Pairings by era"),
        columns(eras),
        rows,
        List.of(
            Text.of(
                "按公布的名单，一行为一个受援方；空格表示该时期名单中没有。",
                "As published, one line a recipient; an empty cell means that the era's list has none.")));
  }

  private static List<Column> columns(TreeSet<Integer> eras) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("recipient_code", "代码", "Code"));
    columns.add(Column.of("recipient_name", "受援方", "Recipient"));
    for (int era : eras) {
      columns.add(Column.of("donors_" + era, era + " 年起", "From " + era).under("支援方", "Donors"));
    }
    return columns;
  }

  private static PaperTable.Row row(
      String code, String name, TreeSet<Integer> eras, Map<Integer, TreeSet<String>> donors) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.words(code));
    cells.add(Cell.words(name));
    for (int era : eras) {
      TreeSet<String> here = donors.getOrDefault(era, new TreeSet<>());
      cells.add(Cell.words(String.join("、", here), String.join(", ", here)));
    }
    return PaperTable.Row.of(cells);
  }
}

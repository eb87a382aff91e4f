package org.jiedui.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.CodeMapRow;
import org.jiedui.table.Frame;

/** Names without codes, and the codes they may stand for. */
public final class CodeMapReport {
  private static final List<CodeMapRow> SHOWN =
      List.of(
          CodeMapRow.PROVINCE,
          CodeMapRow.PREFECTURE,
          CodeMapRow.COUNTY,
          CodeMapRow.YEAR_FROM,
          CodeMapRow.YEAR_TO,
          CodeMapRow.ROWS,
          CodeMapRow.PROPOSED_CODE,
          CodeMapRow.MATCH,
          CodeMapRow.CANDIDATES);

  private CodeMapReport() {}

  public static PaperTable of(Frame map) {
    return new PaperTable(
        "code-map",
        Text.of(
            "只有名称、没有代码的行及可能的代码", "Rows with names and no code, and the codes they may stand for"),
        SHOWN.stream()
            .map(f -> PaperTable.Column.of(f.column(), f.label().zh(), f.label().en()))
            .toList(),
        map.rows().stream().map(row -> row(map, row)).toList(),
        List.of(counts(map)));
  }

  private static PaperTable.Row row(Frame map, Object[] row) {
    return PaperTable.Row.of(SHOWN.stream().map(f -> cell(row[map.index(f)], f)).toList());
  }

  private static Cell cell(Object value, CodeMapRow field) {
    return switch (field.type()) {
      case YEAR -> new Cell.Year((Integer) value);
      case LONG -> new Cell.Count((Long) value);
      default -> Cell.words((String) value);
    };
  }

  private static Text counts(Frame map) {
    Map<String, Integer> matches = new TreeMap<>();
    int confirmed = 0;
    for (int i = 0; i < map.size(); i++) {
      matches.merge(map.text(i, CodeMapRow.MATCH), 1, Integer::sum);
      confirmed += map.text(i, CodeMapRow.DECISION).isEmpty() ? 0 : 1;
    }
    String found =
        matches.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
    return Text.of(found + ";已确认 " + confirmed, found + "; confirmed " + confirmed);
  }
}

package org.jiedui.export;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiedui.message.Text;

/** What stands over a column: its label, and its unit where the table does not say it once. */
final class Headings {
  private Headings() {}

  /** Above the table, when a Chinese journal prints it and every column of numbers shares it. */
  static String sharedUnit(PaperTable table, Style style) {
    Set<Text> units =
        IntStream.range(0, table.columns().size())
            .filter(i -> table.rows().stream().anyMatch(row -> row.cells().get(i).isNumber()))
            .mapToObj(i -> table.columns().get(i).unit())
            .collect(Collectors.toSet());
    boolean shared =
        style.customs() == Style.Customs.ZH && units.size() == 1 && !units.contains(Text.NONE);
    if (!shared) {
      return "";
    }
    String unit = units.iterator().next().in(style.lang());
    return switch (style.lang()) {
      case ZH -> "单位：" + unit;
      case EN -> "Unit: " + unit;
    };
  }

  static List<String> of(PaperTable.Column column, Style style, String sharedUnit) {
    Text unit = sharedUnit.isEmpty() ? column.unit() : Text.NONE;
    return PrintedTable.both(
        Text.of(
            joined(column.label().zh(), unit.zh(), style, "，"),
            joined(column.label().en(), unit.en(), style, ", ")),
        style);
  }

  private static String joined(String label, String unit, Style style, String comma) {
    if (unit.isEmpty()) {
      return label;
    }
    boolean chinese = comma.equals("，");
    return style.customs() == Style.Customs.ZH
        ? label + comma + unit
        : label + (chinese ? "（" + unit + "）" : " (" + unit + ")");
  }
}

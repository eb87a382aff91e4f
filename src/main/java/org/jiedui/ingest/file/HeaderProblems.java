package org.jiedui.ingest.file;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiedui.message.Closest;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** Words for problems of a header row. */
final class HeaderProblems {
  /** A header and the alias it resembles; similarity words a hint and decides nothing. */
  record Near(String header, String alias, int distance) {
    static Near of(String header, String alias) {
      String name = Headers.of(header).name();
      return new Near(header, alias, Closest.distance(name, Headers.normal(alias)));
    }

    Text text() {
      String count = distance == 1 ? "one character" : distance + " characters";
      String zh = distance == 1 ? "一个字" : distance + " 个字";
      return Text.of(
          "表头“" + header + "”与“" + alias + "”只差" + zh,
          "closest: `" + header + "` differs by " + count + " from `" + alias + "`");
    }
  }

  private final FileScan scan;
  private final String sheet;

  /**
   * @param sheet sheet of a workbook; empty for text
   */
  HeaderProblems(FileScan scan, String sheet) {
    this.scan = scan;
    this.sheet = sheet;
  }

  Problem unknown(int position, String header, Optional<String> nearest) {
    Problem problem =
        at(
            Reason.COL_NEW.problem(
                Text.of(
                    "合同中没有的列“" + Excerpt.printable(header) + "”",
                    "column `" + Excerpt.printable(header) + "` is not in the contract")),
            position);
    return nearest
        .map(near -> problem.fix("是否应为“" + near + "”", "did you mean `" + near + "`"))
        .orElse(problem);
  }

  Problem ambiguous(String column, List<Slot> same) {
    String headers =
        same.stream()
            .map(s -> "`" + Excerpt.printable(s.header()) + "` (" + s.number() + ")")
            .collect(Collectors.joining(", "));
    return at(
            Reason.COL_AMBIGUOUS.problem(
                Text.of("多个表头对应同一列 " + column, "two headers name one column " + column)),
            same.get(1).position())
        .showing(headers)
        .fix("只保留或重命名其中一列", "keep or rename one of them");
  }

  Problem missing(Contract.Column column, Optional<Near> near) {
    String alias = column.aliases().isEmpty() ? "" : column.aliases().get(0);
    String named = alias.isEmpty() ? "" : " (" + alias + ")";
    Problem problem =
        Reason.COL_MISSING
            .problem(
                Text.of(
                    "缺少必需列 " + column.id() + named.replace(" (", "(").replace(")", ")"),
                    "required column `" + column.id() + "`" + named + " not found"))
            .at(place(0))
            .showing(header());
    return hint(problem, column.id(), near);
  }

  Problem noAmounts(Contract.Table table, Optional<Near> near) {
    String known =
        table.columns().stream()
            .filter(c -> c.role() == Role.MEASURE || c.role() == Role.AMOUNT)
            .map(c -> c.aliases().isEmpty() ? c.id() : c.aliases().get(0))
            .collect(Collectors.joining(", "));
    Problem problem =
        Reason.COL_MISSING
            .problem(Text.of("没有任何金额或人数列", "no column of amounts found"))
            .at(place(0))
            .showing(header());
    return near.isPresent()
        ? hint(problem, "…", near)
        : problem.expected("下列之一:" + known, "one of " + known);
  }

  private static Problem hint(Problem problem, String column, Optional<Near> near) {
    if (near.isEmpty()) {
      return problem.fix(
          "更正表头,或在 conf/schema.conf 中为 " + column + " 增加别名",
          "correct the header, or add an alias of " + column + " in conf/schema.conf");
    }
    Text says = near.get().text();
    String add = column + ".aliases += \"" + near.get().header() + "\"";
    return problem
        .expected(
            "“" + near.get().alias() + "”;" + says.zh(),
            "`" + near.get().alias() + "`; " + says.en())
        .fix(
            "更正表头,或在 conf/schema.conf 中增加别名:" + add,
            "correct the header, or add the alias in conf/schema.conf: " + add);
  }

  Problem noIndicator(Slot slot) {
    String declare = "files { \"" + scan.name() + "\" { indicator = fiscal } }";
    return at(
            Reason.COL_MISSING.problem(
                Text.of(
                    "年份列“" + slot.header() + "”没有说明是哪个指标",
                    "year column `" + slot.header() + "` does not say of which indicator")),
            slot.position())
        .fix(
            "在表头或“指标”列写明,或在 conf/ingest.conf 中声明:" + declare,
            "say it in the header or in a column 指标, or declare it in conf/ingest.conf: "
                + declare);
  }

  Problem badUnit(Slot slot, String word) {
    Reason reason =
        slot.measure() == null ? Reason.UNIT_UNKNOWN : UnitRule.problem(word, slot.measure());
    Text summary =
        Text.of(
            "列“" + slot.header() + "”:" + reason.summary().zh() + "“" + word + "”",
            "column `" + slot.header() + "`: " + reason.summary().en() + ": `" + word + "`");
    return at(reason.problem(summary), slot.position())
        .expected("元 千元 万元 百万元 亿元(金额),人 万人 人次(人数)", "元 千元 万元 百万元 亿元 for money, 人 万人 人次 for people")
        .fix(
            "更正表头或 conf/ingest.conf 中的单位", "correct the unit in the header or in conf/ingest.conf");
  }

  Problem unitConflict(Slot slot, List<String> stated) {
    String units = String.join(" ≠ ", stated);
    return at(
            Reason.UNIT_CONFLICT.problem(
                Text.of(
                    "列“" + slot.header() + "”的单位互相矛盾:" + units,
                    "units of column `" + slot.header() + "` contradict each other: " + units)),
            slot.position())
        .fix(
            "更正表头或 conf/ingest.conf 中的单位", "correct the unit in the header or in conf/ingest.conf");
  }

  Problem noUnit(Slot slot) {
    String declare = "files { \"" + scan.name() + "\" { unit = 万元 } }";
    return at(
            Reason.UNIT_MISSING.problem(
                Text.of(
                    "金额列“" + slot.header() + "”没有单位",
                    "money column `" + slot.header() + "` has no unit")),
            slot.position())
        .expected("如“" + slot.header() + "(万元)”", "e.g. `" + slot.header() + "(万元)`")
        .fix(
            "在表头写明单位,或在 conf/ingest.conf 中声明:" + declare,
            "write the unit in the header, or declare it in conf/ingest.conf: " + declare);
  }

  private Problem at(Problem problem, int position) {
    return problem.at(place(position + 1));
  }

  private String place(int column) {
    if (!sheet.isEmpty()) {
      String row = column == 0 ? "row " + scan.headerLine() : "cell " + cell(column);
      return scan.name() + ", sheet " + Excerpt.printable(sheet) + ", " + row;
    }
    String line = scan.name() + ":" + scan.headerLine();
    return column == 0 ? line : line + ":" + column;
  }

  private String cell(int column) {
    return SheetPlan.cell(column, scan.headerLine());
  }

  private String header() {
    return Excerpt.line(scan.headerLine(), String.join(", ", scan.header()));
  }
}

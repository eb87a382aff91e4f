package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiedui.analysis.Claims.Coverage;
import org.jiedui.message.Text;
import org.jiedui.reference.NationalTotal;
import org.jiedui.reference.NationalTotal.Basis;
import org.jiedui.reference.Statement;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.StatementRow;
import org.jiedui.table.Status;

/**
 * What becomes of published sentences that are no multiples: each number is the cell of a table, of
 * the national lists of pairs or of the study's own records. Public figures that contradict one
 * another are all kept, and said to.
 */
public final class Statements {
  public static final String TABLE = "statement";
  private static final String CONFLICT = "conflict";

  private final Map<String, Frame> lists;
  private final Map<String, Frame> records;
  private final Coverage coverage;
  private final List<NationalTotal> totals;

  private Statements(
      List<NationalTotal> totals,
      Map<String, Frame> lists,
      Map<String, Frame> records,
      Coverage coverage) {
    this.totals = totals;
    this.lists = lists;
    this.records = records;
    this.coverage = coverage;
  }

  /**
   * @param lists tables of the national lists of pairs, by name
   * @param records tables of the study, by name; none when nothing was read
   */
  public static Frame of(
      List<Statement> statements,
      List<NationalTotal> totals,
      Map<String, Frame> lists,
      Map<String, Frame> records,
      Coverage coverage) {
    Statements all = new Statements(totals, lists, records, coverage);
    List<Object[]> rows = new ArrayList<>();
    statements.forEach(statement -> rows.add(all.row(statement)));
    rows.addAll(conflicts(totals));
    return Frame.of(TABLE, StatementRow.values(), rows);
  }

  private Object[] row(Statement s) {
    ClaimOutcome outcome = outcome(s);
    return new Object[] {
      s.id(),
      s.part(),
      s.quote().zh(),
      s.quote().en(),
      s.page(),
      s.definition().zh(),
      s.definition().en(),
      s.basis().name().toLowerCase(Locale.ROOT),
      source(s, outcome),
      s.published().isPresent() ? (Double) s.published().getAsDouble() : null,
      outcome.computed(),
      outcome.floor(),
      outcome.outcome().name(),
      outcome.reason().zh(),
      outcome.reason().en()
    };
  }

  private static String source(Statement s, ClaimOutcome outcome) {
    return switch (s.basis()) {
      case FIGURES -> outcome.data();
      case NOTHING -> "";
      default -> s.table() + "." + s.column();
    };
  }

  private ClaimOutcome outcome(Statement s) {
    return switch (s.basis()) {
      case FIGURES -> figures(s);
      case NOTHING -> ClaimOutcome.without(s.outcome(), "", s.reason());
      case LISTS -> told(s, lists, Text.of("没有全国结对名单", "there are no national lists of pairs"));
      case RECORDS ->
          told(
              s,
              records,
              Text.of("需要研究自己的记录:jiedui run", "needs the study's own records: jiedui run"));
    };
  }

  private ClaimOutcome told(Statement s, Map<String, Frame> tables, Text absent) {
    Frame table = tables.get(s.table());
    return table == null
        ? ClaimOutcome.without(Status.NOT_COMPUTABLE, "", absent)
        : outcome(s, table);
  }

  /** The floor of each indicator's sourced national figures in the years, added up. */
  private ClaimOutcome figures(Statement s) {
    int from = Integer.parseInt(s.where().get("from"));
    int to = Integer.parseInt(s.where().get("to"));
    double floor = 0;
    List<NationalTotal> behind = new ArrayList<>();
    for (String indicator : s.table().split("\\+")) {
      List<NationalTotal> own =
          totals.stream()
              .filter(f -> f.indicator().equals(indicator) && f.unit().equals(s.column()))
              .filter(f -> f.basis() == Basis.SOURCED && !f.confidence().equals("unsure"))
              .filter(f -> f.scope().equals("全国") && f.direction().equals("E2W"))
              .filter(f -> f.form().equals("none") || f.form().equals("cash+kind"))
              .toList();
      List<NationalTotal> used = PeriodBounds.of(own, from, to).behindFloor();
      floor += used.stream().mapToDouble(f -> Double.parseDouble(f.value())).sum();
      behind.addAll(used);
    }
    return behind.isEmpty()
        ? ClaimOutcome.without(
            Status.NOT_COMPUTABLE, "", Text.of("没有有出处的数字", "there are no sourced figures"))
        : new ClaimOutcome(
            Status.BOUNDED,
            null,
            floor,
            null,
            List.of(),
            ClaimFigures.text(behind),
            s.published().isPresent() && floor > s.published().getAsDouble() + s.tolerance()
                ? Text.of(
                    "有出处的数字之和已超过公布值", "sourced figures alone come to more than the published value")
                : Text.of(
                    "有出处的数字只给出下限,公布值与此不矛盾,但未被证实",
                    "sourced figures give a floor; the published value is compatible, not confirmed"));
  }

  private ClaimOutcome outcome(Statement s, Frame table) {
    List<Object> cells =
        IntStream.range(0, table.size())
            .filter(row -> found(s, table, row))
            .mapToObj(row -> table.value(row, field(table, s.column())))
            .filter(Objects::nonNull)
            .toList();
    if (cells.isEmpty()) {
      return ClaimOutcome.without(
          Status.NO_DATA, "", Text.of("表中没有这一数值", "the table has no such value"));
    }
    double value =
        s.taken() == Statement.Taken.DISTINCT
            ? cells.stream().distinct().count()
            : ((Number) cells.get(0)).doubleValue();
    if (s.basis() == Statement.Basis.RECORDS && coverage != Coverage.WHOLE) {
      return ClaimOutcome.value(
          Status.NOT_COMPARABLE,
          value,
          List.of(),
          "",
          coverage == Coverage.SYNTHETIC
              ? Text.of("模拟数据不与任何论断比较", "synthetic data are compared with no claim")
              : Text.of("没有声明数据覆盖全国全部记录", "the data are not declared to cover the whole nation"));
    }
    return held(s, value);
  }

  private static boolean found(Statement s, Frame table, int row) {
    return s.where().entrySet().stream()
        .allMatch(
            asked ->
                List.of(asked.getValue().split("\\|"))
                    .contains(String.valueOf(table.value(row, field(table, asked.getKey())))));
  }

  private static ClaimOutcome held(Statement s, double value) {
    if (s.published().isEmpty()) {
      return ClaimOutcome.value(
          Status.OK,
          value,
          List.of(),
          "",
          Text.of("原文没有数字,按定义计算", "the sentence prints no number; computed as defined"));
    }
    boolean equal = Math.abs(value - s.published().getAsDouble()) <= s.tolerance();
    Status outcome = equal ? Status.REPRODUCED : Status.NOT_MATCHED;
    return ClaimOutcome.value(outcome, value, List.of(), "", outcome.meaning());
  }

  private static Field field(Frame table, String column) {
    return table.fields().stream()
        .filter(field -> field.column().equals(column))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(table.table() + " has no column " + column));
  }

  /** Sourced figures of one indicator, direction, form, unit and period that differ. */
  private static List<Object[]> conflicts(List<NationalTotal> totals) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < totals.size(); i++) {
      for (int j = i + 1; j < totals.size(); j++) {
        conflict(totals.get(i), totals.get(j)).ifPresent(rows::add);
      }
    }
    return rows;
  }

  private static Optional<Object[]> conflict(NationalTotal a, NationalTotal b) {
    boolean same =
        a.indicator().equals(b.indicator())
            && a.direction().equals(b.direction())
            && a.form().equals(b.form())
            && a.status().equals(b.status())
            && a.unit().equals(b.unit())
            && a.coverage() == b.coverage()
            && a.from() == b.from()
            && a.to() == b.to();
    boolean sourced = a.basis() == Basis.SOURCED && b.basis() == Basis.SOURCED;
    return same && sourced && a.amount() != b.amount()
        ? Optional.of(conflictRow(a, b))
        : Optional.empty();
  }

  private static Object[] conflictRow(NationalTotal a, NationalTotal b) {
    String what = a.indicator() + " " + a.direction() + " " + a.from() + "–" + a.to();
    String both =
        a.value()
            + " "
            + a.unit()
            + " ["
            + a.source()
            + "]; "
            + b.value()
            + " "
            + b.unit()
            + " ["
            + b.source()
            + "]";
    String note = a.note().isEmpty() ? b.note() : a.note();
    return new Object[] {
      CONFLICT,
      what + ": " + a.value() + " / " + b.value(),
      "",
      "",
      null,
      "同一指标、时段的两个公布数",
      "two published figures of one indicator and period",
      "figures",
      both,
      Double.valueOf(a.value()),
      Double.valueOf(b.value()),
      null,
      Status.NOT_MATCHED.name(),
      "两个有出处的公布数不一致,都保留" + (note.isEmpty() ? "" : ":" + note),
      "two sourced figures contradict one another; both are kept"
    };
  }
}

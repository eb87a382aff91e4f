package org.jiedui.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jiedui.export.Cell;
import org.jiedui.export.Rounding;
import org.jiedui.export.figure.At;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.Scale;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;
import org.jiedui.table.LedgerRow;

/** Where the rows and the money of all files went, down to a residue of zero. */
final class WaterfallFigure {
  private static final String ID = "waterfall";
  private static final Text CAPTION =
      Text.of("从原始文件到报告：行数与金额", "From files to report: rows and money");
  private static final List<LedgerRow> LOSSES =
      List.of(
          LedgerRow.REJECTED,
          LedgerRow.DUPLICATE,
          LedgerRow.SUPERSEDED,
          LedgerRow.OUT_OF_SCOPE,
          LedgerRow.CONTROL_TOTAL,
          LedgerRow.BLANK);

  private final Names names;
  private final Frame ledger;
  private final Tidy data =
      new Tidy()
          .column("measure", "计量", "Measure")
          .column("step", "步骤", "Step")
          .column("amount", "数目或数额（最小单位）", "Rows, or amount in minor units");

  private WaterfallFigure(Published published) {
    this.names = Names.of(published);
    this.ledger = published.read("ledger");
  }

  static Optional<Figure> of(Published published) {
    WaterfallFigure figure = new WaterfallFigure(published);
    List<Panel> panels = new ArrayList<>();
    for (int row : figure.totals()) {
      panels.add(figure.panel(row));
    }
    return panels.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Figure(
                ID,
                CAPTION,
                Text.of(
                    "每个分图自读入开始，逐项减去未采用的部分，到采用为止；余额为零。",
                    "Each panel starts from what was read, takes off what did not count, and ends with"
                        + " what was accepted; the residue is zero."),
                1,
                panels,
                List.of(
                    new Figure.Key(Figure.Sample.BAR, Ink.BLUE, Text.of("读入与采用", "Read, accepted")),
                    new Figure.Key(
                        Figure.Sample.BAR, Ink.VERMILION, Text.of("未采用", "Not counted"))),
                Words.notes(
                    published,
                    Text.of(
                        "余额 = 读入 − 未采用各项 − 采用，必须为 0；金额为当年价。n 为读入的行数。",
                        "Residue = read − everything not counted − accepted, and must be 0; money in"
                            + " current prices; n is the number of rows read.")),
                figure.data.table(ID, CAPTION)));
  }

  /** Rows first, then money. */
  private List<Integer> totals() {
    return IntStream.range(0, ledger.size())
        .filter(row -> ledger.text(row, LedgerRow.FILE).equals(LedgerRow.TOTAL))
        .filter(
            row -> isRows(row) || names.size(measure(row)) > 1 && amount(row, LedgerRow.READ) > 0)
        .filter(row -> isRows(row) || isFlow(measure(row)))
        .boxed()
        .sorted(Comparator.comparing((Integer row) -> !isRows(row)).thenComparing(this::measure))
        .toList();
  }

  /** Money that is summed; levels such as income per head add up to nothing. */
  private boolean isFlow(String measure) {
    return !measure.endsWith("_pc");
  }

  private Panel panel(int row) {
    List<Text> bands = new ArrayList<>();
    List<Text> values = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    long left = amount(row, LedgerRow.READ);
    step(row, LedgerRow.READ, 0, left, Ink.BLUE, bands, values, marks);
    for (LedgerRow loss : LOSSES) {
      long lost = amount(row, loss);
      step(row, loss, left - lost, left, Ink.VERMILION, bands, values, marks);
      left -= lost;
    }
    long accepted = amount(row, LedgerRow.ACCEPTED);
    step(row, LedgerRow.ACCEPTED, 0, accepted, Ink.BLUE, bands, values, marks);
    bands.add(Text.of("余额", "Residue"));
    values.add(Text.same(shown(row, left - accepted)));
    data.row(Cell.words(measure(row)), Cell.words("residue"), new Cell.Count(left - accepted));
    return Panel.of(
            heading(row),
            new Panel.Axis(
                isRows(row) ? Text.of("行数", "Rows") : Text.of("金额", "Amount"),
                isRows(row) ? Text.of("行", "rows") : names.unit(measure(row)),
                Scale.Linear.fromZero(DoubleStream.of(scaled(row, amount(row, LedgerRow.READ))))),
            Panel.Axis.bands(bands),
            12.0 * bands.size(),
            marks)
        .beside(
            List.of(
                new Panel.Column(
                    isRows(row) ? Text.of("行", "Rows") : names.unit(measure(row)), values)));
  }

  private Text heading(int row) {
    Text name = isRows(row) ? Text.of("输入行", "Input rows") : names.indicator(measure(row));
    if (!isRows(row)) {
      return name;
    }
    String n = "n = " + shown(row, amount(row, LedgerRow.READ));
    return Text.of(name.zh() + "（" + n + "）", name.en() + " (" + n + ")");
  }

  private void step(
      int row,
      LedgerRow field,
      long from,
      long to,
      Ink ink,
      List<Text> bands,
      List<Text> values,
      List<Mark> marks) {
    int band = bands.size();
    bands.add(field.label());
    String shown = (ink == Ink.BLUE || from == to ? "" : "\u2212") + shown(row, to - from);
    values.add(Text.same(shown));
    Text title = Text.of(field.label().zh() + ":" + shown, field.label().en() + ": " + shown);
    if (from != to) {
      At low = new At(scaled(row, from), band - 0.35);
      At end = new At(low.x(), band + 0.35);
      marks.add(new Mark.Bar(low, new At(scaled(row, to), band + 0.35), ink, title));
      marks.add(new Mark.Span(low, end, ink, title));
    }
    data.row(Cell.words(measure(row)), Cell.words(field.column()), new Cell.Count(to - from));
  }

  private String shown(int row, long amount) {
    return isRows(row)
        ? Rounding.grouped(Long.toString(amount))
        : Words.number(scaled(row, amount), amount == 0 ? 0 : 4);
  }

  private double scaled(int row, long amount) {
    return isRows(row)
        ? amount
        : amount / names.minorUnits(measure(row)) / names.size(measure(row));
  }

  private boolean isRows(int row) {
    return measure(row).equals(LedgerRow.ROWS);
  }

  private String measure(int row) {
    return ledger.text(row, LedgerRow.MEASURE);
  }

  private long amount(int row, LedgerRow field) {
    return (Long) ledger.value(row, field);
  }
}

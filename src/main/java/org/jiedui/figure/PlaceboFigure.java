package org.jiedui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.Scale;
import org.jiedui.message.Text;
import org.jiedui.table.EffectPlaceboRow;
import org.jiedui.table.Flow;
import org.jiedui.table.Frame;

/** The annual multiple at every cut-off year; the actual year stands out or it does not. */
final class PlaceboFigure {
  private static final String ID = "placebo";
  private static final Text CAPTION = Text.of("各分割年的年均倍数", "Annual multiples by cut-off year");

  private final Published published;
  private final Frame placebos;

  private PlaceboFigure(Published published) {
    this.published = published;
    this.placebos = published.read("effect_placebo");
  }

  static Optional<Figure> of(Published published) {
    PlaceboFigure figure = new PlaceboFigure(published);
    return figure.placebos.size() == 0 ? Optional.empty() : Optional.of(figure.figure());
  }

  private Figure figure() {
    Names names = Names.of(published);
    List<Panel> panels = new ArrayList<>();
    for (Flow flow : Flow.whole(placebos)) {
      panels.add(panel(flow, flow.named(names.indicator(flow.indicator()))));
    }
    return new Figure(
        ID,
        CAPTION,
        Text.of(
            "横轴为分割年，实心为安慰剂年，空心为实际年份。",
            "Over the cut-off year; solid: placebo years, hollow: the actual one."),
        2,
        panels,
        List.of(
            new Figure.Key(Figure.Sample.DOT, Ink.BLUE, Text.of("年均倍数", "Annual multiple")),
            new Figure.Key(Figure.Sample.DOT, Ink.VERMILION, Text.of("扣除趋势", "Beside a trend")),
            new Figure.Key(
                Figure.Sample.HOLLOW_DOT,
                Ink.BLACK,
                Text.of("空心:实际年份", "Hollow: the actual year"))),
        Words.notes(published, note()),
        Tidy.of(ID, CAPTION, placebos, placebos.fields()));
  }

  private Panel panel(Flow flow, Text heading) {
    List<Mark> marks = new ArrayList<>(List.of(new Mark.Rule(Mark.Side.Y, 1, Text.NONE)));
    List<Double> values = new ArrayList<>(List.of(1.0));
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (int row = 0; row < placebos.size(); row++) {
      Double value = (Double) placebos.value(row, EffectPlaceboRow.ESTIMATE);
      if (Flow.of(placebos, row).equals(flow) && value != null) {
        int year = (Integer) placebos.value(row, EffectPlaceboRow.CUT_YEAR);
        first = Math.min(first, year);
        last = Math.max(last, year);
        values.add(value);
        marks.add(dot(row, year, value));
      }
    }
    return Panel.of(
        heading,
        new Panel.Axis(
            Text.of("分割年", "Cut-off year"),
            Text.NONE,
            first > last ? new Scale.Years(0, 1) : new Scale.Years(first - 1, last + 1)),
        new Panel.Axis(
            Text.of("年均倍数,对数轴", "Multiple, log scale"),
            Text.of("倍", "times"),
            Scale.Log.around(values.stream().mapToDouble(Double::doubleValue))),
        95,
        marks);
  }

  private Mark dot(int row, int year, double value) {
    boolean plain = placebos.text(row, EffectPlaceboRow.ADJUSTMENT).equals("naive");
    String shown = Words.number(value, 2);
    Integer rank = (Integer) placebos.value(row, EffectPlaceboRow.RANK);
    Text title =
        Text.of(
            year + ":" + shown + " 倍" + (rank == null ? "" : ",位次 " + rank),
            year + ": " + shown + " times" + (rank == null ? "" : ", rank " + rank));
    Mark.Dot dot = Mark.Dot.of(year, value, plain ? Ink.BLUE : Ink.VERMILION, title);
    return placebos.text(row, EffectPlaceboRow.KIND).equals("actual") ? dot.hollow().sized(3) : dot;
  }

  private Text note() {
    int cuts = 0;
    for (int row = 0; row < placebos.size(); row++) {
      Integer compared = (Integer) placebos.value(row, EffectPlaceboRow.CUTS);
      cuts = compared == null ? cuts : Math.max(cuts, compared);
    }
    Text windows = Words.windows(placebos.text(0, EffectPlaceboRow.BOUNDARY_RULE));
    return Text.of(
        "n = " + cuts + " 个安慰剂分割年，取自前期之内，两侧各至少 5 年；" + windows.zh() + "当年价；虚线为 1(无变化)。它不是抽样检验。",
        "n = "
            + cuts
            + " placebo years inside the earlier window, at least 5 years on either side. "
            + windows.en()
            + " Current prices; dashed: 1, no change. This is no sampling test.");
  }
}

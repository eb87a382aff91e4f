package org.jiedui.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jiedui.export.Cell;
import org.jiedui.export.figure.At;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.Scale;
import org.jiedui.message.Text;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;

/**
 * How much larger later totals are than earlier ones: a dumbbell per indicator for the nation and
 * per recipient province for the money, with the multiple and its interval printed beside it.
 */
final class BeforeAfterFigure {
  private static final String ID = "before-after";
  private static final double BAND = 14;
  private static final double TALL = 20;

  private final Published published;
  private final Names names;
  private final Frame effects;
  private final Tidy data =
      new Tidy()
          .column("level", "层级", "Level")
          .column("unit_code", "单元代码", "Unit code")
          .column("unit_name", "单元", "Unit")
          .column("indicator", "指标", "Indicator")
          .column("before", "前期", "Before")
          .column("after", "后期", "After")
          .column("ratio", "倍数", "Ratio")
          .column("ci_low", "区间下限", "Interval low")
          .column("ci_high", "区间上限", "Interval high")
          .column("ratio_status", "倍数状态", "Status of the ratio")
          .column("ci_status", "区间状态", "Status of the interval");

  private BeforeAfterFigure(Published published) {
    this.published = published;
    this.names = Names.of(published);
    this.effects = published.read("effect_ratio");
  }

  static Optional<Figure> of(Published published) {
    return new BeforeAfterFigure(published).figure();
  }

  private Optional<Figure> figure() {
    Map<String, List<Integer>> nation = byUnit("nation");
    List<Panel> panels = new ArrayList<>();
    nation.forEach((unit, rows) -> add(panels, rows, nationHeading(rows), true));
    byIndicator("recipient_province")
        .forEach((id, rows) -> add(panels, rows, provinces(id), false));
    if (panels.isEmpty()) {
      return Optional.empty();
    }
    Text caption = Text.of("各指标两个时期的总额与倍数", "Totals of the two periods and their multiples");
    return Optional.of(
        new Figure(
            ID,
            caption,
            Text.of(
                "空心点为前期总额，实心点为后期总额，右列为倍数及其置信区间。",
                "Hollow dots are earlier totals, solid ones later totals; the multiple and its"
                    + " interval stand on the right."),
            1,
            panels,
            List.of(
                new Figure.Key(Figure.Sample.HOLLOW_DOT, Ink.BLUE, Text.of("前期总额", "Total before")),
                new Figure.Key(Figure.Sample.DOT, Ink.VERMILION, Text.of("后期总额", "Total after"))),
            notes(),
            data.table(ID, caption)));
  }

  private Text nationHeading(List<Integer> rows) {
    boolean money = names.isMoney(indicator(rows.get(0)));
    return money ? Text.of("全国，资金", "Nation, funds") : Text.of("全国，人员", "Nation, persons");
  }

  private Text provinces(String id) {
    Text name = names.indicator(id);
    return Text.of(
        "受援省，" + name.zh(), "Recipient provinces, " + name.en().toLowerCase(Locale.ROOT));
  }

  /** National totals, indicators of one unit together. */
  private Map<String, List<Integer>> byUnit(String level) {
    Map<String, List<Integer>> panels = new LinkedHashMap<>();
    List<Integer> rows = Headline.rows(effects, level);
    List<String> ids = names.ordered(rows.stream().map(this::indicator).distinct().toList());
    for (String id : ids) {
      String unit = names.isMoney(id) ? "money" : "heads";
      rows.stream()
          .filter(row -> indicator(row).equals(id))
          .forEach(row -> panels.computeIfAbsent(unit, u -> new ArrayList<>()).add(row));
    }
    return panels;
  }

  /** Money by province, the largest later total first. */
  private Map<String, List<Integer>> byIndicator(String level) {
    Map<String, List<Integer>> panels = new LinkedHashMap<>();
    Headline.rows(effects, level).stream()
        .filter(row -> names.isMoney(indicator(row)))
        .sorted(Comparator.comparing(row -> -value(row, EffectRatioRow.AFTER, 0)))
        .forEach(row -> panels.computeIfAbsent(indicator(row), id -> new ArrayList<>()).add(row));
    Map<String, List<Integer>> ordered = new LinkedHashMap<>();
    names.ordered(List.copyOf(panels.keySet())).forEach(id -> ordered.put(id, panels.get(id)));
    return ordered;
  }

  private void add(List<Panel> panels, List<Integer> rows, Text heading, boolean nation) {
    List<Integer> shown = rows.stream().filter(row -> drawable(row)).toList();
    rows.forEach(this::record);
    if (shown.isEmpty()) {
      return;
    }
    String id = indicator(shown.get(0));
    Scale.Log scale =
        Scale.Log.around(
            shown.stream()
                .flatMapToDouble(
                    row ->
                        DoubleStream.of(
                            scaled(row, EffectRatioRow.BEFORE), scaled(row, EffectRatioRow.AFTER)))
                .flatMap(value -> DoubleStream.of(value * 0.9, value * 1.1)));
    List<Mark> marks = new ArrayList<>();
    List<Text> bands = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      int row = shown.get(i);
      Text band =
          nation
              ? names.indicator(indicator(row))
              : names.region(effects.text(row, EffectRatioRow.UNIT_CODE));
      bands.add(band);
      marks.addAll(dumbbell(row, i, band));
    }
    panels.add(
        new Panel(
            heading,
            new Panel.Axis(Text.of("总额，对数刻度", "Total, log scale"), names.unit(id), scale),
            Panel.Axis.bands(bands),
            marks,
            (nation ? TALL : BAND) * shown.size() + 4,
            columns(shown)));
  }

  /** A log scale has no place for zero; such rows are in the data and counted in the note. */
  private boolean drawable(int row) {
    return value(row, EffectRatioRow.BEFORE, 0) > 0 && value(row, EffectRatioRow.AFTER, 0) > 0;
  }

  private List<Mark> dumbbell(int row, int band, Text name) {
    double before = scaled(row, EffectRatioRow.BEFORE);
    double after = scaled(row, EffectRatioRow.AFTER);
    Text title =
        Text.of(
            name.zh() + "：" + Words.number(before, 2) + " → " + Words.number(after, 2),
            name.en() + ": " + Words.number(before, 2) + " → " + Words.number(after, 2));
    return List.of(
        new Mark.Span(new At(before, band), new At(after, band), Ink.GREY, title),
        Mark.Dot.of(before, band, Ink.BLUE, title).sized(2.6).hollow(),
        Mark.Dot.of(after, band, Ink.VERMILION, title).sized(2.6));
  }

  private List<Panel.Column> columns(List<Integer> rows) {
    return List.of(
        new Panel.Column(
            Text.of("倍数", "Ratio"),
            rows.stream().map(row -> Text.same(printed(row, EffectRatioRow.RATIO))).toList()),
        new Panel.Column(Text.of("置信区间", "Interval"), rows.stream().map(this::interval).toList()));
  }

  private Text interval(int row) {
    return effects.value(row, EffectRatioRow.CI_LOW) == null
        ? Text.same(Cell.Absent.SYMBOL)
        : Text.same(
            "["
                + printed(row, EffectRatioRow.CI_LOW)
                + ", "
                + printed(row, EffectRatioRow.CI_HIGH)
                + "]");
  }

  private String printed(int row, EffectRatioRow field) {
    Double value = (Double) effects.value(row, field);
    return value == null ? Cell.Absent.SYMBOL : Words.number(value, 2);
  }

  private void record(int row) {
    data.row(
        Cell.words(effects.text(row, EffectRatioRow.LEVEL)),
        Cell.words(effects.text(row, EffectRatioRow.UNIT_CODE)),
        Cell.words(effects.text(row, EffectRatioRow.UNIT_NAME)),
        Cell.words(indicator(row)),
        Tidy.number((Double) effects.value(row, EffectRatioRow.BEFORE)),
        Tidy.number((Double) effects.value(row, EffectRatioRow.AFTER)),
        Tidy.number((Double) effects.value(row, EffectRatioRow.RATIO)),
        Tidy.number((Double) effects.value(row, EffectRatioRow.CI_LOW)),
        Tidy.number((Double) effects.value(row, EffectRatioRow.CI_HIGH)),
        Cell.words(effects.text(row, EffectRatioRow.RATIO_STATUS)),
        Cell.words(effects.text(row, EffectRatioRow.CI_STATUS)));
  }

  private List<Text> notes() {
    List<Integer> rows =
        Stream.concat(
                Headline.rows(effects, "nation").stream(),
                Headline.rows(effects, "recipient_province").stream()
                    .filter(row -> names.isMoney(indicator(row))))
            .toList();
    long left = rows.stream().filter(row -> !drawable(row)).count();
    Text absent =
        left == 0
            ? Text.NONE
            : Text.of(
                left + " 行总额不为正，对数刻度上无法画出，见数据表。",
                left
                    + " rows with a total not above 0 have no place on a log scale; see the data.");
    String rule = effects.text(rows.get(0), EffectRatioRow.BOUNDARY_RULE);
    return Words.notes(
        published,
        Words.windows(rule),
        Text.of(
            "n = "
                + rows.size()
                + " 个总额；当年价；倍数 = 后期总额 / 前期总额，括号内为 95% 置信区间（超总体解读）,— 为不可得；倍数描述前后差异，不识别因果。",
            "n = "
                + rows.size()
                + " pairs of totals; current prices; ratio = later over earlier total, with its"
                + " confidence interval (superpopulation reading), — where there is none. A ratio"
                + " describes and identifies no effect."),
        absent);
  }

  private String indicator(int row) {
    return effects.text(row, EffectRatioRow.INDICATOR);
  }

  private double value(int row, EffectRatioRow field, double none) {
    Double value = (Double) effects.value(row, field);
    return value == null ? none : value;
  }

  private double scaled(int row, EffectRatioRow field) {
    return value(row, field, 0) / names.size(indicator(row));
  }
}

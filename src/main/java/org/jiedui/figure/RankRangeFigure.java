package org.jiedui.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jiedui.export.figure.At;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.Scale;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;
import org.jiedui.table.GapRankRangeRow;

/** Where other ways of making the index would rank the regions at both ends. */
final class RankRangeFigure {
  private static final String ID = "rank-range";
  private static final int ENDS = 20;
  private static final Text CAPTION = Text.of("发展差距位次的区间", "Ranges of ranks");

  private final Published published;
  private final Frame ranges;

  private RankRangeFigure(Published published) {
    this.published = published;
    this.ranges = published.read("gap_rank_range");
  }

  static Optional<Figure> of(Published published) {
    RankRangeFigure figure = new RankRangeFigure(published);
    return figure.ranked().isEmpty() ? Optional.empty() : Optional.of(figure.figure());
  }

  private Figure figure() {
    List<Integer> ranked = ranked();
    int draws = (Integer) ranges.value(ranked.get(0), GapRankRangeRow.DRAWS);
    Object year = ranges.value(ranked.get(0), GapRankRangeRow.YEAR);
    return new Figure(
        ID,
        CAPTION,
        Text.of(
            "点为公布位次，线为其他做法下位次的 5%–95%。",
            "Dot: the published rank; line: 5–95 % of the ranks of other ways of making the index."),
        2,
        panels(ranked),
        List.of(
            new Figure.Key(Figure.Sample.DOT, Ink.BLUE, Text.of("公布位次", "Published rank")),
            new Figure.Key(Figure.Sample.SPAN, Ink.GREY, Text.of("5%–95%", "5–95 %"))),
        Words.notes(
            published,
            Text.of(
                "n = "
                    + Words.count(ranked.size())
                    + " 个地区，"
                    + year
                    + " 年；"
                    + Words.count(draws)
                    + " 次抽取：权重 ±25%、标准化、合成与剔除指标；位次 1 为差距最大。全部地区见数据表。",
                "n = "
                    + Words.count(ranked.size())
                    + " regions in "
                    + year
                    + "; "
                    + Words.count(draws)
                    + " draws of weights (±25 %), normalisation, aggregation and indicators left"
                    + " out; rank 1 is the largest gap. All regions are in the data.")),
        Tidy.of(ID, CAPTION, ranges, ranges.fields()));
  }

  private List<Integer> ranked() {
    return IntStream.range(0, ranges.size())
        .boxed()
        .filter(row -> ranges.value(row, GapRankRangeRow.RANK_LOW) != null)
        .sorted(Comparator.comparing(row -> number(row, GapRankRangeRow.RANK_NOMINAL)))
        .toList();
  }

  private List<Panel> panels(List<Integer> ranked) {
    int n = ranked.size();
    return n <= 2 * ENDS
        ? List.of(panel(ranked, Text.NONE))
        : List.of(
            panel(ranked.subList(0, ENDS), Text.of("差距最大的 " + ENDS + " 个", ENDS + " largest gaps")),
            panel(
                ranked.subList(n - ENDS, n),
                Text.of("差距最小的 " + ENDS + " 个", ENDS + " smallest gaps")));
  }

  private Panel panel(List<Integer> rows, Text heading) {
    Names names = Names.of(published);
    List<Mark> marks = new ArrayList<>();
    List<Text> bands = new ArrayList<>();
    List<Text> shown = new ArrayList<>();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int y = 0; y < rows.size(); y++) {
      int row = rows.get(y);
      double from = number(row, GapRankRangeRow.RANK_LOW);
      double to = number(row, GapRankRangeRow.RANK_HIGH);
      double rank = number(row, GapRankRangeRow.RANK_NOMINAL);
      low = Math.min(low, Math.min(from, rank));
      high = Math.max(high, Math.max(to, rank));
      String range = "[" + Words.number(from, 0) + ", " + Words.number(to, 0) + "]";
      bands.add(names.region(ranges.text(row, GapRankRangeRow.UNIT_CODE)));
      shown.add(Text.same(Words.number(rank, 0) + " " + range));
      marks.add(new Mark.Span(new At(from, y), new At(to, y), Ink.GREY, Text.same(range)));
      marks.add(Mark.Dot.of(rank, y, Ink.BLUE, Text.same(Words.number(rank, 0) + " " + range)));
    }
    return Panel.of(
            heading,
            new Panel.Axis(
                Text.of("位次", "Rank"), Text.NONE, Scale.Linear.around(DoubleStream.of(low, high))),
            Panel.Axis.bands(bands),
            11.0 * rows.size(),
            marks)
        .beside(List.of(new Panel.Column(Text.of("位次 [区间]", "Rank [range]"), shown)));
  }

  private double number(int row, GapRankRangeRow field) {
    return (Double) ranges.value(row, field);
  }
}

package org.jiedui.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiedui.export.PaperTable;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.Scale;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;
import org.jiedui.table.GapIndexRow;

/** The regions with the largest and the smallest development gap of the last year. */
final class GapRankFigure {
  private static final String ID = "gap-rank";
  private static final int ENDS = 20;

  private GapRankFigure() {}

  static Optional<Figure> of(Published published) {
    Frame index = published.read("gap_index");
    int year = lastYear(index);
    List<Integer> ranked = ranked(index, year);
    if (ranked.isEmpty()) {
      return Optional.empty();
    }
    Text caption =
        Text.of(year + " 年发展差距最大与最小的地区", "Regions with the largest and smallest gap, " + year);
    Scale scale = Scale.Linear.around(ranked.stream().mapToDouble(row -> gap(index, row)));
    return Optional.of(
        new Figure(
            ID,
            caption,
            Text.of(
                "每点一个地区，横轴为发展差距，右列为数值。",
                "One dot a region over its development gap; values on the right."),
            2,
            panels(published, index, ranked, scale),
            List.of(),
            Words.notes(
                published,
                Text.of(
                    "n = "
                        + Words.count(ranked.size())
                        + " 个地区，"
                        + year
                        + " 年；差距 = 1 − 发展指数（0–1)，位次 1 为差距最大；差距描述现状，不说明原因。全部地区见数据表。",
                    "n = "
                        + Words.count(ranked.size())
                        + " regions in "
                        + year
                        + "; gap = 1 − development index (0–1), rank 1 is the largest. A gap"
                        + " describes; it names no cause. All regions are in the data.")),
            data(index, year, caption)));
  }

  private static List<Panel> panels(
      Published published, Frame index, List<Integer> ranked, Scale scale) {
    int n = ranked.size();
    if (n <= 2 * ENDS) {
      return List.of(panel(published, index, ranked, scale, Text.NONE));
    }
    return List.of(
        panel(
            published,
            index,
            ranked.subList(0, ENDS),
            scale,
            Text.of("差距最大的 " + ENDS + " 个", ENDS + " largest gaps")),
        panel(
            published,
            index,
            ranked.subList(n - ENDS, n),
            scale,
            Text.of("差距最小的 " + ENDS + " 个", ENDS + " smallest gaps")));
  }

  private static Panel panel(
      Published published, Frame index, List<Integer> rows, Scale scale, Text heading) {
    Names names = Names.of(published);
    List<Mark> marks = new ArrayList<>();
    List<Text> bands = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.get(i);
      Text name = names.region(index.text(row, GapIndexRow.UNIT_CODE));
      String rank = index.value(row, GapIndexRow.GAP_RANK) + " ";
      bands.add(Text.of(rank + name.zh(), rank + name.en()));
      String value = Words.number(gap(index, row), 3);
      Text title = Text.of(name.zh() + "：" + value, name.en() + ": " + value);
      marks.add(Mark.Dot.of(gap(index, row), i, Ink.BLUE, title));
    }
    List<Text> values =
        rows.stream().map(row -> Text.same(Words.number(gap(index, row), 3))).toList();
    return Panel.of(
            heading,
            new Panel.Axis(Text.of("发展差距", "Development gap"), Text.same("0–1"), scale),
            Panel.Axis.bands(bands),
            11.0 * rows.size(),
            marks)
        .beside(List.of(new Panel.Column(Text.of("差距", "Gap"), values)));
  }

  private static PaperTable data(Frame index, int year, Text caption) {
    int at = index.index(GapIndexRow.YEAR);
    int rank = index.index(GapIndexRow.GAP_RANK);
    Frame all = index.where(row -> row[at].equals(year) && row[rank] != null);
    List<Object[]> rows =
        all.rows().stream().sorted(Comparator.comparing(row -> (Integer) row[rank])).toList();
    return Tidy.of(
        ID,
        caption,
        Frame.view("gap_index", index.fields(), rows),
        List.of(
            GapIndexRow.GAP_RANK,
            GapIndexRow.UNIT_CODE,
            GapIndexRow.UNIT_NAME,
            GapIndexRow.YEAR,
            GapIndexRow.DEVELOPMENT_INDEX,
            GapIndexRow.GAP));
  }

  private static double gap(Frame index, int row) {
    return (Double) index.value(row, GapIndexRow.GAP);
  }

  static int lastYear(Frame index) {
    return IntStream.range(0, index.size())
        .filter(row -> index.value(row, GapIndexRow.GAP_RANK) != null)
        .map(row -> (Integer) index.value(row, GapIndexRow.YEAR))
        .max()
        .orElse(0);
  }

  private static List<Integer> ranked(Frame index, int year) {
    return IntStream.range(0, index.size())
        .filter(row -> index.value(row, GapIndexRow.YEAR).equals(year))
        .filter(row -> index.value(row, GapIndexRow.GAP_RANK) != null)
        .boxed()
        .sorted(Comparator.comparing(row -> (Integer) index.value(row, GapIndexRow.GAP_RANK)))
        .toList();
  }
}

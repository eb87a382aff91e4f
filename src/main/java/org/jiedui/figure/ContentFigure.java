package org.jiedui.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jiedui.export.figure.At;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.Scale;
import org.jiedui.message.Text;
import org.jiedui.table.ContentPart;
import org.jiedui.table.ContentRow;
import org.jiedui.table.Frame;

/** What is given as stacked shares: of the nation year by year, of recipient provinces after. */
final class ContentFigure {
  private static final double HALF = 0.38;
  private static final double TALL = 120;
  private static final Panel.Axis SHARE =
      new Panel.Axis(Text.of("份额", "Share"), Text.same("0–1"), new Scale.Linear(0, 1));

  /**
   * A whole and its parts from below; no two inks are the same.
   *
   * @param measure as the table calls the shares
   * @param note what the whole is
   */
  private record Whole(
      String id,
      Text caption,
      String table,
      String measure,
      Map<ContentPart, Ink> parts,
      Text note) {}

  private static final Whole AREAS =
      new Whole(
          "content-areas",
          Text.of("资金按用途的份额", "Shares of funds by use"),
          "content_share",
          "area",
          inks(
              ContentPart.SUPPORT,
              ContentPart.INDUSTRY,
              ContentPart.LABOUR,
              ContentPart.TALENT,
              ContentPart.EDUCATION,
              ContentPart.CONSUMPTION,
              ContentPart.OTHER),
          Text.of("份额以注明用途的资金为 1。", "Of funds whose use is recorded."));
  private static final Whole CHANNELS =
      new Whole(
          "content-channels",
          Text.of("各渠道的份额", "Shares of channels"),
          "content_channel",
          "channel",
          inks(ContentPart.STATE, ContentPart.MARKET, ContentPart.SOCIETY),
          Text.of(
              "份额以各渠道的数额之和为 1；指标属于哪个渠道由研究声明，市场含投资。",
              "Of the amounts of all channels together; the study says which channel an indicator is"
                  + " of. Investment is in the market."));

  private final Published published;
  private final Whole whole;
  private final Frame content;
  private final Names names;

  private ContentFigure(Published published, Whole whole) {
    this.published = published;
    this.whole = whole;
    this.content = published.read(whole.table());
    this.names = Names.of(published);
  }

  static Optional<Figure> areas(Published published) {
    return new ContentFigure(published, AREAS).figure();
  }

  static Optional<Figure> channels(Published published) {
    return new ContentFigure(published, CHANNELS).figure();
  }

  private static Map<ContentPart, Ink> inks(ContentPart... parts) {
    Map<ContentPart, Ink> inks = new LinkedHashMap<>();
    for (ContentPart part : parts) {
      inks.put(part, part == ContentPart.OTHER ? Ink.GREY : Ink.series(inks.size()));
    }
    return inks;
  }

  private Optional<Figure> figure() {
    TreeMap<Integer, Map<ContentPart, Double>> years = new TreeMap<>();
    TreeMap<String, Map<ContentPart, Double>> provinces = new TreeMap<>();
    for (int row = 0; row < content.size(); row++) {
      String period = content.text(row, ContentRow.PERIOD);
      if (isAt(row, "nation") && isYear(period)) {
        add(years.computeIfAbsent(Integer.valueOf(period), y -> new LinkedHashMap<>()), row);
      } else if (isAt(row, "recipient_province") && period.equals("after")) {
        String code = content.text(row, ContentRow.RECIPIENT_CODE);
        add(provinces.computeIfAbsent(code, c -> new LinkedHashMap<>()), row);
      }
    }
    return years.isEmpty() ? Optional.empty() : Optional.of(drawn(years, provinces));
  }

  private boolean isAt(int row, String level) {
    return content.text(row, ContentRow.LEVEL).equals(level)
        && content.text(row, ContentRow.MEASURE).equals(whole.measure())
        && content.value(row, ContentRow.VALUE) != null
        && ContentPart.of(content.text(row, ContentRow.PART))
            .filter(whole.parts()::containsKey)
            .isPresent();
  }

  private boolean isDrawn(Object[] row) {
    String level = (String) row[content.index(ContentRow.LEVEL)];
    String period = (String) row[content.index(ContentRow.PERIOD)];
    return whole.measure().equals(row[content.index(ContentRow.MEASURE)])
        && (level.equals("nation") && isYear(period)
            || level.equals("recipient_province") && period.equals("after"));
  }

  private static boolean isYear(String period) {
    return period.matches("[0-9]{4}");
  }

  private void add(Map<ContentPart, Double> parts, int row) {
    ContentPart.of(content.text(row, ContentRow.PART))
        .ifPresent(part -> parts.put(part, (Double) content.value(row, ContentRow.VALUE)));
  }

  private Figure drawn(
      TreeMap<Integer, Map<ContentPart, Double>> years,
      TreeMap<String, Map<ContentPart, Double>> provinces) {
    List<Panel> panels = new ArrayList<>(List.of(byYear(years)));
    if (!provinces.isEmpty()) {
      panels.add(byProvince(provinces));
    }
    return new Figure(
        whole.id(),
        whole.caption(),
        Text.of(
            "左为全国逐年，右为各受援省后期合计；每条各段之和为 1。",
            "Left: the nation by year; right: recipient provinces, later window. The parts of a bar"
                + " sum to 1."),
        2,
        panels,
        whole.parts().entrySet().stream()
            .map(part -> new Figure.Key(Figure.Sample.BAR, part.getValue(), part.getKey().words()))
            .toList(),
        Words.notes(published, whole.note(), note()),
        Tidy.of(whole.id(), whole.caption(), content.where(this::isDrawn), content.fields()));
  }

  private Text note() {
    int pairs =
        IntStream.range(0, content.size())
            .filter(row -> isAt(row, "nation"))
            .filter(row -> content.text(row, ContentRow.PERIOD).equals("after"))
            .map(row -> (Integer) content.value(row, ContentRow.CLUSTERS))
            .max()
            .orElse(0);
    return Text.of(
        "n = " + Words.count(pairs) + " 个省际结对（后期）；只列有记录的年份，当年价。",
        "n = "
            + Words.count(pairs)
            + " pairs of provinces (after); years with records only; current prices.");
  }

  private Panel byYear(TreeMap<Integer, Map<ContentPart, Double>> years) {
    List<Mark> marks = new ArrayList<>();
    years.forEach(
        (year, parts) ->
            stack(
                parts,
                Text.same(Integer.toString(year)),
                (from, to) -> List.of(new At(year - HALF, from), new At(year + HALF, to)),
                marks));
    Scale scale = new Scale.Years(years.firstKey(), years.lastKey());
    return Panel.of(
        Text.of("全国", "Nation"), new Panel.Axis(Text.NONE, Text.NONE, scale), SHARE, TALL, marks);
  }

  private Panel byProvince(TreeMap<String, Map<ContentPart, Double>> provinces) {
    List<Mark> marks = new ArrayList<>();
    List<Text> bands = new ArrayList<>();
    provinces.forEach(
        (code, parts) -> {
          int band = bands.size();
          Text name = names.region(code);
          bands.add(name);
          stack(
              parts,
              name,
              (from, to) -> List.of(new At(from, band - HALF), new At(to, band + HALF)),
              marks);
        });
    return Panel.of(
        Text.of("受援省，后期", "Recipient provinces, after"),
        SHARE,
        Panel.Axis.bands(bands),
        Math.max(TALL, 12.0 * bands.size()),
        marks);
  }

  /** Where a part lies, as two corners of its bar. */
  private interface Corners {
    List<At> of(double from, double to);
  }

  private void stack(Map<ContentPart, Double> parts, Text name, Corners corners, List<Mark> marks) {
    double below = 0;
    for (Map.Entry<ContentPart, Ink> part : whole.parts().entrySet()) {
      double share = parts.getOrDefault(part.getKey(), 0.0);
      if (share > 0) {
        Text words = part.getKey().words();
        String shown = Words.number(100 * share, 1) + " %";
        List<At> ends = corners.of(below, below + share);
        marks.add(
            new Mark.Bar(
                ends.get(0),
                ends.get(1),
                part.getValue(),
                Text.of(
                    name.zh() + "，" + words.zh() + "：" + shown,
                    name.en() + ", " + words.en() + ": " + shown)));
        below += share;
      }
    }
  }
}

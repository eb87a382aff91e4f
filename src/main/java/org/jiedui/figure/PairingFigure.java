package org.jiedui.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiedui.export.Cell;
import org.jiedui.export.figure.At;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.Scale;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;
import org.jiedui.table.PairYearRow;
import org.jiedui.table.PanelRow;

/**
 * Who supported whom in each era: a matrix of donors and recipients with the yearly mean of money.
 */
final class PairingFigure {
  private static final String ID = "pairing";

  private final Published published;
  private final Names names;
  private final Frame flows;
  private final String indicator;
  private final TreeMap<Integer, Era> eras = new TreeMap<>();
  private final TreeSet<String> donors =
      new TreeSet<>(
          Comparator.comparing((String c) -> c.equals(PanelRow.UNASSIGNED))
              .thenComparing(Comparator.naturalOrder()));
  private final TreeSet<String> recipients = new TreeSet<>();
  private final Tidy data =
      new Tidy()
          .column("era", "时期起始年", "First year of the era")
          .column("last_year", "有记录的末年", "Last year with records")
          .column("donor_code", "支援省代码", "Donor province code")
          .column("recipient_code", "受援省代码", "Recipient province code")
          .column("indicator", "指标", "Indicator")
          .column("amount", "合计", "Total")
          .column("per_year", "年均", "Per year");

  /** One era: its years with records and the sum of each pair. */
  private static final class Era {
    private final TreeSet<Integer> years = new TreeSet<>();
    private final Map<List<String>, Long> sums = new TreeMap<>(PairingFigure::compare);
  }

  private PairingFigure(Published published) {
    this.published = published;
    this.names = Names.of(published);
    this.flows = published.read("pair_year");
    this.indicator = indicator();
    read();
  }

  static Optional<Figure> of(Published published) {
    PairingFigure figure = new PairingFigure(published);
    return figure.eras.isEmpty() ? Optional.empty() : Optional.of(figure.figure());
  }

  /** The money of the largest total. */
  private String indicator() {
    Map<String, Double> totals = new TreeMap<>();
    for (int i = 0; i < flows.size(); i++) {
      String id = flows.text(i, PairYearRow.INDICATOR);
      if (names.isMoney(id)) {
        totals.merge(id, ((Long) flows.value(i, PairYearRow.AMOUNT)).doubleValue(), Double::sum);
      }
    }
    return totals.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private void read() {
    for (int i = 0; i < flows.size(); i++) {
      Integer era = (Integer) flows.value(i, PairYearRow.ERA);
      if (era != null && flows.text(i, PairYearRow.INDICATOR).equals(indicator)) {
        String donor = flows.text(i, PairYearRow.DONOR_CODE);
        String recipient = flows.text(i, PairYearRow.RECIPIENT_CODE);
        Era found = eras.computeIfAbsent(era, first -> new Era());
        found.years.add((Integer) flows.value(i, PairYearRow.YEAR));
        found.sums.merge(
            List.of(donor, recipient), (Long) flows.value(i, PairYearRow.AMOUNT), Math::addExact);
        donors.add(donor);
        recipients.add(recipient);
      }
    }
  }

  private Figure figure() {
    double most =
        eras.values().stream()
            .flatMap(era -> era.sums.values().stream().map(sum -> perYear(era, sum)))
            .max(Comparator.naturalOrder())
            .orElse(0.0);
    List<Panel> panels = new ArrayList<>();
    eras.forEach((first, era) -> panels.add(panel(first, era, most)));
    Text caption =
        Text.of(
            "各时期结对省际的" + names.indicator(indicator).zh() + "年均数",
            names.indicator(indicator).en() + " per year between paired provinces, by era");
    return new Figure(
        ID,
        caption,
        Text.of(
            "每个时期一个矩阵，行为支援省，列为受援省，颜色越深年均数额越大。",
            "One matrix an era: rows are donors, columns recipients, darker is more per year."),
        2,
        panels,
        List.of(
            new Figure.Key(
                Figure.Sample.RAMP,
                Ink.GREY,
                Text.of(
                    "每年 0 至 " + Words.number(most, 2) + " 亿元",
                    "0 to " + Words.number(most, 2) + " × 100 million yuan a year"))),
        Words.notes(published, note(), unpaired()),
        data.table(ID, caption));
  }

  private Text note() {
    return Text.of(
        "n = " + Words.count(data.size()) + " 个结对×时期；格内为年均数（亿元），当年价；空格没有记录；“未定”为当年没有唯一支援省的记录。",
        "n = "
            + Words.count(data.size())
            + " pairs by era; in the cells: yearly mean in 100 million yuan, current prices; an"
            + " empty cell has no record; \"not assigned\": records without a single donor that year.");
  }

  /** Recipients that no donor of an era has records with. */
  private Text unpaired() {
    List<Text> lists = new ArrayList<>();
    eras.forEach(
        (first, era) -> {
          TreeSet<String> left = new TreeSet<>(recipients);
          era.sums.keySet().stream()
              .filter(pair -> !pair.get(0).equals(PanelRow.UNASSIGNED))
              .forEach(pair -> left.remove(pair.get(1)));
          if (!left.isEmpty()) {
            lists.add(
                Text.of(
                    heading(first, era).zh()
                        + ":"
                        + left.stream()
                            .map(c -> names.region(c).zh())
                            .collect(Collectors.joining("、")),
                    heading(first, era).en()
                        + ": "
                        + left.stream()
                            .map(c -> names.region(c).en())
                            .collect(Collectors.joining(", "))));
          }
        });
    return lists.isEmpty()
        ? Text.of("各时期各受援省均有结对记录。", "Every recipient has records with a donor in every era.")
        : Text.of(
            "没有结对记录的受援省 " + lists.stream().map(Text::zh).collect(Collectors.joining(";")) + "。",
            "Recipients without a paired record "
                + lists.stream().map(Text::en).collect(Collectors.joining("; "))
                + ".");
  }

  private static Text heading(int first, Era era) {
    return Text.same(first + "–" + era.years.last());
  }

  private Panel panel(int first, Era era, double most) {
    List<String> rows = List.copyOf(donors);
    List<String> columns = List.copyOf(recipients);
    List<Mark> marks = new ArrayList<>();
    era.sums.forEach(
        (pair, sum) -> {
          int x = columns.indexOf(pair.get(1));
          int y = rows.indexOf(pair.get(0));
          double value = perYear(era, sum);
          marks.add(tile(x, y, most > 0 ? Math.max(0, value / most) : 0, value, pair));
          record(first, era, pair, sum);
        });
    return Panel.of(
        heading(first, era),
        new Panel.Axis(Text.of("受援省", "Recipient province"), Text.NONE, bands(columns)),
        new Panel.Axis(Text.of("支援省", "Donor province"), Text.NONE, bands(rows)),
        15.0 * rows.size(),
        marks);
  }

  private Scale bands(List<String> codes) {
    return new Scale.Bands(codes.stream().map(names::region).toList());
  }

  private Mark tile(int x, int y, double share, double value, List<String> pair) {
    Text words = Text.same(recipients.size() <= 10 ? cell(value) : "");
    Text donor = names.region(pair.get(0));
    Text recipient = names.region(pair.get(1));
    String shown = Words.number(value, 2);
    return new Mark.Tile(
        new At(x - 0.5, y - 0.5),
        new At(x + 0.5, y + 0.5),
        share,
        words,
        Text.of(
            donor.zh() + " → " + recipient.zh() + "：每年 " + shown + " 亿元",
            donor.en() + " → " + recipient.en() + ": " + shown + " × 100 million yuan a year"));
  }

  /** A small flow is not nothing. */
  private static String cell(double value) {
    return value > 0 && value < 0.005 ? "<0.01" : Words.number(value, 2);
  }

  private void record(int first, Era era, List<String> pair, long sum) {
    data.row(
        new Cell.Year(first),
        new Cell.Year(era.years.last()),
        Cell.words(pair.get(0)),
        Cell.words(pair.get(1)),
        Cell.words(indicator),
        Tidy.number(amount(sum)),
        Tidy.number(perYear(era, sum)));
  }

  private double amount(long sum) {
    return sum / names.minorUnits(indicator) / names.size(indicator);
  }

  private double perYear(Era era, long sum) {
    return amount(sum) / era.years.size();
  }

  private static int compare(List<String> a, List<String> b) {
    int order = a.get(0).compareTo(b.get(0));
    return order != 0 ? order : a.get(1).compareTo(b.get(1));
  }
}

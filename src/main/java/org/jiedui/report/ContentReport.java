package org.jiedui.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.table.ContentPart;
import org.jiedui.table.ContentRow;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.Status;

/** What is given and how it is organised: the nation before and after, and what changed. */
public final class ContentReport {
  private static final Pattern MISSING = Pattern.compile("MISSING_YEARS=([0-9]+)");
  private static final Map<String, Text> MEASURES =
      inOrder(
          Map.entry("area", Text.of("按用途的资金份额", "Share in funds by use")),
          Map.entry("role", Text.of("按类别的人数份额", "Share in people by role")),
          Map.entry("channel", Text.of("渠道份额", "Share of the channel")),
          Map.entry(
              "channel_without_investment", Text.of("渠道份额(不含投资)", "The same without investment")),
          Map.entry("industry_share", Text.of("产业资金占财政资金", "Industry in fiscal funds")),
          Map.entry("leverage", Text.of("投资与财政资金之比", "Investment per yuan of funds")),
          Map.entry("output", Text.of("每万元财政资金", "Per 10,000 yuan of funds")),
          Map.entry("completion", Text.of("拨付与协议之比", "Paid over agreed funds")),
          Map.entry("reciprocity", Text.of("西→东与东→西之比", "West to east over east to west")),
          Map.entry("balance", Text.of("双向平衡(小/大)", "Balance (smaller over larger)")),
          Map.entry("institutionalisation", Text.of("制度化份额", "Institutionalisation share")),
          Map.entry("item", Text.of("在位份额", "Share in place")),
          Map.entry("meetings", Text.of("每年联席会议次数", "Joint meetings a year")),
          Map.entry("team_size", Text.of("工作队平均人数", "Mean size of teams")),
          Map.entry("team_in_range", Text.of("人数在规定范围内的份额", "Teams of the stated size")));

  private final Frame frame;
  private final Map<String, Text> labels;
  private final Set<String> undefined = new LinkedHashSet<>();
  private final Map<String, String> missing = new LinkedHashMap<>();

  private ContentReport(Frame frame, Map<String, Text> labels) {
    this.frame = frame;
    this.labels = labels;
  }

  /**
   * @param labels of indicators, by id
   */
  public static PaperTable shares(Frame frame, Map<String, Text> labels) {
    return of(frame, labels, Text.of("内容:份额", "Content: shares"));
  }

  public static PaperTable channels(Frame frame, Map<String, Text> labels) {
    return of(frame, labels, Text.of("渠道:科层、市场与社会", "Channels: state, market and society"));
  }

  public static PaperTable ratios(Frame frame, Map<String, Text> labels) {
    return of(frame, labels, Text.of("内容:比值", "Content: ratios"));
  }

  public static PaperTable mechanism(Frame frame) {
    return of(
        frame,
        Map.of(),
        Text.of("机制:协议、会议、工作队、规划与考核", "Mechanism: agreements, meetings, teams, plans"));
  }

  @SafeVarargs
  private static Map<String, Text> inOrder(Map.Entry<String, Text>... words) {
    Map<String, Text> ordered = new LinkedHashMap<>();
    List.of(words).forEach(word -> ordered.put(word.getKey(), word.getValue()));
    return ordered;
  }

  private static PaperTable of(Frame frame, Map<String, Text> labels, Text caption) {
    ContentReport report = new ContentReport(frame, labels);
    Map<String, Integer> rows = new LinkedHashMap<>();
    IntStream.range(0, frame.size())
        .filter(row -> frame.text(row, ContentRow.LEVEL).equals("nation"))
        .forEach(row -> rows.put(key(frame, row, frame.text(row, ContentRow.PERIOD)), row));
    List<PaperTable.Row> printed = new ArrayList<>();
    rows.values().stream()
        .filter(row -> frame.text(row, ContentRow.PERIOD).equals("change"))
        .sorted(report.order())
        .forEach(
            row ->
                printed.add(
                    report.row(
                        rows.get(key(frame, row, "before")),
                        rows.get(key(frame, row, "after")),
                        row)));
    return new PaperTable(
        frame.table().replace('_', '-'), caption, columns(), printed, report.notes());
  }

  /** As papers list them; what has no word here comes last, in the order of the table. */
  private Comparator<Integer> order() {
    List<String> measures = List.copyOf(MEASURES.keySet());
    return Comparator.<Integer>comparingInt(
            row -> place(measures.indexOf(frame.text(row, ContentRow.MEASURE))))
        .thenComparingInt(
            row ->
                ContentPart.of(frame.text(row, ContentRow.PART))
                    .map(ContentPart::ordinal)
                    .orElse(Integer.MAX_VALUE));
  }

  private static int place(int found) {
    return found < 0 ? Integer.MAX_VALUE : found;
  }

  private static String key(Frame frame, int row, String period) {
    return period
        + " "
        + frame.text(row, ContentRow.MEASURE)
        + " "
        + frame.text(row, ContentRow.PART);
  }

  private static List<PaperTable.Column> columns() {
    return List.of(
        PaperTable.Column.of("part", "部分", "Part"),
        PaperTable.Column.of("before", "前期", "Before"),
        PaperTable.Column.of("after", "后期", "After"),
        PaperTable.Column.of("change", "变化", "Change"),
        PaperTable.Column.of("interval", "变化的 95% 区间", "95 % interval of the change"),
        PaperTable.Column.of("pairs", "结对数", "Pairs"));
  }

  private PaperTable.Row row(int before, int after, int change) {
    List.of(before, after).forEach(this::noteMissing);
    String measure = frame.text(change, ContentRow.MEASURE);
    return new PaperTable.Row(
        MEASURES.getOrDefault(measure, Text.same(measure)),
        List.of(
            new Cell.Words(part(frame.text(change, ContentRow.PART))),
            number(before),
            number(after),
            number(change),
            Cell.interval(
                (Double) frame.value(change, ContentRow.CI_LOW),
                (Double) frame.value(change, ContentRow.CI_HIGH),
                3,
                frame.text(change, ContentRow.CI_STATUS)),
            new Cell.Count((Integer) frame.value(change, ContentRow.CLUSTERS))));
  }

  private Text part(String code) {
    return ContentPart.of(code)
        .map(ContentPart::words)
        .orElseGet(() -> labels.getOrDefault(code, Text.same(code)));
  }

  private Cell number(int row) {
    String status = frame.text(row, ContentRow.STATUS);
    if (!status.equals(Status.OK.name())) {
      undefined.add(status);
    }
    return Cell.estimate((Double) frame.value(row, ContentRow.VALUE), 3, status);
  }

  private void noteMissing(int row) {
    Matcher years = MISSING.matcher(frame.text(row, ContentRow.FLAGS));
    Field recorded = ContentRow.YEARS;
    if (years.find() && (Integer) frame.value(row, recorded) > 0) {
      missing.merge(
          frame.text(row, ContentRow.PERIOD),
          years.group(1),
          (a, b) -> Integer.parseInt(a) >= Integer.parseInt(b) ? a : b);
    }
  }

  private List<Text> notes() {
    List<Text> notes = new ArrayList<>();
    missing.forEach(
        (period, years) -> {
          Text name = Wording.of(period);
          notes.add(
              Text.of(
                  name.zh() + "至多有 " + years + " 年没有记录,份额与比值只用有记录的年份。",
                  name.en()
                      + ": up to "
                      + years
                      + " years have no records; shares and ratios are of the years that have."));
        });
    undefined.forEach(
        code ->
            Status.of(code)
                .map(Status::meaning)
                .ifPresent(
                    meaning ->
                        notes.add(
                            Text.of(
                                code + ":" + meaning.zh() + "。",
                                code + ": " + meaning.en() + "."))));
    notes.add(
        Text.of(
            "变化为后期减前期;份额的变化以 1 为单位(0.01 即 1 个百分点)。8 对及以上用整对重抽样的自助法,5 至 7 对用刀切法,不足 5 对不给区间。"
                + "区间反映结对单元间差异,以超总体假设为前提,并非抽样误差。",
            "Change is after less before; of shares in units of 1 (0.01 is one percentage point)."
                + " Bootstrap of whole pairs from 8 pairs on, jackknife for 5 to 7, no interval"
                + " below. Intervals describe variation between pairing units under a"
                + " superpopulation reading, not sampling error."));
    return notes;
  }
}

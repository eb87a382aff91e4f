package org.jiedui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;
import org.jiedui.paper.Settings;
import org.jiedui.publish.Version;
import org.jiedui.table.ContentRow;
import org.jiedui.table.Frame;
import org.jiedui.table.PairingEraRow;
import org.jiedui.table.PairingMatchRow;
import org.jiedui.table.TargetingRow;

/** The four shifts the literature speaks of, each with what the data of a study say of it. */
public final class ShiftsReport {
  private static final double SIGNIFICANT = .05;
  private static final Text YES = Text.of("有支持", "supported");
  private static final Text NO = Text.of("无支持", "not supported");
  private static final Text OPEN = Text.of("无法判断", "undetermined");

  private final Frame eras;
  private final Frame match;
  private final Frame targeting;
  private final Frame content;
  private final Frame mechanism;
  private final int policyYear;

  private ShiftsReport(
      Frame eras, Frame match, Frame targeting, Frame content, Frame mechanism, int policyYear) {
    this.eras = eras;
    this.match = match;
    this.targeting = targeting;
    this.content = content;
    this.mechanism = mechanism;
    this.policyYear = policyYear;
  }

  /** What is said of one shift. */
  private record Shift(Text name, Text judgement, Text sentence) {}

  /** What the data of a version say of each shift, with the judgement at the end. */
  public static List<Text> sentences(Version version) {
    return sentences(of(version));
  }

  static List<Text> sentences(PaperTable table) {
    List<Text> sentences = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      Cell judgement = table.rows().get(i).cells().get(1);
      Text note = table.notes().get(i);
      sentences.add(
          Text.of(
              note.zh() + "数据的说法:" + judgement.shown(Lang.ZH) + "。",
              note.en() + " What the data say: " + judgement.shown(Lang.EN) + "."));
    }
    return sentences;
  }

  /** Tables without which there are no shifts to tell of. */
  public static final List<String> TABLES =
      List.of("pairing_era", "pairing_match", "targeting", "content_share", "mechanism");

  /** Of a version that has all five tables; the later window is that of its settings. */
  public static PaperTable of(Version version) {
    return of(
        version.read("pairing_era"),
        version.read("pairing_match"),
        version.read("targeting"),
        version.read("content_share"),
        version.read("mechanism"),
        Settings.of(version).map(s -> s.years("windows.after")[0]).orElse(Integer.MAX_VALUE));
  }

  /**
   * @param content table {@code content_share}
   * @param policyYear first year of the later window; eras that begin after it are not looked at
   */
  static PaperTable of(
      Frame eras, Frame match, Frame targeting, Frame content, Frame mechanism, int policyYear) {
    ShiftsReport report = new ShiftsReport(eras, match, targeting, content, mechanism, policyYear);
    List<Shift> shifts =
        List.of(
            report.relation(),
            report.content(),
            report.allocation(),
            report.matching(),
            report.mechanism());
    List<PaperTable.Row> rows = new ArrayList<>();
    List<Text> notes = new ArrayList<>();
    for (Shift shift : shifts) {
      rows.add(
          PaperTable.Row.of(
              List.of(new Cell.Words(shift.name()), new Cell.Words(shift.judgement()))));
      notes.add(
          Text.of(
              shift.name().zh() + ":" + shift.sentence().zh() + "。",
              shift.name().en() + ": " + shift.sentence().en() + "."));
    }
    return new PaperTable(
        "shifts",
        Text.of("四个转变", "The four shifts"),
        List.of(
            PaperTable.Column.of("shift", "转变", "Shift"),
            PaperTable.Column.of("judgement", "数据的说法", "What the data say")),
        rows,
        notes);
  }

  /** The lists of pairs are a full count: a difference needs no interval. */
  private Shift relation() {
    Text name = Text.of("关系(穿花式→整域性)", "Relation (criss-cross → whole region)");
    List<Integer> own = mainProgramme();
    if (own.size() < 2) {
      return new Shift(name, OPEN, Text.of("只有一个时期的结对名单", "pairs of one era only"));
    }
    int first = own.get(0);
    int last = own.get(own.size() - 1);
    Double before = (Double) eras.value(first, PairingEraRow.WHOLE_REGION);
    Double after = (Double) eras.value(last, PairingEraRow.WHOLE_REGION);
    if (before == null || after == null) {
      return new Shift(name, OPEN, Text.of("有时期没有结对关系", "an era has no pairs"));
    }
    return new Shift(
        name,
        after > before ? YES : NO,
        Text.of(
            "只有一个支援省的受援省占比由 %s 年的 %s变为 %s 年的 %s,结对由 %s 对变为 %s 对"
                .formatted(
                    era(first),
                    percent(before),
                    era(last),
                    percent(after),
                    links(first),
                    links(last)),
            "recipient provinces with a single donor: %s in %s, %s in %s; links: %s, then %s"
                .formatted(
                    percent(before),
                    era(first),
                    percent(after),
                    era(last),
                    links(first),
                    links(last))));
  }

  /** Rows of the programme with most eras, by era. */
  private List<Integer> mainProgramme() {
    Map<String, List<Integer>> programmes = new TreeMap<>();
    for (int row = 0; row < eras.size(); row++) {
      programmes
          .computeIfAbsent(eras.text(row, PairingEraRow.PROGRAMME), p -> new ArrayList<>())
          .add(row);
    }
    return programmes.values().stream()
        .reduce((a, b) -> b.size() > a.size() ? b : a)
        .orElse(List.of());
  }

  private Object era(int row) {
    return eras.value(row, PairingEraRow.ERA);
  }

  private Object links(int row) {
    return eras.value(row, PairingEraRow.LINKS);
  }

  private Shift content() {
    return moved(
        Text.of("内容(重帮扶→重发展)", "Content (relief → development)"),
        content,
        "area development",
        Text.of("发展类资金(按用途)的份额", "share of development in funds by use"),
        Text.of("两个时段没有都按用途分的资金", "the windows do not both have funds by their use"));
  }

  private Shift mechanism() {
    return moved(
        Text.of("机制(零散化→制度化)", "Mechanism (scattered → institutionalised)"),
        mechanism,
        "institutionalisation all",
        Text.of(
            "协议、联席会议、工作队、规划、考核的在位份额",
            "share in place of agreement, joint meeting, team, plan and assessment"),
        Text.of(
            "两个时段没有都记录协议、联席会议、工作队、规划和考核",
            "the windows do not both have records of agreements, joint meetings, teams, plans and"
                + " assessments"));
  }

  /** Supported when the whole interval of the change lies above 0, denied when below. */
  private static Shift moved(Text name, Frame frame, String told, Text what, Text nothing) {
    Map<String, Integer> rows = new TreeMap<>();
    for (int row = 0; row < frame.size(); row++) {
      String number = frame.text(row, ContentRow.MEASURE) + " " + frame.text(row, ContentRow.PART);
      if (frame.text(row, ContentRow.LEVEL).equals("nation") && number.equals(told)) {
        rows.put(frame.text(row, ContentRow.PERIOD), row);
      }
    }
    Integer change = rows.get("change");
    if (change == null || frame.value(change, ContentRow.VALUE) == null) {
      return new Shift(name, OPEN, nothing);
    }
    String then = percent((Double) frame.value(rows.get("before"), ContentRow.VALUE));
    String now = percent((Double) frame.value(rows.get("after"), ContentRow.VALUE));
    Double low = (Double) frame.value(change, ContentRow.CI_LOW);
    Double high = (Double) frame.value(change, ContentRow.CI_HIGH);
    Text interval =
        low == null
            ? Text.of("变化没有区间,无法判断", "the change has no interval: undetermined")
            : points((Double) frame.value(change, ContentRow.VALUE), low, high);
    return new Shift(
        name,
        low == null || low <= 0 && high >= 0 ? OPEN : low > 0 ? YES : NO,
        Text.of(
            what.zh() + ":前期 " + then + ",后期 " + now + ";" + interval.zh(),
            what.en() + ": " + then + " before, " + now + " after; " + interval.en()));
  }

  private static Text points(double change, double low, double high) {
    String shown =
        String.format(Locale.ROOT, "%.1f [%.1f, %.1f]", 100 * change, 100 * low, 100 * high);
    return Text.of("变化 " + shown + " 个百分点", "change " + shown + " percentage points");
  }

  private Shift allocation() {
    Text name = Text.of("要素(择强→均衡)", "Allocation (the strong → balance)");
    OptionalInt before = targeted("before");
    OptionalInt after = targeted("after");
    OptionalInt change = targeted("change");
    if (before.isEmpty() || after.isEmpty() || change.isEmpty()) {
      return new Shift(name, OPEN, Text.of("没有可比的投入", "there is no aid to compare"));
    }
    Double low = (Double) targeting.value(change.getAsInt(), TargetingRow.LOW_95);
    Double high = (Double) targeting.value(change.getAsInt(), TargetingRow.HIGH_95);
    Text then = verdict(before.getAsInt());
    Text now = verdict(after.getAsInt());
    Text moved = moved(change.getAsInt(), low, high);
    return new Shift(
        name,
        judged(before.getAsInt(), after.getAsInt(), low, high),
        Text.of(
            "人均投入与收入的关系,前期:" + then.zh() + ";后期:" + now.zh() + ";" + moved.zh(),
            "aid per head: before " + then.en() + "; after " + now.en() + "; " + moved.en()));
  }

  /** The shift has a beginning and a direction; it is open while one of them is. */
  private Text judged(int before, int after, Double low, Double high) {
    String then = targeting.text(before, TargetingRow.VERDICT);
    if (then.equals("PRO_POOR") || then.equals("BALANCED") || low != null && low > 0) {
      return NO;
    }
    boolean away =
        low != null && high < 0
            || List.of("PRO_POOR", "BALANCED")
                .contains(targeting.text(after, TargetingRow.VERDICT));
    return then.equals("PRO_RICH") && away ? YES : OPEN;
  }

  private static Text moved(double change, double low, double high, Text word) {
    String numbers = "%.2f [%.2f, %.2f]";
    String shown = String.format(Locale.ROOT, numbers, change, low, high);
    return Text.of(
        "弹性的变化 " + shown + "," + word.zh(), "change of the elasticity " + shown + ", " + word.en());
  }

  private Text moved(int row, Double low, Double high) {
    Double change = (Double) targeting.value(row, TargetingRow.ELASTICITY);
    if (change == null || low == null) {
      return Text.of("变化没有区间,无法判断", "the change has no interval: undetermined");
    }
    Text word =
        high < 0
            ? Text.of("更偏向低收入县", "more to poor counties")
            : low > 0
                ? Text.of("更偏向高收入县", "more to rich counties")
                : Text.of("无法判断是否变化", "whether it changed is undetermined");
    return moved(change, low, high, word);
  }

  private Text verdict(int row) {
    return TargetingReport.verdict(targeting.text(row, TargetingRow.VERDICT));
  }

  private OptionalInt targeted(String period) {
    return IntStream.range(0, targeting.size())
        .filter(row -> targeting.text(row, TargetingRow.LEVEL).equals("nation"))
        .filter(row -> targeting.text(row, TargetingRow.PERIOD).equals(period))
        .findFirst();
  }

  /** In the last era that begins no later than the policy's first year. */
  private Shift matching() {
    Text name = Text.of("梯度适配(强配弱)", "Gradient fit (the strong with the weak)");
    Optional<Integer> found =
        IntStream.range(0, match.size())
            .boxed()
            .filter(row -> (Integer) match.value(row, PairingMatchRow.ERA) <= policyYear)
            .filter(row -> match.value(row, PairingMatchRow.P) != null)
            .reduce((earlier, later) -> later);
    if (found.isEmpty()) {
      return new Shift(name, OPEN, Text.of("没有两端水平都已知的结对", "no links with both levels known"));
    }
    double tau = (Double) match.value(found.get(), PairingMatchRow.TAU_B);
    double p = (Double) match.value(found.get(), PairingMatchRow.P);
    Object era = match.value(found.get(), PairingMatchRow.ERA);
    String shown = String.format(Locale.ROOT, "τ_b %.2f, p %.3f", tau, p);
    return new Shift(
        name,
        p >= SIGNIFICANT ? OPEN : tau > 0 ? YES : NO,
        Text.of(era + " 年起的时期:" + shown, "era from " + era + ": " + shown));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * share);
  }
}

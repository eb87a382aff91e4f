package org.jiedui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jiedui.export.PaperTable;
import org.jiedui.message.Text;
import org.jiedui.paper.Settings;
import org.jiedui.publish.Version;
import org.jiedui.report.Shift.Judgement;
import org.jiedui.report.Shift.Name;
import org.jiedui.table.ContentRow;
import org.jiedui.table.Frame;
import org.jiedui.table.PairingEraRow;
import org.jiedui.table.PairingMatchRow;

/** The four shifts the literature speaks of, each with what the data of a study say of it. */
public final class ShiftsReport {
  private static final double SIGNIFICANT = .05;

  private final Frame eras;
  private final Frame match;
  private final Frame content;
  private final Frame mechanism;
  private final int policyYear;

  private ShiftsReport(Frame eras, Frame match, Frame content, Frame mechanism, int policyYear) {
    this.eras = eras;
    this.match = match;
    this.content = content;
    this.mechanism = mechanism;
    this.policyYear = policyYear;
  }

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
    ShiftsReport report = new ShiftsReport(eras, match, content, mechanism, policyYear);
    List<Shift> shifts =
        List.of(
            report.relation(),
            report.content(),
            AllocationShift.of(targeting),
            report.matching(),
            report.mechanism());
    List<Text> notes = new ArrayList<>(shifts.stream().map(Shift::note).toList());
    notes.add(
        Text.of(
            "名单是全数,差异不需区间;其余按 95% 区间(方括号内)或 p < 0.05 判断。五项制度:协议、联席会议、工作队、规划、考核。"
                + "各数字只描述前后差异,不识别因果效应。",
            "Lists of pairs are a full count and need no interval; the rest is judged by 95 % intervals"
                + " (in brackets) or p < 0.05. The five institutions: agreement, joint meeting,"
                + " team, plan, assessment. The numbers describe what changed and identify no effect."));
    return new PaperTable(
        "shifts",
        Text.of("四个转变", "The four shifts"),
        Shift.columns(),
        shifts.stream().map(Shift::row).toList(),
        notes);
  }

  /** The lists of pairs are a full count: a difference needs no interval. */
  private Shift relation() {
    Text number = Text.of("单一支援省的受援省(%)", "recipients with one donor, %");
    List<Integer> own = mainProgramme();
    if (own.size() < 2) {
      return Shift.open(
          Name.RELATION, number, Text.of("只有一个时期的结对名单", "there are pairs of one era only"));
    }
    int first = own.get(0);
    int last = own.get(own.size() - 1);
    Double before = (Double) eras.value(first, PairingEraRow.WHOLE_REGION);
    Double after = (Double) eras.value(last, PairingEraRow.WHOLE_REGION);
    if (before == null || after == null) {
      return Shift.open(Name.RELATION, number, Text.of("有时期没有结对关系", "an era has no pairs"));
    }
    String then = Shift.percent(before);
    String now = Shift.percent(after);
    return new Shift(
        Name.RELATION,
        number,
        new Shift.Sides(
            Shift.share(before) + " (" + era(first) + ")",
            Shift.share(after) + " (" + era(last) + ")",
            String.format(Locale.ROOT, "%+.0f", 100 * (after - before))),
        after > before ? Judgement.YES : Judgement.NO,
        Text.of(
            "%s 年 %s 的受援省只有一个支援省,%s 年为 %s;结对由 %s 对变为 %s 对"
                .formatted(era(first), then, era(last), now, links(first), links(last)),
            "%s of the recipient provinces had a single donor in %s, %s in %s; links went from %s to %s"
                .formatted(then, era(first), now, era(last), links(first), links(last))));
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
        Name.CONTENT,
        content,
        "area development",
        Text.of("发展类占按用途资金(%)", "development in funds by use, %"),
        Text.of("按用途资金中发展类的份额", "share of development in funds by use"),
        Text.of("两个时段没有都按用途分的资金", "the windows do not both have funds by their use"));
  }

  private Shift mechanism() {
    return moved(
        Name.MECHANISM,
        mechanism,
        "institutionalisation all",
        Text.of("五项制度在位(%)", "five institutions in place, %"),
        Text.of("五项制度的在位份额", "share of the five institutions that is in place"),
        Text.of(
            "两个时段没有都记录协议、联席会议、工作队、规划和考核",
            "the windows do not both have records of agreements, joint meetings, teams, plans and"
                + " assessments"));
  }

  /** Supported when the whole interval of the change lies above 0, denied when below. */
  private static Shift moved(
      Name name, Frame frame, String told, Text number, Text what, Text nothing) {
    Map<String, Integer> rows = new TreeMap<>();
    for (int row = 0; row < frame.size(); row++) {
      String here = frame.text(row, ContentRow.MEASURE) + " " + frame.text(row, ContentRow.PART);
      if (frame.text(row, ContentRow.LEVEL).equals("nation") && here.equals(told)) {
        rows.put(frame.text(row, ContentRow.PERIOD), row);
      }
    }
    Integer change = rows.get("change");
    if (change == null || frame.value(change, ContentRow.VALUE) == null) {
      return Shift.open(name, number, nothing);
    }
    double then = (Double) frame.value(rows.get("before"), ContentRow.VALUE);
    double now = (Double) frame.value(rows.get("after"), ContentRow.VALUE);
    double by = (Double) frame.value(change, ContentRow.VALUE);
    Double low = (Double) frame.value(change, ContentRow.CI_LOW);
    Double high = (Double) frame.value(change, ContentRow.CI_HIGH);
    String points =
        low == null ? String.format(Locale.ROOT, "%+.1f", 100 * by) : Shift.points(by, low, high);
    Text interval =
        low == null
            ? Text.of("变化没有区间", "the change has no interval")
            : Text.of("变化 " + points + " 个百分点", "change " + points + " percentage points");
    return new Shift(
        name,
        number,
        new Shift.Sides(Shift.share(then), Shift.share(now), points),
        low == null || low <= 0 && high >= 0
            ? Judgement.OPEN
            : low > 0 ? Judgement.YES : Judgement.NO,
        Text.of(
            "%s前期为 %s,后期为 %s;%s"
                .formatted(what.zh(), Shift.percent(then), Shift.percent(now), interval.zh()),
            "%s: %s before, %s after; %s"
                .formatted(what.en(), Shift.percent(then), Shift.percent(now), interval.en())));
  }

  /** In the last era that begins no later than the policy's first year, beside the one before. */
  private Shift matching() {
    Text number = Text.of("强弱与需要的 τ_b", "τ_b of strength and need");
    List<Integer> known =
        IntStream.range(0, match.size())
            .boxed()
            .filter(row -> (Integer) match.value(row, PairingMatchRow.ERA) <= policyYear)
            .filter(row -> match.value(row, PairingMatchRow.P) != null)
            .toList();
    if (known.isEmpty()) {
      return Shift.open(
          Name.GRADIENT,
          number,
          Text.of("没有两端水平都已知的结对", "there are no links with both levels known"));
    }
    int now = known.get(known.size() - 1);
    double tau = (Double) match.value(now, PairingMatchRow.TAU_B);
    double p = (Double) match.value(now, PairingMatchRow.P);
    String before = known.size() < 2 ? "" : tau(known.get(known.size() - 2));
    Object era = match.value(now, PairingMatchRow.ERA);
    return new Shift(
        Name.GRADIENT,
        number,
        new Shift.Sides(before, tau(now), ""),
        p >= SIGNIFICANT ? Judgement.OPEN : tau > 0 ? Judgement.YES : Judgement.NO,
        Text.of(
            era + " 年起的时期 τ_b 为 " + tau(tau, p) + "," + association(tau, p).zh(),
            "in the era from " + era + " τ_b is " + tau(tau, p) + ", " + association(tau, p).en()));
  }

  private static Text association(double tau, double p) {
    if (p >= SIGNIFICANT) {
      return Text.of("与随机配对无法区分", "not to be told from pairs made at random");
    }
    return tau > 0
        ? Text.of("强省多配弱省", "strong donors have weak recipients")
        : Text.of("强省多配强省", "strong donors have strong recipients");
  }

  private String tau(int row) {
    String shown = Shift.signed((Double) match.value(row, PairingMatchRow.TAU_B));
    return shown + " (" + match.value(row, PairingMatchRow.ERA) + ")";
  }

  private static String tau(double tau, double p) {
    return Shift.signed(tau) + String.format(Locale.ROOT, " (p %.3f)", p);
  }
}

package org.jiedui.sample;

import static org.jiedui.sample.Mistake.BLANK;
import static org.jiedui.sample.Mistake.CODE_SCI;
import static org.jiedui.sample.Mistake.CODE_TRANSITION;
import static org.jiedui.sample.Mistake.CODE_UNKNOWN;
import static org.jiedui.sample.Mistake.CODE_VINTAGE;
import static org.jiedui.sample.Mistake.DUP_CONFLICT;
import static org.jiedui.sample.Mistake.DUP_EXACT;
import static org.jiedui.sample.Mistake.NUM_AMBIGUOUS;
import static org.jiedui.sample.Mistake.NUM_FRACTION;
import static org.jiedui.sample.Mistake.NUM_SYNTAX;
import static org.jiedui.sample.Mistake.WORD_UNKNOWN;
import static org.jiedui.sample.Mistake.YEAR_RANGE;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes the folder {@code records}: the aid as four bureaus would ship it, each in its own way.
 */
final class RecordFiles {
  private static final String BOM = "\uFEFF";
  private static final String MISSING = "—";
  private static final int ROWS_WITHOUT_DONOR = 12;

  private final World world;
  private final List<Visit> visits;
  private final Chance chance;

  private RecordFiles(World world, List<Visit> visits, long seed) {
    this.world = world;
    this.visits = visits;
    this.chance = Chance.of(seed, "sample.files", 0);
  }

  /** Returns the sheets with what was planted in each. */
  static List<Sheet> write(World world, List<Visit> visits, long seed, Folder folder) {
    RecordFiles files = new RecordFiles(world, visits, seed);
    Sheet early = files.earlyFunds();
    Sheet late = files.lateFunds();
    Sheet donations = files.donations();
    Sheet people = files.people();
    Sheet all = files.all();
    folder.utf8(early.name(), early.unix().toString());
    folder.encoded(late.name(), late.windows().toString(), Folder.GB18030);
    folder.utf8(donations.name(), donations.unix().toString());
    folder.utf8(people.name(), people.unix().toString());
    folder.encoded(all.name(), BOM + all.unix(), StandardCharsets.UTF_8);
    return List.of(early, late, donations, people, all);
  }

  private Sheet earlyFunds() {
    String[] header = {"记录号", "年度", "支援省代码", "受援县代码", "县名", "财政援助资金(万元)"};
    Sheet sheet = new Sheet("records/funds_1996_2005.csv", "CZ", new int[] {5}, header);
    each(1996, 2005, Measure.FISCAL, v -> funds(sheet, v));
    forgetDonors(sheet);
    sabotage(sheet).plant(CODE_UNKNOWN, 2).plant(CODE_SCI, 1).plant(CODE_VINTAGE, 1);
    sabotage(sheet).plant(YEAR_RANGE, 1).plant(NUM_AMBIGUOUS, 1);
    sabotage(sheet).plant(DUP_EXACT, 2).plant(DUP_CONFLICT, 1).plant(BLANK, 2);
    return sheet;
  }

  private void forgetDonors(Sheet sheet) {
    for (int left = ROWS_WITHOUT_DONOR; left > 0; ) {
      String[] row = sheet.row(chance.below(sheet.size()));
      left -= row[Sheet.DONOR].isEmpty() ? 0 : 1;
      row[Sheet.DONOR] = "";
    }
  }

  private Sheet lateFunds() {
    String[] header = {"编号", "年份", "帮扶方代码", "县代码", "县名", "财政资金（万元）"};
    Sheet sheet = new Sheet("records/funds_2006_2015.csv", "CB", new int[] {5}, header);
    each(2006, 2015, Measure.FISCAL, v -> funds(sheet, v));
    sabotage(sheet).plant(CODE_UNKNOWN, 1).plant(CODE_SCI, 1).plant(CODE_VINTAGE, 2);
    sabotage(sheet).plant(YEAR_RANGE, 1).plant(NUM_AMBIGUOUS, 1).plant(NUM_SYNTAX, 1);
    sabotage(sheet).plant(DUP_EXACT, 2).plant(DUP_CONFLICT, 1).plant(BLANK, 1);
    return sheet;
  }

  private Sheet donations() {
    String[] header = {"记录号", "年份", "帮扶方代码", "受援县代码", "捐款(元)", "捐物折款(万元)"};
    Sheet sheet = new Sheet("records/donations_1996_2015.csv", "JZ", new int[] {4, 5}, header);
    each(1996, 2015, Measure.CASH, v -> donation(sheet, v));
    sabotage(sheet).plant(CODE_UNKNOWN, 2).plant(CODE_SCI, 1).plant(YEAR_RANGE, 1);
    sabotage(sheet).plant(NUM_AMBIGUOUS, 2).plant(NUM_SYNTAX, 1);
    sabotage(sheet).plant(DUP_EXACT, 3).plant(DUP_CONFLICT, 1).plant(BLANK, 3);
    return sheet;
  }

  private Sheet people() {
    String[] header = {"记录号", "年份", "支援省代码", "受援县代码", "方向", "干部人数", "专技人才人数"};
    Sheet sheet = new Sheet("records/personnel_1996_2015.csv", "RY", new int[] {5, 6}, header);
    each(1996, 2015, Measure.CADRES, v -> persons(sheet, v));
    sabotage(sheet).plant(CODE_UNKNOWN, 2).plant(CODE_SCI, 1).plant(CODE_VINTAGE, 3);
    sabotage(sheet).plant(YEAR_RANGE, 2).plant(NUM_FRACTION, 2).plant(NUM_SYNTAX, 1);
    sabotage(sheet).plant(DUP_EXACT, 3).plant(DUP_CONFLICT, 2).plant(BLANK, 2);
    return sheet;
  }

  private Sheet all() {
    String[] header = {"记录号", "年份", "支援省代码", "受援县代码", "方向", "指标", "形式", "阶段", "金额", "单位"};
    Sheet sheet = new Sheet("records/records_2016_2020.csv", "XZ", new int[] {8}, header);
    visits.stream().filter(Visit::isAfter).forEach(v -> v.flows().forEach(f -> flow(sheet, f)));
    sabotage(sheet).plant(CODE_UNKNOWN, 4).plant(CODE_SCI, 3).plant(CODE_VINTAGE, 4);
    sabotage(sheet).plant(YEAR_RANGE, 3).plant(NUM_AMBIGUOUS, 4).plant(NUM_SYNTAX, 2);
    sabotage(sheet).plant(WORD_UNKNOWN, 3);
    sabotage(sheet).plant(DUP_EXACT, 6).plant(DUP_CONFLICT, 3).plant(BLANK, 4);
    return sheet;
  }

  /** Every visit of the years that carries measures of the same file as {@code kind}. */
  private void each(int from, int to, Measure kind, Consumer<Visit> row) {
    visits.stream()
        .filter(v -> from <= v.year() && v.year() <= to)
        .filter(v -> family(v.flows().get(0).measure()) == kind)
        .forEach(row);
  }

  private static Measure family(Measure measure) {
    return switch (measure) {
      case FISCAL -> Measure.FISCAL;
      case CASH, KIND -> Measure.CASH;
      case CADRES, PROFESSIONALS -> Measure.CADRES;
    };
  }

  private void funds(Sheet sheet, Visit v) {
    Spell now = v.place().at(v.year());
    String amount = v.written(Measure.FISCAL);
    sheet.add(year(v), v.donor(), now.code(), now.name(), amount);
  }

  private void donation(Sheet sheet, Visit v) {
    String cash = v.written(Measure.CASH);
    String shown = !cash.isEmpty() && chance.chance(.03) ? grouped(cash) : cash;
    sheet.add(
        year(v),
        v.donor(),
        lateCode(sheet, v),
        shown.isEmpty() ? MISSING : shown,
        orMissing(v.written(Measure.KIND)));
  }

  private void persons(Sheet sheet, Visit v) {
    String cadres = v.written(Measure.CADRES);
    String professionals = v.written(Measure.PROFESSIONALS);
    String way = v.direction().word();
    sheet.add(year(v), v.donor(), lateCode(sheet, v), way, cadres, professionals);
  }

  private void flow(Sheet sheet, Flow flow) {
    Visit v = flow.visit();
    Measure measure = flow.measure();
    sheet.add(
        year(v),
        v.donor(),
        v.place().at(v.year()).code(),
        v.direction().word(),
        measure.word(),
        measure.formWord(),
        measure.isMoney() ? "拨付" : "",
        flow.written(),
        flow.unit().word());
  }

  /** The code of the year; in the year of a recode still the old one, which is noted. */
  private String lateCode(Sheet sheet, Visit v) {
    String code = v.place().at(v.year()).code();
    for (Change change : world.changes()) {
      boolean recoded = change.kind() == Change.Kind.RECODE && change.year() == v.year();
      if (recoded && change.after().code().equals(code)) {
        sheet.count(CODE_TRANSITION, 1);
        return change.before().code();
      }
    }
    return code;
  }

  private Sabotage sabotage(Sheet sheet) {
    return new Sabotage(sheet, world, chance);
  }

  private static String year(Visit visit) {
    return Integer.toString(visit.year());
  }

  private static String orMissing(String cell) {
    return cell.isEmpty() ? MISSING : cell;
  }

  /** 1234567.00 as 1,234,567.00. */
  private static String grouped(String amount) {
    StringBuilder text = new StringBuilder(amount);
    for (int i = amount.indexOf('.') - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }
}

package org.jiedui.sample;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes {@code content/funds_by_use_2012_2020.csv}: what the fiscal aid of each visit was spent
 * on, what enterprises invested beside it, what was bought, who found a job, and what was agreed.
 *
 * <p>This is the place of the planted shift of content: the share of development in funds differs
 * before and after, around its planted mean by pair and by visit; so does paid over agreed.
 */
final class ContentFiles {
  static final int FIRST = 2012;
  static final double DEVELOPMENT_BEFORE = .33;
  static final double DEVELOPMENT_AFTER = .65;
  static final double LEVERAGE_BEFORE = 1.5;
  static final double LEVERAGE_AFTER = 3;
  static final double COMPLETION_BEFORE = .9;
  static final double COMPLETION_AFTER = 1.05;

  private static final double BY_PAIR = .15;
  private static final double BY_VISIT = .25;
  private static final double AGREED_BY_PAIR = .04;
  private static final double AGREED_BY_VISIT = .12;
  private static final double PURCHASES = .4;
  private static final double FEN_A_JOB = 20e6;

  /** Uses in the order of the file, with their share in development or in relief. */
  private static final List<Use> USES =
      List.of(
          new Use("资金支持类资金(元)", false, .62),
          new Use("人才支援资金(元)", true, .15),
          new Use("产业协作资金(元)", true, .62),
          new Use("劳务协作资金(元)", true, .23),
          new Use("消费协作资金(元)", false, .09),
          new Use("教育协作资金(元)", false, .17),
          new Use("其他用途资金(元)", false, .12));

  private record Use(String word, boolean development, double share) {}

  private final Chance chance;
  private final Chance agreements;
  private final Map<String, Double> pairs = new TreeMap<>();
  private final Map<String, Double> agreed = new TreeMap<>();

  private ContentFiles(long seed) {
    this.chance = Chance.of(seed, "sample.content", 0);
    this.agreements = Chance.of(seed, "sample.agreements", 0);
  }

  static void write(List<Visit> visits, long seed, Folder folder) {
    ContentFiles files = new ContentFiles(seed);
    Csv csv = Csv.unix(header());
    int number = 0;
    for (Visit visit : visits) {
      long fiscal = visit.amount(Measure.FISCAL);
      if (visit.year() >= FIRST && fiscal > 0) {
        number++;
        csv.row(files.row(visit, fiscal, "YT" + Integer.toString(1_000_000 + number).substring(1)));
      }
    }
    folder.utf8("content/funds_by_use_2012_2020.csv", csv.toString());
  }

  private static String[] header() {
    String[] header = new String[4 + USES.size() + 4];
    System.arraycopy(new String[] {"记录号", "年份", "支援省代码", "受援县代码"}, 0, header, 0, 4);
    for (int i = 0; i < USES.size(); i++) {
      header[4 + i] = USES.get(i).word();
    }
    String[] beside = {"企业实际投资(元)", "消费帮扶金额(元)", "帮助就业人数", "协议资金(元)"};
    System.arraycopy(beside, 0, header, 11, beside.length);
    return header;
  }

  private String[] row(Visit visit, long fiscal, String id) {
    boolean after = visit.isAfter();
    double planted = after ? DEVELOPMENT_AFTER : DEVELOPMENT_BEFORE;
    double development = planted * (1 + ofPair(visit) + BY_VISIT * symmetric());
    String[] row = new String[header().length];
    row[0] = id;
    row[1] = Integer.toString(visit.year());
    row[2] = visit.donor();
    row[3] = visit.place().at(visit.year()).code();
    long left = fiscal;
    for (int i = 0; i < USES.size(); i++) {
      Use use = USES.get(i);
      double share = use.share() * (use.development() ? development : 1 - development);
      boolean last = i == USES.size() - 1;
      long amount = last ? left : (long) StrictMath.rint(fiscal * share);
      left -= amount;
      row[4 + i] = Unit.YUAN.write(amount);
    }
    double leverage = after ? LEVERAGE_AFTER : LEVERAGE_BEFORE;
    row[11] = Unit.YUAN.write(scaled(fiscal, leverage));
    row[12] = Unit.YUAN.write(scaled(fiscal, after ? 2 * PURCHASES : PURCHASES));
    row[13] = Unit.PERSONS.write(scaled(fiscal, 1 / FEN_A_JOB));
    row[14] = Unit.YUAN.write(agreed(visit, fiscal));
    return row;
  }

  /** What was agreed for the aid that was paid. */
  private long agreed(Visit visit, long fiscal) {
    double completion = visit.isAfter() ? COMPLETION_AFTER : COMPLETION_BEFORE;
    double pair = agreed.computeIfAbsent(pair(visit), p -> AGREED_BY_PAIR * around(agreements));
    double noise = 1 + pair + AGREED_BY_VISIT * around(agreements);
    return (long) StrictMath.rint(fiscal / completion * noise);
  }

  private static String pair(Visit visit) {
    return visit.donor() + visit.place().province().code() + visit.isAfter();
  }

  private double ofPair(Visit visit) {
    return pairs.computeIfAbsent(pair(visit), p -> BY_PAIR * symmetric());
  }

  private long scaled(long fiscal, double factor) {
    return (long) StrictMath.rint(fiscal * factor * (1 + symmetric() / 2));
  }

  /** Uniform between -1 and 1. */
  private static double around(Chance chance) {
    return 2 * chance.uniform() - 1;
  }

  private double symmetric() {
    return around(chance);
  }
}

package org.jiedui.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.LandingStore;
import org.jiedui.ingest.file.Reason;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.reference.Indicators;

/**
 * Do the funds of a file contain its donations? Then the sum of both would count them twice.
 *
 * <p>Compared are funds F and donations D of the same county, donor and year of one file. They
 * agree where F = D, and where both leave the same remainder, not zero, by 10^4 units: a donation
 * to the yuan inside funds that are otherwise whole 万元 shows by its last digits. Expected by chance
 * are {@code sum over v of n_F(v) n_D(v) / n} agreements of n pairs, as if the pairs were shuffled.
 * A file is suspect from {@value #LEAST} agreements on, when they are a tenth of its pairs and
 * {@value #TIMES} times what chance gives.
 */
final class DoubleCounting {
  private static final int LEAST = 5;
  private static final int TIMES = 5;
  private static final double SHARE = 0.1;
  private static final String FUNDS = "fiscal";
  private static final String DONATIONS = "donation";

  private final LandingStore store;
  private final Indicators indicators;

  DoubleCounting(LandingStore store, Indicators indicators) {
    this.store = store;
    this.indicators = indicators;
  }

  /** Agreements found and expected among so many pairs. */
  record Agreement(int found, double expected, int pairs) {
    boolean isSuspect() {
      return found >= LEAST && found >= SHARE * pairs && found >= TIMES * expected;
    }
  }

  List<Problem> check(List<Landing> landings) {
    return landings.stream().flatMap(l -> check(l).stream()).toList();
  }

  private Optional<Problem> check(Landing landing) {
    List<long[]> pairs = pairs(landing);
    long unit = unit();
    Agreement equal = agreement(pairs, v -> v);
    Agreement inside = agreement(pairs, v -> v % unit);
    return equal.isSuspect()
        ? Optional.of(problem(landing.name(), equal, "金额相同", "the amounts are equal"))
        : inside.isSuspect()
            ? Optional.of(problem(landing.name(), inside, "尾数相同", "the last digits are equal"))
            : Optional.empty();
  }

  /** Ten thousand of the indicator's own unit, in minor units. */
  private long unit() {
    return indicators.find(FUNDS).map(i -> (long) i.minorPerUnit()).orElse(1L) * 10_000;
  }

  /** A value that says nothing, zero, agrees with nothing. */
  static Agreement agreement(List<long[]> pairs, LongUnaryOperator of) {
    Map<Long, Integer> funds = new HashMap<>();
    Map<Long, Integer> donations = new HashMap<>();
    int found = 0;
    for (long[] pair : pairs) {
      long fund = of.applyAsLong(pair[0]);
      long donation = of.applyAsLong(pair[1]);
      found += fund == donation && fund != 0 ? 1 : 0;
      funds.merge(fund, 1, Integer::sum);
      donations.merge(donation, 1, Integer::sum);
    }
    long meetings = 0;
    for (Map.Entry<Long, Integer> value : funds.entrySet()) {
      int other = value.getKey() == 0 ? 0 : donations.getOrDefault(value.getKey(), 0);
      meetings += (long) value.getValue() * other;
    }
    return new Agreement(
        found, pairs.isEmpty() ? 0 : (double) meetings / pairs.size(), pairs.size());
  }

  /** Funds and donations of the groups that have both. */
  private List<long[]> pairs(Landing landing) {
    Map<List<Integer>, long[]> groups = new HashMap<>();
    store.sums(
        landing,
        (year, kind, recipient, donor, sum, records, rows) -> {
          int column = kind.indicator().equals(FUNDS) ? 0 : 1;
          if (column == 0 || kind.indicator().equals(DONATIONS)) {
            groups.computeIfAbsent(List.of(year, recipient, donor), g -> new long[2])[column] +=
                sum;
          }
        });
    return groups.values().stream().filter(p -> p[0] > 0 && p[1] > 0).toList();
  }

  private static Problem problem(String file, Agreement found, String zh, String en) {
    return Reason.DOUBLE_COUNT_SUSPECT
        .problem(Text.of("财政资金疑似包含捐赠:" + zh, "funds seem to contain the donations: " + en))
        .at(file)
        .showing("%d / %d; chance: %.1f".formatted(found.found(), found.pairs(), found.expected()))
        .fix(
            "向报送单位核对口径;若财政资金含捐赠,请改报不含捐赠的数额",
            "ask the sender; if funds include donations, deliver them without");
  }
}

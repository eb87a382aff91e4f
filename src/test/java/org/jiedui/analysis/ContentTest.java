package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.jiedui.analysis.GapParams.Years;
import org.jiedui.stats.SplitMix64;
import org.jiedui.table.ContentRow;
import org.jiedui.table.Frame;
import org.jiedui.table.PairYearRow;
import org.junit.jupiter.api.Test;

/** What is given: cases worked by hand, and a shift that was planted. */
class ContentTest {
  private static final Offset<Double> TIGHT = within(5.1e-11);
  private static final Map<String, Measure> MEASURES =
      Map.of(
          "fiscal", Measure.MONEY,
          "industry", Measure.MONEY,
          "support", Measure.MONEY,
          "investment", Measure.MONEY,
          "consumption", Measure.MONEY,
          "donation", Measure.MONEY,
          "cadres", Measure.COUNT,
          "jobs", Measure.COUNT);

  private final List<Object[]> flows = new ArrayList<>();

  @Test
  void sharesOfUsesAndOfDevelopmentAreOfFundsByUse() {
    flow("A", "x", "support", 2015, 60);
    flow("A", "x", "industry", 2015, 20);
    flow("B", "x", "industry", 2015, 20);
    flow("A", "x", "industry", 2016, 90);
    flow("A", "x", "support", 2016, 10);
    Frame shares = content(EffectRatio.Absent.ZERO).shares();
    assertThat(value(shares, "nation", "before", "area", "industry")).isCloseTo(.4, TIGHT);
    assertThat(value(shares, "nation", "after", "area", "industry")).isCloseTo(.9, TIGHT);
    assertThat(value(shares, "nation", "change", "area", "development")).isCloseTo(.5, TIGHT);
    assertThat(value(shares, "pair", "2015", "area", "industry")).isCloseTo(.25, TIGHT);
    Object[] change = row(shares, "nation", "change", "area", "development");
    assertThat(text(shares, change, ContentRow.CI_STATUS)).isEqualTo("TOO_FEW_CLUSTERS");
    assertThat(change[ContentRow.CI_LOW.ordinal()]).isNull();
    // B gave nothing by use in 2016: 0 of 0 is no share, and a single pair has no interval.
    Object[] none = row(shares, "donor_province", "B", "after", "area", "industry");
    assertThat(text(shares, none, ContentRow.STATUS)).isEqualTo("ZERO_BASE");
    assertThat(none[ContentRow.VALUE.ordinal()]).isNull();
    Object[] early = row(shares, "nation", "before", "area", "industry");
    assertThat(text(shares, early, ContentRow.FLAGS)).isEqualTo("MISSING_YEARS=1");
  }

  /** Reference case of the statistical specification, section 9. */
  @Test
  void channelsHaveTheEntropyAndEvennessOfTheSpecification() {
    flow("A", "x", "fiscal", 2016, 60);
    flow("A", "x", "investment", 2016, 20);
    flow("A", "x", "consumption", 2016, 10);
    flow("A", "x", "donation", 2016, 10);
    Frame channels = content(EffectRatio.Absent.ZERO).channels();
    assertThat(value(channels, "nation", "after", "channel", "market")).isCloseTo(.3, TIGHT);
    assertThat(value(channels, "nation", "after", "channel", "entropy"))
        .isCloseTo(.8979457249, within(5.1e-11));
    assertThat(value(channels, "nation", "after", "channel", "evenness"))
        .isCloseTo(.8173454221, within(5.1e-11));
    // Without investment 60, 10 and 10 are left.
    assertThat(value(channels, "nation", "after", "channel_without_investment", "state"))
        .isCloseTo(.75, TIGHT);
  }

  @Test
  void oneChannelHasNoEvenness() {
    flow("A", "x", "fiscal", 2016, 60);
    ContentSources one =
        new ContentSources(
            "fiscal",
            new TreeMap<>(),
            List.of(),
            "",
            new TreeMap<>(Map.of("state", List.of("fiscal"))),
            List.of(),
            List.of());
    Frame channels =
        Content.of(pairYear(), MEASURES, one, params(EffectRatio.Absent.ZERO)).channels();
    Object[] evenness = row(channels, "nation", "after", "channel", "evenness");
    assertThat(text(channels, evenness, ContentRow.STATUS)).isEqualTo("SINGLE_GROUP");
    assertThat(evenness[ContentRow.VALUE.ordinal()]).isNull();
    assertThat(value(channels, "nation", "after", "channel", "entropy")).isZero();
  }

  @Test
  void ratiosAreOfTheYearsThatHaveBoth() {
    flow("A", "x", "fiscal", 2014, 1000);
    flow("A", "x", "fiscal", 2015, 200);
    flow("A", "x", "industry", 2015, 50);
    flow("A", "x", "investment", 2015, 600);
    flow("A", "x", "jobs", 2015, 7);
    Frame ratios = content(EffectRatio.Absent.ZERO).ratios();
    assertThat(value(ratios, "nation", "before", "industry_share", "all")).isCloseTo(.25, TIGHT);
    assertThat(value(ratios, "nation", "before", "leverage", "all")).isCloseTo(3, TIGHT);
    // 7 jobs for 200 yuan are 350 for 10,000.
    assertThat(value(ratios, "nation", "before", "output", "jobs")).isCloseTo(350, TIGHT);
    Object[] completion = row(ratios, "nation", "before", "completion", "all");
    assertThat(text(ratios, completion, ContentRow.STATUS)).isEqualTo("NO_DATA");
  }

  @Test
  void paidIsHeldAgainstAgreedAndNeverAddedToIt() {
    flow("A", "x", "fiscal", "E2W", "agreed", 2016, 200);
    flow("A", "x", "fiscal", "E2W", "arrived", 2016, 230);
    flow("A", "x", "fiscal", "E2W", "paid", 2016, 218);
    Frame ratios = content(EffectRatio.Absent.ZERO).ratios();
    Object[] completion = row(ratios, "nation", "after", "completion", "all");
    assertThat(completion[ContentRow.AMOUNT.ordinal()]).isEqualTo(218.0);
    assertThat(completion[ContentRow.TOTAL.ordinal()]).isEqualTo(200.0);
    assertThat((Double) completion[ContentRow.VALUE.ordinal()]).isCloseTo(1.09, TIGHT);
  }

  @Test
  void exchangeBothWaysIsARatioAndABalance() {
    flow("A", "x", "cadres", "E2W", "none", 2016, 10);
    flow("A", "x", "cadres", "W2E", "none", 2016, 25);
    flow("B", "x", "cadres", "W2E", "none", 2016, 5);
    Frame ratios = content(EffectRatio.Absent.ZERO).ratios();
    assertThat(value(ratios, "nation", "after", "reciprocity", "cadres")).isCloseTo(3, TIGHT);
    assertThat(value(ratios, "nation", "after", "balance", "cadres")).isCloseTo(1 / 3.0, TIGHT);
    Object[] oneWay = row(ratios, "donor_province", "B", "after", "reciprocity", "cadres");
    assertThat(text(ratios, oneWay, ContentRow.STATUS)).isEqualTo("ZERO_BASE");
    Object[] balance = row(ratios, "donor_province", "B", "after", "balance", "cadres");
    assertThat(balance[ContentRow.VALUE.ordinal()]).isEqualTo(0.0);
  }

  /** Where no record means missing, funds of a pair without investment are no base of leverage. */
  @Test
  void aMissingRecordIsNoZeroWhereTheStudySaysSo() {
    flow("A", "x", "fiscal", 2016, 100);
    flow("A", "x", "investment", 2016, 300);
    flow("B", "x", "fiscal", 2016, 100);
    assertThat(
            value(content(EffectRatio.Absent.ZERO).ratios(), "nation", "after", "leverage", "all"))
        .isCloseTo(1.5, TIGHT);
    assertThat(
            value(
                content(EffectRatio.Absent.MISSING).ratios(), "nation", "after", "leverage", "all"))
        .isCloseTo(3, TIGHT);
  }

  @Test
  void refundsLargerThanFundsLeaveNoShare() {
    flow("A", "x", "support", 2016, -10);
    flow("A", "x", "industry", 2016, 50);
    Frame shares = content(EffectRatio.Absent.ZERO).shares();
    Object[] support = row(shares, "nation", "after", "area", "support");
    assertThat(text(shares, support, ContentRow.STATUS)).isEqualTo("NEGATIVE_VALUE");
  }

  @Test
  void nothingRecordedIsSaidForTheNation() {
    Content.Result nothing = content(EffectRatio.Absent.ZERO);
    for (Frame frame : nothing.tables()) {
      assertThat(frame.size()).isPositive();
      for (Object[] row : frame.rows()) {
        assertThat(text(frame, row, ContentRow.LEVEL)).isEqualTo("nation");
        assertThat(text(frame, row, ContentRow.STATUS)).isEqualTo("NO_DATA");
      }
    }
  }

  /** Twelve pairs around shares of .3 and .6: the interval of the change holds .3, not 0. */
  @Test
  void aPlantedShiftIsRecoveredWithinItsInterval() {
    SplitMix64 random = new SplitMix64(11);
    for (int pair = 0; pair < 12; pair++) {
      for (int year = 2014; year <= 2017; year++) {
        double share = (year < 2016 ? .3 : .6) * (.8 + .4 * random.nextUniform());
        long amount = 100_000 + random.nextIndex(100_000);
        flow("D" + pair, "x", "industry", year, Math.round(share * amount));
        flow("D" + pair, "x", "support", year, amount - Math.round(share * amount));
      }
    }
    Frame shares = content(EffectRatio.Absent.ZERO).shares();
    Object[] change = row(shares, "nation", "change", "area", "development");
    double low = (Double) change[ContentRow.CI_LOW.ordinal()];
    double high = (Double) change[ContentRow.CI_HIGH.ordinal()];
    assertThat(low).isBetween(.2, .3);
    assertThat(high).isBetween(.3, .4);
    double error = (Double) change[ContentRow.STD_ERROR.ordinal()];
    // Bootstrap and jackknife tell the same spread, up to the skewness of twelve pairs.
    assertThat((high - low) / (2 * 1.96 * error)).isBetween(.75, 1.15);
  }

  @Test
  void rowsInAnotherOrderGiveTheSameBits() {
    SplitMix64 random = new SplitMix64(5);
    for (int i = 0; i < 300; i++) {
      String[] indicators = {"industry", "support", "fiscal", "investment", "donation"};
      flow("D" + i % 9, "R" + i % 4, indicators[i % 5], 2014 + i / 75, random.nextIndex(1_000_000));
    }
    Content.Result first = content(EffectRatio.Absent.ZERO);
    Collections.reverse(flows);
    Content.Result again = content(EffectRatio.Absent.ZERO);
    for (int t = 0; t < first.tables().size(); t++) {
      assertThat(DrawnPanel.bits(again.tables().get(t)))
          .isEqualTo(DrawnPanel.bits(first.tables().get(t)));
    }
  }

  private void flow(String donor, String recipient, String indicator, int year, long amount) {
    boolean money = MEASURES.get(indicator).kind() == Measure.Kind.MONEY;
    flow(donor, recipient, indicator, "E2W", money ? "paid" : "none", year, amount);
  }

  private void flow(
      String donor,
      String recipient,
      String indicator,
      String direction,
      String stage,
      int year,
      long amount) {
    long minor = amount * MEASURES.get(indicator).minorPerUnit();
    flows.add(
        new Object[] {
          donor, recipient, indicator, direction, "none", stage, year, "", "", null, minor, 1L
        });
  }

  private Frame pairYear() {
    Map<List<Object>, Object[]> summed = new LinkedHashMap<>();
    int amount = PairYearRow.AMOUNT.ordinal();
    for (Object[] flow : flows) {
      summed.merge(
          List.of(Arrays.copyOf(flow, 7)),
          flow.clone(),
          (a, b) -> {
            a[amount] = (Long) a[amount] + (Long) b[amount];
            return a;
          });
    }
    return Frame.of("pair_year", PairYearRow.values(), new ArrayList<>(summed.values()));
  }

  private Content.Result content(EffectRatio.Absent absent) {
    ContentSources sources =
        new ContentSources(
            "fiscal",
            new TreeMap<>(Map.of("industry", List.of("industry"), "support", List.of("support"))),
            List.of("industry"),
            "investment",
            new TreeMap<>(
                Map.of(
                    "state", List.of("fiscal"),
                    "market", List.of("investment", "consumption"),
                    "society", List.of("donation"))),
            List.of("cadres"),
            List.of("jobs"));
    return Content.of(pairYear(), MEASURES, sources, params(absent));
  }

  private static ContentParams params(EffectRatio.Absent absent) {
    return new ContentParams(
        Places.BY_CODE, new Years(2014, 2015), new Years(2016, 2017), absent, .95, 42);
  }

  private static double value(
      Frame frame, String level, String period, String measure, String part) {
    return (Double) row(frame, level, period, measure, part)[ContentRow.VALUE.ordinal()];
  }

  /** Of the first donor when the level has several. */
  private static Object[] row(
      Frame frame, String level, String period, String measure, String part) {
    return frame.rows().stream()
        .filter(row -> text(frame, row, ContentRow.LEVEL).equals(level))
        .filter(row -> text(frame, row, ContentRow.PERIOD).equals(period))
        .filter(row -> text(frame, row, ContentRow.MEASURE).equals(measure))
        .filter(row -> text(frame, row, ContentRow.PART).equals(part))
        .findFirst()
        .orElseThrow();
  }

  private static Object[] row(
      Frame frame, String level, String donor, String period, String measure, String part) {
    return row(
        frame.where(row -> text(frame, row, ContentRow.DONOR_CODE).equals(donor)),
        level,
        period,
        measure,
        part);
  }

  private static String text(Frame frame, Object[] row, ContentRow field) {
    return (String) row[frame.index(field)];
  }
}

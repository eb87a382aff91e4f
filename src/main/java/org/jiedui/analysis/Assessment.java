package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jiedui.reference.Indicator;
import org.jiedui.reference.ScoreValue;
import org.jiedui.reference.Scorecard;
import org.jiedui.stats.CompositeIndex;
import org.jiedui.stats.IndexMethod;
import org.jiedui.stats.MinMax;
import org.jiedui.stats.MissingPolicy;
import org.jiedui.stats.Polarity;
import org.jiedui.stats.Quantile;
import org.jiedui.stats.RankUncertainty;
import org.jiedui.table.Frame;
import org.jiedui.table.ScorecardRow;
import org.jiedui.table.Status;

/**
 * Scores, grades and ranks of pairs of provinces under the version of the assessment of each year.
 *
 * <p>Score = 100 Σ w z / Σ w over the indicators that are there, z on the declared goalposts; grade
 * by closed lower bounds of the score, which is not rounded before. Too little weight present:
 * INCOMPLETE_SCORECARD; a pair that is not in force in the year: NO_DONOR. Ranks are held against
 * other weights, normalisations and aggregations, see {@link RankUncertainty}.
 */
public final class Assessment {
  public static final String TABLE = "scorecard";
  public static final String ALL = "all";

  private final Params params;
  private final List<Object[]> rows = new ArrayList<>();

  private Assessment(Params params) {
    this.params = params;
  }

  /**
   * How scores are told.
   *
   * @param cards versions whose years do not overlap
   * @param inForce pairs of provinces of a year
   * @param draws other ways of making the score that ranks are held against
   */
  public record Params(
      List<Scorecard> cards,
      Places places,
      IntFunction<Set<Link>> inForce,
      int draws,
      double confidence,
      long seed) {}

  /** Table {@code scorecard}; values may come in any order. */
  public static Frame of(List<ScoreValue> values, Params params) {
    Assessment assessment = new Assessment(params);
    TreeMap<Integer, TreeMap<Link, TreeMap<String, Double>>> years = new TreeMap<>();
    for (ScoreValue v : values) {
      years
          .computeIfAbsent(v.year(), y -> new TreeMap<>())
          .computeIfAbsent(new Link(v.donor(), v.recipient()), l -> new TreeMap<>())
          .put(v.indicator(), v.value());
    }
    years.forEach(assessment::year);
    return Frame.of(TABLE, ScorecardRow.values(), assessment.rows);
  }

  private void year(int year, TreeMap<Link, TreeMap<String, Double>> values) {
    Scorecard card = params.cards().stream().filter(c -> c.holds(year)).findFirst().orElseThrow();
    Set<Link> inForce = params.inForce().apply(year);
    TreeSet<Link> links = new TreeSet<>(values.keySet());
    links.addAll(inForce);
    List<Link> ordered = List.copyOf(links);
    double[][] x =
        ordered.stream()
            .map(link -> row(card, inForce.contains(link) ? values.get(link) : null))
            .toArray(double[][]::new);
    Ranks ranks = new Ranks(card, x);
    for (int i = 0; i < x.length; i++) {
      Link link = ordered.get(i);
      Status absent = inForce.contains(link) ? Status.INCOMPLETE_SCORECARD : Status.NO_DONOR;
      add(year, link, card, ALL, x[i], absent, ranks.of(i));
      for (String dimension : card.dimensions().keySet()) {
        add(year, link, card, dimension, x[i], absent, Rank.NONE);
      }
    }
  }

  private static double[] row(Scorecard card, Map<String, Double> values) {
    return card.items().stream()
        .mapToDouble(
            item -> values == null ? Double.NaN : values.getOrDefault(item.id(), Double.NaN))
        .toArray();
  }

  private static MinMax scale(Scorecard.Item item) {
    boolean benefit = item.polarity() == Indicator.Polarity.BENEFIT;
    return new MinMax(item.low(), item.high(), benefit ? Polarity.BENEFIT : Polarity.COST);
  }

  /** Weights of the indicators of a dimension, 0 for the others. */
  private static double[] weights(Scorecard card, String dimension) {
    return card.items().stream()
        .mapToDouble(
            item -> dimension.equals(ALL) || item.dimension().equals(dimension) ? item.weight() : 0)
        .toArray();
  }

  private void add(
      int year, Link link, Scorecard card, String dimension, double[] x, Status absent, Rank rank) {
    double[] weights = weights(card, dimension);
    double[] z = new double[x.length];
    int outside = 0;
    int missing = 0;
    for (int j = 0; j < x.length; j++) {
      MinMax scale = scale(card.items().get(j));
      boolean there = !Double.isNaN(x[j]);
      z[j] = there ? scale.of(x[j]) : Double.NaN;
      outside += weights[j] > 0 && there && scale.outside(x[j]) ? 1 : 0;
      missing += weights[j] > 0 && !there ? 1 : 0;
    }
    Optional<CompositeIndex> index = CompositeIndex.of(z, weights, method(card));
    Double score = index.map(found -> 100 * found.value()).orElse(null);
    boolean graded = score != null && dimension.equals(ALL);
    var label = card.dimensions().get(dimension);
    rows.add(
        new Object[] {
          year,
          link.donor(),
          link.recipient(),
          dimension,
          card.version(),
          params.places().name(link.donor()),
          params.places().name(link.recipient()),
          label == null ? "合计" : label.zh(),
          label == null ? "Total" : label.en(),
          score,
          (score == null ? absent : Status.OK).name(),
          graded ? card.grade(score).label().zh() : "",
          graded ? card.grade(score).label().en() : "",
          rank.rank(),
          rank.low(),
          rank.high(),
          rank.of(),
          index.map(CompositeIndex::share).orElse(null),
          flags(outside, missing)
        });
  }

  private static IndexMethod method(Scorecard card) {
    return IndexMethod.arithmetic(MissingPolicy.available(card.minShare()));
  }

  private static String flags(int outside, int missing) {
    List<String> flags = new ArrayList<>();
    if (missing > 0) {
      flags.add(Status.MISSING_INDICATOR.name() + "=" + missing);
    }
    if (outside > 0) {
      flags.add(Status.OUT_OF_GOALPOSTS.name() + "=" + outside);
    }
    return String.join(";", flags);
  }

  /** A place among the pairs of a year, 1 the highest score. */
  private record Rank(Double rank, Double low, Double high, Integer of) {
    static final Rank NONE = new Rank(null, null, null, null);
  }

  /** Ranks of one year. */
  private final class Ranks {
    private final RankUncertainty ranks;

    Ranks(Scorecard card, double[][] x) {
      MinMax[] scales = card.items().stream().map(Assessment::scale).toArray(MinMax[]::new);
      double[] weights = weights(card, ALL);
      double sum = Arrays.stream(weights).sum();
      double[] shares = Arrays.stream(weights).map(w -> w / sum).toArray();
      this.ranks =
          RankUncertainty.of(x, scales, shares, method(card), params.seed(), params.draws());
    }

    Rank of(int unit) {
      double nominal = ranks.nominal()[unit];
      int placed = (int) Arrays.stream(ranks.nominal()).filter(r -> !Double.isNaN(r)).count();
      double[] drawn = Arrays.stream(ranks.of(unit)).map(r -> placed + 1 - r).toArray();
      if (Double.isNaN(nominal)) {
        return Rank.NONE;
      }
      boolean held = drawn.length > 0;
      double tail = (1 - params.confidence()) / 2;
      return new Rank(
          placed + 1 - nominal,
          held ? (Double) Quantile.of(drawn, tail) : null,
          held ? (Double) Quantile.of(drawn, 1 - tail) : null,
          placed);
    }
  }
}

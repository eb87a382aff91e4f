package org.jiedui.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jiedui.message.Text;
import org.jiedui.stats.IndexMethod;
import org.jiedui.stats.MissingPolicy;
import org.jiedui.stats.Polarity;

/**
 * How the development index and the gap are made.
 *
 * @param regions which regions are compared
 * @param baseYears years over which goalposts and entropy weights are pooled, where asked for
 * @param population id of the indicator that weighs counties within a prefecture
 * @param recipient codes that are compared and ranked; the others of their level are left out
 */
public record GapParams(
    List<Part> parts,
    Regions regions,
    Weighting weighting,
    MissingPolicy missing,
    Years baseYears,
    Years before,
    Years after,
    String population,
    Places places,
    Donors donors,
    Predicate<String> recipient,
    GapChoices choices) {

  /** First and last year, both included. */
  public record Years(int from, int to) {
    public boolean contains(int year) {
      return year >= from && year <= to;
    }

    public String word() {
      return from + "-" + to;
    }
  }

  /** Declared goalposts, in the indicator's unit. */
  public record Goalposts(double low, double high) {}

  /**
   * One indicator of the index.
   *
   * @param goalposts empty: the extremes over the base years
   * @param weight used with fixed weights; only proportions matter
   */
  public record Part(
      String id,
      Text label,
      Text unit,
      String dimension,
      Polarity polarity,
      Optional<Goalposts> goalposts,
      double weight) {}

  /** Which regions are compared, and where a prefecture's values come from. */
  public enum Regions {
    COUNTIES,
    /** Values reported for the prefecture itself. */
    PREFECTURES_AS_REPORTED,
    /** Means of the counties' values, weighted by population. */
    PREFECTURES_FROM_COUNTIES;

    public String level() {
      return this == COUNTIES ? Places.COUNTY : Places.PREFECTURE;
    }
  }

  /** Where weights come from. */
  public enum Weighting {
    EQUAL,
    FIXED,
    ENTROPY,
    CRITIC;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public GapParams {
    parts = List.copyOf(parts);
  }

  public GapParams with(GapChoices other) {
    return new GapParams(
        parts,
        regions,
        weighting,
        missing,
        baseYears,
        before,
        after,
        population,
        places,
        donors,
        recipient,
        other);
  }

  IndexMethod method() {
    return new IndexMethod(missing, choices.aggregation(), choices.floor());
  }
}

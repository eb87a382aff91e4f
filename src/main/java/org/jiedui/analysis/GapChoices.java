package org.jiedui.analysis;

import java.util.List;
import org.jiedui.analysis.GapParams.Years;
import org.jiedui.stats.Aggregation;
import org.jiedui.stats.OutlierTreatment;
import org.jiedui.table.EraName;

/**
 * What a study may decide about an index beyond indicators and weights, and how it is questioned.
 *
 * @param floor lower limit of values before a geometric or harmonic mean
 * @param treatment what is done to indicators with outliers
 * @param imputation what stands in for a missing value
 * @param draws ways of making the index that its ranks are held against; 0 leaves them out
 * @param eras of pairing, in order; gaps are told for each
 * @param coupled dimensions whose coupling is told; none: all of them
 */
public record GapChoices(
    Aggregation aggregation,
    double floor,
    OutlierTreatment.Kind treatment,
    Imputation imputation,
    int draws,
    long seed,
    List<Era> eras,
    List<String> coupled,
    double confidence) {

  /** An era of pairing, named by its first year. */
  public record Era(Years years) {
    public String word() {
      return EraName.of(years.from());
    }
  }

  public GapChoices {
    eras = List.copyOf(eras);
    coupled = List.copyOf(coupled);
  }

  /** Arithmetic mean, nothing treated, nothing drawn. */
  public static GapChoices plain() {
    return new GapChoices(
        Aggregation.ARITHMETIC,
        0,
        OutlierTreatment.Kind.NONE,
        Imputation.NONE,
        0,
        42,
        List.of(),
        List.of(),
        .95);
  }

  public GapChoices aggregated(Aggregation other, double lowest) {
    return new GapChoices(
        other, lowest, treatment, imputation, draws, seed, eras, coupled, confidence);
  }

  public GapChoices treated(OutlierTreatment.Kind kind) {
    return new GapChoices(
        aggregation, floor, kind, imputation, draws, seed, eras, coupled, confidence);
  }

  public GapChoices imputed(Imputation way) {
    return new GapChoices(
        aggregation, floor, treatment, way, draws, seed, eras, coupled, confidence);
  }

  public GapChoices drawn(int count, long from) {
    return new GapChoices(
        aggregation, floor, treatment, imputation, count, from, eras, coupled, confidence);
  }

  public GapChoices eras(List<Era> told) {
    return new GapChoices(
        aggregation, floor, treatment, imputation, draws, seed, told, coupled, confidence);
  }

  public GapChoices coupling(List<String> dimensions) {
    return new GapChoices(
        aggregation, floor, treatment, imputation, draws, seed, eras, dimensions, confidence);
  }

  public GapChoices at(double level) {
    return new GapChoices(
        aggregation, floor, treatment, imputation, draws, seed, eras, coupled, level);
  }
}

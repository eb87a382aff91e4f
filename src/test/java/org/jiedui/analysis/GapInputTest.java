package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiedui.analysis.DrawnIndex.M;
import static org.jiedui.analysis.DrawnIndex.params;
import static org.jiedui.analysis.DrawnIndex.policy;
import static org.jiedui.analysis.DrawnIndex.rows;

import java.util.List;
import org.jiedui.analysis.GapParams.Weighting;
import org.jiedui.stats.MissingPolicy;
import org.jiedui.table.Frame;
import org.jiedui.table.GapComponentRow;
import org.jiedui.table.GapDimensionRow;
import org.jiedui.table.GapIndexRow;
import org.jiedui.table.GapWeightRow;
import org.junit.jupiter.api.Test;

/** What an index makes of input that lacks something. */
class GapInputTest {
  @Test
  void constantAndEmptyIndicatorsWeighNothing() {
    double[][] x = {{1, 5, Double.NaN}, {2, 5, Double.NaN}, {3, 5, Double.NaN}, {4, 5, Double.NaN}};
    for (Weighting weighting : Weighting.values()) {
      GapIndex.Result result = GapIndex.of(rows(x, 2020), params(3, weighting));
      assertThat(result.weights().rows())
          .extracting(row -> row[result.weights().index(GapWeightRow.STATUS)])
          .containsExactly("OK", "CONSTANT", "NO_DATA");
      assertThat(result.weights().value(1, GapWeightRow.WEIGHT)).isEqualTo(0.0);
      assertThat(result.weights().value(2, GapWeightRow.WEIGHT)).isEqualTo(0.0);
      assertThat(result.weights().value(0, GapWeightRow.WEIGHT)).isEqualTo(1.0);
    }
  }

  @Test
  void valuesThatAreAllZeroGiveNoIndex() {
    GapIndex.Result result = GapIndex.of(rows(new double[4][2], 2020), params(2, Weighting.EQUAL));
    assertThat(result.index().rows())
        .extracting(row -> row[result.index().index(GapIndexRow.STATUS)])
        .containsOnly("MISSING_INDICATOR");
  }

  @Test
  void aYearWithoutDataIsNoRowAndChangesNothingElse() {
    List<RegionValue> values = rows(M, 2015);
    values.addAll(rows(M, 2018));
    Frame index = GapIndex.of(values, params(4, Weighting.EQUAL)).index();
    assertThat(index.rows()).extracting(row -> row[1]).containsOnly(2015, 2018);
  }

  @Test
  void missingCellsFollowThePolicy() {
    double[][] x = {{1, Double.NaN}, {2, 20}, {3, 30}, {4, 40}};
    Frame available = GapIndex.of(rows(x, 2020), policy(MissingPolicy.available(.5))).index();
    Frame refused = GapIndex.of(rows(x, 2020), policy(MissingPolicy.refuse())).index();
    assertThat(available.text(0, GapIndexRow.STATUS)).isEqualTo("OK");
    assertThat(available.text(0, GapIndexRow.FLAGS)).isEqualTo("MISSING_INDICATOR");
    assertThat(refused.text(0, GapIndexRow.STATUS)).isEqualTo("MISSING_INDICATOR");
    assertThat(refused.value(0, GapIndexRow.TOPSIS)).isNull();
    Frame dimensions = GapIndex.of(rows(x, 2020), policy(MissingPolicy.refuse())).dimension();
    assertThat(dimensions.text(1, GapDimensionRow.STATUS)).isEqualTo("MISSING_INDICATOR");
  }

  @Test
  void aMissingCellIsFilledOnlyAsDeclaredAndSaysSo() {
    List<RegionValue> values = rows(new double[][] {{1, 10}, {2, 20}, {3, 60}}, 2016);
    values.addAll(rows(new double[][] {{1, Double.NaN}, {2, 24}, {3, 60}}, 2018));
    values.addAll(rows(new double[][] {{1, 50}, {2, 20}, {Double.NaN, 60}}, 2020));
    // 10 in 2016 and 50 in 2020 make 30 in 2018; the median of (24, 60) is 42.
    assertThat(filled(values, Imputation.INTERPOLATE, "700001", 2018))
        .isEqualTo("30.0 IMPUTED 0.0");
    assertThat(filled(values, Imputation.MEDIAN, "700001", 2018)).isEqualTo("42.0 IMPUTED 0.0");
    assertThat(filled(values, Imputation.NONE, "700001", 2018)).isEqualTo("null  0.0");
    assertThat(filled(values, Imputation.INTERPOLATE, "700001", 2020)).isEqualTo("50.0  1.0");

    // Nothing is carried beyond the last year that has a value.
    Frame last =
        GapIndex.of(values, imputing(Imputation.INTERPOLATE))
            .index()
            .where(row -> row[0].equals("700003") && row[1].equals(2020));
    assertThat(last.text(0, GapIndexRow.STATUS)).isEqualTo("MISSING_INDICATOR");
    Frame full = GapIndex.of(values, imputing(Imputation.MEDIAN)).index();
    assertThat(full.rows()).allMatch(row -> row[GapIndexRow.STATUS.ordinal()].equals("OK"));
    assertThat(full.where(row -> row[GapIndexRow.FLAGS.ordinal()].equals("IMPUTED")).size())
        .isEqualTo(2);
  }

  private static GapParams imputing(Imputation way) {
    return policy(MissingPolicy.refuse()).with(GapChoices.plain().imputed(way));
  }

  /** Value, flags and coverage of the second indicator. */
  private static String filled(List<RegionValue> values, Imputation way, String unit, int year) {
    Frame cell =
        GapIndex.of(values, imputing(way))
            .component()
            .where(row -> row[0].equals(unit) && row[1].equals(year) && row[2].equals("x1"));
    return cell.value(0, GapComponentRow.VALUE)
        + " "
        + cell.text(0, GapComponentRow.FLAGS)
        + " "
        + cell.value(0, GapComponentRow.COVERAGE);
  }
}

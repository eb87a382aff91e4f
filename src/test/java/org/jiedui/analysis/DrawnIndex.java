package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiedui.analysis.GapParams.Goalposts;
import org.jiedui.analysis.GapParams.Part;
import org.jiedui.analysis.GapParams.Regions;
import org.jiedui.analysis.GapParams.Weighting;
import org.jiedui.analysis.GapParams.Years;
import org.jiedui.message.Text;
import org.jiedui.stats.MissingPolicy;
import org.jiedui.stats.Polarity;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;

/** An index of drawn regions: {@code x0}, {@code x1} … of regions 700001, 700002 …. */
final class DrawnIndex {
  /** Matrix M of the statistical specification, section 4.1. */
  static final double[][] M = {
    {85, .92, 1200, 4.5},
    {78, .85, 1100, 4.2},
    {92, .95, 1300, 4.8},
    {88, .88, 1250, 4.6},
    {76, .82, 1050, 4.0}
  };

  private DrawnIndex() {}

  /** Region 700001 has the first row, indicators are x0, x1 …; NaN is left out. */
  static List<RegionValue> rows(double[][] x, int year) {
    List<RegionValue> values = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[i].length; j++) {
        if (!Double.isNaN(x[i][j])) {
          values.add(new RegionValue("7%05d".formatted(i + 1), year, "x" + j, x[i][j]));
        }
      }
    }
    return values;
  }

  static GapParams params(int indicators, Weighting weighting) {
    return params(indicators, weighting, MissingPolicy.available(.3), Optional.empty());
  }

  static GapParams policy(MissingPolicy policy) {
    return params(2, Weighting.EQUAL, policy, Optional.empty());
  }

  static GapParams onUnit(int indicators) {
    return params(
        indicators, Weighting.EQUAL, MissingPolicy.available(.3), Optional.of(new Goalposts(0, 1)));
  }

  static GapParams params(
      int indicators, Weighting weighting, MissingPolicy policy, Optional<Goalposts> goalposts) {
    return new GapParams(
        IntStream.range(0, indicators)
            .mapToObj(
                j ->
                    new Part(
                        "x" + j,
                        Text.same("x" + j),
                        Text.same("1"),
                        "d" + j,
                        Polarity.BENEFIT,
                        goalposts,
                        1))
            .toList(),
        Regions.COUNTIES,
        weighting,
        policy,
        new Years(1996, 2020),
        new Years(1996, 2015),
        new Years(2016, 2020),
        "population",
        Places.unnamed(Places.COUNTY),
        Donors.none(),
        code -> !code.startsWith("99"),
        GapChoices.plain());
  }

  static GapParams paired(GapParams p, Donors donors) {
    return new GapParams(
        p.parts(),
        p.regions(),
        p.weighting(),
        p.missing(),
        p.baseYears(),
        p.before(),
        p.after(),
        p.population(),
        p.places(),
        donors,
        p.recipient(),
        p.choices());
  }

  static double[] column(Frame frame, Field field) {
    return frame.rows().stream()
        .map(row -> (Double) row[frame.index(field)])
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  static double sum(Frame frame, Field field) {
    return Arrays.stream(column(frame, field)).sum();
  }
}

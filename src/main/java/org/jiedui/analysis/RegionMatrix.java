package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jiedui.message.Text;
import org.jiedui.stats.Standardise;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.GapComponentRow;
import org.jiedui.table.GapIndexRow;
import org.jiedui.table.GapWeightRow;

/**
 * Regions by variables, ready to be clustered: what people read and what is compared.
 *
 * @param codes in code order
 * @param shown values in the variables' own units, NaN where missing
 * @param compared values as they are clustered: for an index on its goalposts
 */
public record RegionMatrix(
    List<String> codes,
    List<String> names,
    List<Variable> variables,
    double[][] shown,
    double[][] compared) {

  /** A column. The first one orders the clusters. */
  public record Variable(String id, Text label, Text unit) {
    static Variable gap() {
      return new Variable(GAP, Text.of("发展差距", "Development gap"), Text.same("1"));
    }

    /** An indicator of which only the name is known. */
    static Variable of(String id) {
      return new Variable(id, Text.same(id), Text.NONE);
    }
  }

  public static final String GAP = "gap";

  /** Gap and components of the recipients in one year. */
  public static RegionMatrix of(GapIndex.Result gap, int year) {
    return of(gap.index(), gap.component(), gap.weights(), year);
  }

  /** The same from the published tables. */
  public static RegionMatrix of(Frame index, Frame component, Frame weights, int year) {
    List<Variable> variables = variables(weights);
    Map<String, String> names = new TreeMap<>();
    Map<String, double[]> shown = new TreeMap<>();
    Map<String, double[]> compared = new TreeMap<>();
    for (int row = 0; row < index.size(); row++) {
      boolean recipient = GapIndexRow.RECIPIENT.equals(index.text(row, GapIndexRow.ROLE));
      if (recipient && index.value(row, GapIndexRow.YEAR).equals(year)) {
        String code = index.text(row, GapIndexRow.UNIT_CODE);
        names.put(code, index.text(row, GapIndexRow.UNIT_NAME));
        double value = number(index.value(row, GapIndexRow.GAP));
        shown.put(code, first(value, variables.size()));
        compared.put(code, first(value, variables.size()));
      }
    }
    fill(component, year, variables, shown, compared);
    return new RegionMatrix(
        List.copyOf(names.keySet()),
        List.copyOf(names.values()),
        variables,
        shown.values().toArray(double[][]::new),
        compared.values().toArray(double[][]::new));
  }

  /** Every year of an index, in order. */
  static SortedMap<Integer, RegionMatrix> byYear(GapIndex.Result gap) {
    Map<Integer, Frame> components = byYear(gap.component(), GapComponentRow.YEAR);
    SortedMap<Integer, RegionMatrix> matrices = new TreeMap<>();
    byYear(gap.index(), GapIndexRow.YEAR)
        .forEach(
            (year, index) ->
                matrices.put(year, of(index, components.get(year), gap.weights(), year)));
    return matrices;
  }

  private static Map<Integer, Frame> byYear(Frame frame, Field year) {
    int column = frame.index(year);
    Map<Integer, List<Object[]>> rows = new TreeMap<>();
    frame
        .rows()
        .forEach(
            row -> rows.computeIfAbsent((Integer) row[column], y -> new ArrayList<>()).add(row));
    Map<Integer, Frame> frames = new TreeMap<>();
    rows.forEach((y, of) -> frames.put(y, Frame.view(frame.table(), frame.fields(), of)));
    return frames;
  }

  /** Means of each region over the years in which it has everything. */
  static RegionMatrix mean(Collection<RegionMatrix> years, List<Variable> variables) {
    Map<String, String> names = new TreeMap<>();
    Map<String, List<double[]>> shown = new TreeMap<>();
    Map<String, List<double[]>> compared = new TreeMap<>();
    for (RegionMatrix year : years) {
      for (int i = 0; i < year.codes.size(); i++) {
        if (year.isComplete(i)) {
          String code = year.codes.get(i);
          names.put(code, year.names.get(i));
          shown.computeIfAbsent(code, c -> new ArrayList<>()).add(year.shown[i]);
          compared.computeIfAbsent(code, c -> new ArrayList<>()).add(year.compared[i]);
        }
      }
    }
    return new RegionMatrix(
        List.copyOf(names.keySet()),
        List.copyOf(names.values()),
        variables,
        shown.values().stream().map(RegionMatrix::means).toArray(double[][]::new),
        compared.values().stream().map(RegionMatrix::means).toArray(double[][]::new));
  }

  private static double[] means(List<double[]> rows) {
    return Standardise.of(rows.toArray(double[][]::new)).mean();
  }

  static List<Variable> variables(Frame weights) {
    List<Variable> variables = new ArrayList<>();
    variables.add(Variable.gap());
    for (int row = 0; row < weights.size(); row++) {
      variables.add(
          new Variable(
              weights.text(row, GapWeightRow.INDICATOR),
              Text.of(
                  weights.text(row, GapWeightRow.LABEL_ZH),
                  weights.text(row, GapWeightRow.LABEL_EN)),
              Text.of(
                  weights.text(row, GapWeightRow.UNIT_ZH),
                  weights.text(row, GapWeightRow.UNIT_EN))));
    }
    return variables;
  }

  private static void fill(
      Frame component,
      int year,
      List<Variable> variables,
      Map<String, double[]> shown,
      Map<String, double[]> compared) {
    List<String> ids = variables.stream().map(Variable::id).toList();
    for (int row = 0; row < component.size(); row++) {
      double[] values = shown.get(component.text(row, GapComponentRow.UNIT_CODE));
      if (values != null && component.value(row, GapComponentRow.YEAR).equals(year)) {
        int column = ids.indexOf(component.text(row, GapComponentRow.INDICATOR));
        values[column] = number(component.value(row, GapComponentRow.VALUE));
        Object normalised = component.value(row, GapComponentRow.NORMALISED);
        // A value without a normalised one belongs to a constant indicator.
        compared.get(component.text(row, GapComponentRow.UNIT_CODE))[column] =
            normalised == null && !Double.isNaN(values[column]) ? 0 : number(normalised);
      }
    }
  }

  private static double[] first(double value, int length) {
    double[] row = new double[length];
    Arrays.fill(row, Double.NaN);
    row[0] = value;
    return row;
  }

  private static double number(Object value) {
    return value == null ? Double.NaN : (Double) value;
  }

  boolean hasComplete() {
    return IntStream.range(0, codes.size()).anyMatch(this::isComplete);
  }

  boolean isComplete(int row) {
    return Arrays.stream(compared[row]).noneMatch(Double::isNaN)
        && Arrays.stream(shown[row]).noneMatch(Double::isNaN);
  }

  /** Only these rows, in this order. */
  RegionMatrix rows(int[] which) {
    return new RegionMatrix(
        Arrays.stream(which).mapToObj(codes::get).toList(),
        Arrays.stream(which).mapToObj(names::get).toList(),
        variables,
        Arrays.stream(which).mapToObj(i -> shown[i]).toArray(double[][]::new),
        Arrays.stream(which).mapToObj(i -> compared[i]).toArray(double[][]::new));
  }

  double[] shownColumn(int j) {
    return Arrays.stream(shown).mapToDouble(row -> row[j]).toArray();
  }
}

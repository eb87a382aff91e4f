package org.jiedui.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jiedui.analysis.PanelDesign;
import org.jiedui.ingest.file.NamedColumns;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * Reads the columns that a design needs; rows without one of its values are left out and counted.
 */
final class EstimatePanel {
  private final PanelDesign design;
  private final String unit;
  private final String time;
  private final String value;
  private final Optional<String> firstTreated;
  private final Optional<String> weight;
  private final Optional<String> offset;

  EstimatePanel(
      PanelDesign design,
      String unit,
      String time,
      String value,
      String firstTreated,
      String weight,
      String offset) {
    this.design = design;
    this.unit = unit;
    this.time = time;
    this.value = value;
    this.firstTreated = Optional.ofNullable(firstTreated);
    this.weight = Optional.ofNullable(weight);
    this.offset = Optional.ofNullable(offset);
  }

  PanelDesign.Rows read(Path file) {
    List<String> wanted = new ArrayList<>(List.of(unit, time, value));
    Stream.of(firstTreated, weight, offset).forEach(column -> column.ifPresent(wanted::add));
    wanted.addAll(numbers());
    wanted.addAll(labels());
    NamedColumns columns = NamedColumns.read(file, wanted);
    int[] times = new int[columns.size()];
    int[] first = new int[columns.size()];
    List<Integer> kept = new ArrayList<>();
    for (int row = 0; row < columns.size(); row++) {
      times[row] = columns.whole(row, time);
      first[row] = firstTreated.isPresent() ? first(columns, row) : 0;
      if (isComplete(columns, row)) {
        kept.add(row);
      }
    }
    columns.refuseProblems();
    refuseWeights(columns, kept);
    kept.sort(
        Comparator.comparing((Integer row) -> columns.text(row, unit))
            .thenComparing(row -> times[row]));
    return rows(columns, kept, times, first);
  }

  private PanelDesign.Rows rows(
      NamedColumns columns, List<Integer> kept, int[] times, int[] first) {
    Map<String, double[]> numbers = new TreeMap<>();
    numbers().forEach(name -> numbers.put(name, column(kept, row -> number(columns, row, name))));
    Map<String, List<String>> labels = new TreeMap<>();
    labels().forEach(name -> labels.put(name, texts(columns, kept, name)));
    return new PanelDesign.Rows(
        texts(columns, kept, unit),
        kept.stream().mapToInt(row -> times[row]).toArray(),
        column(kept, row -> number(columns, row, value)),
        kept.stream().mapToInt(row -> first[row]).toArray(),
        weight.map(name -> column(kept, row -> number(columns, row, name))).orElse(null),
        offset.map(name -> column(kept, row -> number(columns, row, name))).orElse(null),
        numbers,
        labels,
        columns.size() - kept.size());
  }

  private List<String> numbers() {
    List<String> names = new ArrayList<>(design.controls());
    design.treatment().ifPresent(names::add);
    return names;
  }

  private List<String> labels() {
    return Stream.concat(design.clusters().stream(), design.effects().orElse(List.of()).stream())
        .filter(name -> !name.equals(PanelDesign.UNIT) && !name.equals(PanelDesign.TIME))
        .distinct()
        .toList();
  }

  /** Empty, 0 and marks of missing values mean never. */
  private int first(NamedColumns columns, int row) {
    return columns.text(row, firstTreated.orElseThrow()).matches("|0|-|—|NA|N/A|无|…|[iI]nf|never")
        ? 0
        : columns.whole(row, firstTreated.orElseThrow());
  }

  private boolean isComplete(NamedColumns columns, int row) {
    boolean complete = columns.number(row, value).isPresent();
    for (String name : numbers()) {
      complete &= columns.number(row, name).isPresent();
    }
    complete &= weight.isEmpty() || columns.number(row, weight.get()).isPresent();
    return complete && (offset.isEmpty() || columns.number(row, offset.get()).isPresent());
  }

  private void refuseWeights(NamedColumns columns, List<Integer> kept) {
    if (weight.isPresent()
        && kept.stream().anyMatch(row -> !(number(columns, row, weight.get()) > 0))) {
      throw new InputException(
          ExitCode.INPUT,
          Problem.error(
                  "NUM_RANGE",
                  Text.of(
                      "权重列 " + weight.get() + " 含零或负值",
                      "weights of column " + weight.get() + " are not all above 0"))
              .fix("先去掉这些行", "take these rows out first"));
    }
  }

  private static double number(NamedColumns columns, int row, String name) {
    return columns.number(row, name).orElseThrow();
  }

  private static double[] column(List<Integer> kept, ToDoubleFunction<Integer> of) {
    return kept.stream().mapToDouble(of).toArray();
  }

  private static List<String> texts(NamedColumns columns, List<Integer> kept, String name) {
    return kept.stream().map(row -> columns.text(row, name)).toList();
  }
}

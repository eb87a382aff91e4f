package org.jiedui.report;

import static org.jiedui.table.EffectRatioRow.AFTER;
import static org.jiedui.table.EffectRatioRow.BEFORE;
import static org.jiedui.table.EffectRatioRow.CONVENTION;
import static org.jiedui.table.EffectRatioRow.DIRECTION;
import static org.jiedui.table.EffectRatioRow.FORM;
import static org.jiedui.table.EffectRatioRow.INDICATOR;
import static org.jiedui.table.EffectRatioRow.LEVEL;
import static org.jiedui.table.EffectRatioRow.RATIO;
import static org.jiedui.table.EffectRatioRow.RATIO_STATUS;
import static org.jiedui.table.EffectRatioRow.STATUS;
import static org.jiedui.table.EffectRatioRow.UNIT_CODE;
import static org.jiedui.table.EffectRatioRow.UNIT_NAME;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;

/** Says of how many counties a multiple is not defined because nothing came before. */
public final class UndefinedRatios {
  private static final String ZERO_BASE = "ZERO_BASE";

  private final Frame effects;
  private final Map<String, Line> lines = new TreeMap<>();
  private final Set<String> undefined = new TreeSet<>();
  private final Set<String> counties = new TreeSet<>();

  private UndefinedRatios(Frame effects) {
    this.effects = effects;
  }

  /** The counties of one indicator, direction, form and stage. */
  private static final class Line {
    private int zero;
    private int all;
    private double sum;
    private int defined;
    private Double pooled;
    private String example = "";
  }

  /** Empty when every multiple is defined. Reads multiples of totals only. */
  public static Optional<Problem> note(Frame effects) {
    return new UndefinedRatios(effects).note();
  }

  private Optional<Problem> note() {
    for (int row = 0; row < effects.size(); row++) {
      if (effects.text(row, CONVENTION).equals("total")) {
        read(row);
      }
    }
    if (undefined.isEmpty()) {
      return Optional.empty();
    }
    List<String> shown = new ArrayList<>();
    lines.forEach((name, line) -> show(name, line, shown));
    String of = undefined.size() + " / " + counties.size();
    return Optional.of(
        Problem.note(
                ZERO_BASE,
                Text.of(
                    undefined.size() + " 个县前期为零,前后倍数无定义",
                    "multiple not defined for "
                        + counties(undefined.size())
                        + ": nothing came before"))
            .at("effect_ratio")
            .showing(shown.toArray(String[]::new))
            .expected(
                "表中倍数留空,ratio_status = ZERO_BASE,差额照列",
                "in the tables the ratio is empty, ratio_status = ZERO_BASE, the difference is given")
            .because(
                "平均倍数(mean)不含这些县(" + of + ");总量倍数(pooled)含",
                "these counties ("
                    + of
                    + ") are outside the mean multiple; the pooled one holds them"));
  }

  private static String counties(int n) {
    return n == 1 ? "1 county" : n + " counties";
  }

  private void read(int row) {
    String name =
        String.join(
            " ", text(row, INDICATOR), text(row, DIRECTION), text(row, FORM), text(row, STATUS));
    Line line = lines.computeIfAbsent(name, n -> new Line());
    Double ratio = (Double) effects.value(row, RATIO);
    if (text(row, LEVEL).equals("nation")) {
      line.pooled = ratio;
    } else if (text(row, LEVEL).equals("county")) {
      line.all++;
      counties.add(text(row, UNIT_CODE));
      line.defined += ratio == null ? 0 : 1;
      line.sum += ratio == null ? 0 : ratio;
      if (ZERO_BASE.equals(text(row, RATIO_STATUS))) {
        line.zero++;
        undefined.add(text(row, UNIT_CODE));
        line.example = line.example.isEmpty() ? example(row) : line.example;
      }
    }
  }

  private String text(int row, EffectRatioRow field) {
    return effects.text(row, field);
  }

  private String example(int row) {
    return "%s %s: %s → %s"
        .formatted(
            text(row, UNIT_CODE),
            text(row, UNIT_NAME),
            number((Double) effects.value(row, BEFORE)),
            number((Double) effects.value(row, AFTER)));
  }

  private static void show(String name, Line line, List<String> shown) {
    if (line.zero > 0) {
      Double mean = line.defined == 0 ? null : line.sum / line.defined;
      shown.add(
          "%s | %d / %d | mean %s | pooled %s | %s"
              .formatted(
                  name, line.zero, line.all, number(mean), number(line.pooled), line.example));
    }
  }

  private static String number(Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%,.2f", value);
  }
}

package org.jiedui.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jiedui.message.Text;

/**
 * What is given: one indicator in one direction, form and stage of funds. All tables of effects
 * name their flows by the same four columns.
 */
public record Flow(String indicator, String direction, String form, String status) {
  private static final Map<String, Text> WORDS =
      Map.of(
          "E2W",
          Text.of("东→西", "east to west"),
          "W2E",
          Text.of("西→东", "west to east"),
          EffectRatioRow.BOTH,
          Text.of("双向", "both ways"),
          "cash",
          Text.of("现金", "cash"),
          "kind",
          Text.of("实物", "in kind"),
          "agreed",
          Text.of("协议", "agreed"),
          "arrived",
          Text.of("到位", "arrived"),
          "spent",
          Text.of("支出", "spent"));

  /** The flow of a row. */
  public static Flow of(Frame frame, int row) {
    return new Flow(
        frame.text(row, EffectRatioRow.INDICATOR),
        frame.text(row, EffectRatioRow.DIRECTION),
        frame.text(row, EffectRatioRow.FORM),
        frame.text(row, EffectRatioRow.STATUS));
  }

  /**
   * The flows that are sums of all others of their indicator: both directions where there are
   * several, all forms where there are several. In the order of the table.
   */
  public static List<Flow> whole(Frame frame) {
    Map<String, Set<Flow>> found = new LinkedHashMap<>();
    for (int row = 0; row < frame.size(); row++) {
      Flow flow = of(frame, row);
      found.computeIfAbsent(flow.indicator, id -> new LinkedHashSet<>()).add(flow);
    }
    List<Flow> whole = new ArrayList<>();
    found
        .values()
        .forEach(flows -> flows.stream().filter(f -> f.isWhole(flows)).forEach(whole::add));
    return whole;
  }

  private boolean isWhole(Set<Flow> flows) {
    Set<String> directions = new TreeSet<>();
    Set<String> forms = new TreeSet<>();
    flows.forEach(flow -> directions.add(flow.direction));
    flows.forEach(flow -> forms.add(flow.form));
    return (directions.size() == 1 || direction.equals(EffectRatioRow.BOTH))
        && (forms.size() == 1 || form.equals(EffectRatioRow.ALL));
  }

  /** Whether the other flow is part of this one, or this one itself. */
  public boolean holds(Flow other) {
    return indicator.equals(other.indicator)
        && status.equals(other.status)
        && (direction.equals(EffectRatioRow.BOTH) || direction.equals(other.direction))
        && (form.equals(EffectRatioRow.ALL) || form.equals(other.form));
  }

  /** The name of its indicator with direction, form and stage; what is usual is not said. */
  public Text named(Text label) {
    List<Text> more =
        Stream.of(direction, form, status).map(WORDS::get).filter(word -> word != null).toList();
    String zh = String.join("、", more.stream().map(Text::zh).toList());
    String en = String.join(", ", more.stream().map(Text::en).toList());
    return more.isEmpty()
        ? label
        : Text.of(label.zh() + "(" + zh + ")", label.en() + " (" + en + ")");
  }
}

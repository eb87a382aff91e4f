package org.jiedui.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jiedui.message.Text;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Flow;
import org.jiedui.table.Frame;

/** Rows of the nation's whole flows, sorted out by what else tells them apart. */
final class Flows {
  private final Frame frame;
  private final Map<String, Text> labels;
  private final List<Flow> whole;

  /**
   * @param labels of the indicators, by id
   */
  Flows(Frame frame, Map<String, Text> labels) {
    this.frame = frame;
    this.labels = labels;
    this.whole = Flow.whole(frame);
  }

  List<Flow> whole() {
    return whole;
  }

  Text name(Flow flow) {
    return flow.named(labels.getOrDefault(flow.indicator(), Text.same(flow.indicator())));
  }

  /** Row numbers of each flow by a key, in the order of the table. */
  <K> Map<Flow, Map<K, Integer>> by(Function<Integer, K> key, IntPredicate wanted) {
    Map<Flow, Map<K, Integer>> rows = new LinkedHashMap<>();
    whole.forEach(flow -> rows.put(flow, new LinkedHashMap<>()));
    for (int row = 0; row < frame.size(); row++) {
      Map<K, Integer> of = rows.get(Flow.of(frame, row));
      if (of != null && wanted.test(row)) {
        of.put(key.apply(row), row);
      }
    }
    return rows;
  }

  /** Every row of the nation, in a table that has other levels too. */
  IntPredicate nation() {
    return row -> frame.text(row, EffectRatioRow.LEVEL).equals("nation");
  }
}

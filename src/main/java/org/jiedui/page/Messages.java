package org.jiedui.page;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jiedui.export.page.Block;
import org.jiedui.figure.Published;
import org.jiedui.message.Text;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.GapIndexRow;
import org.jiedui.table.Status;

/** Every status and flag of the tables with what it means and how often it stands. */
final class Messages {
  private final TreeMap<Status, Integer> counts = new TreeMap<>();

  Messages(Published published) {
    if (published.has("effect_ratio")) {
      Frame effects = published.read("effect_ratio");
      count(effects, EffectRatioRow.RATIO_STATUS);
      count(effects, EffectRatioRow.CI_STATUS);
      count(effects, EffectRatioRow.FLAGS);
    }
    if (published.has("gap_index")) {
      Frame index = published.read("gap_index");
      count(index, GapIndexRow.STATUS);
      count(index, GapIndexRow.DONOR_STATUS);
      count(index, GapIndexRow.FLAGS);
    }
  }

  List<Block> blocks() {
    List<Text> sentences = new ArrayList<>();
    counts.forEach(
        (status, n) ->
            sentences.add(
                Text.of(
                    status + "：" + status.meaning().zh() + "（" + n + " 处）。",
                    status + ": " + status.meaning().en() + " (" + n + " times).")));
    return sentences.isEmpty()
        ? List.of(new Block.Paragraph(Text.of("没有需要说明的状态。", "Nothing needs a word.")))
        : List.of(new Block.Items(sentences));
  }

  private void count(Frame frame, Field field) {
    for (int i = 0; i < frame.size(); i++) {
      String codes = frame.text(i, field);
      for (String code : codes == null ? new String[0] : codes.split(";")) {
        Status.of(code)
            .filter(status -> status != Status.OK)
            .ifPresent(status -> counts.merge(status, 1, Integer::sum));
      }
    }
  }
}

package org.jiedui.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jiedui.message.Text;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.IndicatorRow;

/**
 * What a methods section is written from: the settings that were in force and the tables they made.
 */
record Made(Settings settings, Set<String> tables, Function<String, Frame> reading) {
  boolean has(String table) {
    return tables.contains(table);
  }

  Frame read(String table) {
    return reading.apply(table);
  }

  /** Words of a column, each once, sorted. */
  Set<String> distinct(String table, Field field) {
    Frame frame = read(table);
    Set<String> values = new TreeSet<>();
    for (int i = 0; i < frame.size(); i++) {
      if (frame.value(i, field) != null) {
        values.add(String.valueOf(frame.value(i, field)));
      }
    }
    return values;
  }

  /** Names of indicators by their ids, joined; ids where the version has no names. */
  Text names(List<String> ids) {
    Map<String, Text> known = new LinkedHashMap<>();
    if (has("indicator")) {
      Frame frame = read("indicator");
      for (int i = 0; i < frame.size(); i++) {
        known.put(
            frame.text(i, IndicatorRow.INDICATOR),
            Text.of(frame.text(i, IndicatorRow.LABEL_ZH), frame.text(i, IndicatorRow.LABEL_EN)));
      }
    }
    List<Text> names = ids.stream().map(id -> known.getOrDefault(id, Text.same(id))).toList();
    return Text.of(
        String.join("、", names.stream().map(Text::zh).toList()),
        String.join(", ", names.stream().map(name -> inside(name.en())).toList()));
  }

  /** A label inside a sentence: a small letter first, but for an abbreviation. */
  private static String inside(String label) {
    boolean word = label.length() > 1 && Character.isLowerCase(label.charAt(1));
    return word ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1) : label;
  }
}

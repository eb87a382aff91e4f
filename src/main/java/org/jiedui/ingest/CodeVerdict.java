package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jiedui.ingest.file.Reason;
import org.jiedui.publish.Json;

/**
 * What the codes of one year's records say, before any duplicate is looked for.
 *
 * @param flags rows by warning
 * @param failing rows whose codes fail, by the part of a landing that holds them and the reason
 * @param codes the codes that fail
 * @param divided codes of a divided unit, each with its vintage
 */
record CodeVerdict(
    Map<Reason, Long> flags,
    Map<String, Map<Reason, Long>> failing,
    BitSet codes,
    Set<Divided> divided) {
  /** A code that is several units of the base year. */
  record Divided(int code, int vintage) {}

  /** That of a year without records. */
  static CodeVerdict empty() {
    return new CodeVerdict(
        new EnumMap<>(Reason.class), new TreeMap<>(), new BitSet(), new LinkedHashSet<>());
  }

  /** Rows of a part that fail. */
  void fail(String part, Reason reason, long rows) {
    failing.computeIfAbsent(part, p -> new EnumMap<>(Reason.class)).merge(reason, rows, Long::sum);
  }

  String json() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("flags", tree(flags));
    Map<String, Object> parts = new LinkedHashMap<>();
    failing.forEach((part, rows) -> parts.put(part, tree(rows)));
    tree.put("failing", parts);
    tree.put("codes", codes.stream().boxed().toList());
    tree.put("divided", divided.stream().map(d -> List.of(d.code(), d.vintage())).toList());
    return Json.pretty(tree);
  }

  private static Map<String, Object> tree(Map<Reason, Long> rows) {
    Map<String, Object> tree = new LinkedHashMap<>();
    rows.forEach((reason, n) -> tree.put(reason.name(), n));
    return tree;
  }

  static CodeVerdict read(Path file) {
    try {
      Map<String, Object> tree = Json.object(Files.readString(file));
      Map<String, Map<Reason, Long>> failing = new TreeMap<>();
      ((Map<?, ?>) tree.get("failing"))
          .forEach((part, rows) -> failing.put((String) part, rows(rows)));
      BitSet codes = new BitSet();
      ((List<?>) tree.get("codes")).forEach(code -> codes.set(((Long) code).intValue()));
      Set<Divided> divided = new LinkedHashSet<>();
      ((List<?>) tree.get("divided")).forEach(pair -> divided.add(divided((List<?>) pair)));
      return new CodeVerdict(rows(tree.get("flags")), failing, codes, divided);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Reason, Long> rows(Object tree) {
    Map<Reason, Long> rows = new EnumMap<>(Reason.class);
    ((Map<?, ?>) tree).forEach((name, n) -> rows.put(Reason.valueOf((String) name), (Long) n));
    return rows;
  }

  private static Divided divided(List<?> pair) {
    return new Divided(((Long) pair.get(0)).intValue(), ((Long) pair.get(1)).intValue());
  }
}

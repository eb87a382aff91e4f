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
import java.util.TreeSet;
import org.jiedui.ingest.file.Reason;
import org.jiedui.publish.Json;

/**
 * What the codes of one year's records say, before any duplicate is looked for.
 *
 * @param flags rows by warning
 * @param failing parts of landings that hold records whose codes fail
 * @param codes the codes that fail
 * @param divided codes of a divided unit, each with its vintage
 */
record CodeVerdict(
    Map<Reason, Long> flags, Set<String> failing, BitSet codes, Set<Divided> divided) {
  /** A code that is several units of the base year. */
  record Divided(int code, int vintage) {}

  /** That of a year without records. */
  static CodeVerdict empty() {
    return new CodeVerdict(
        new EnumMap<>(Reason.class), new TreeSet<>(), new BitSet(), new LinkedHashSet<>());
  }

  String json() {
    Map<String, Object> tree = new LinkedHashMap<>();
    Map<String, Object> rows = new LinkedHashMap<>();
    flags.forEach((reason, n) -> rows.put(reason.name(), n));
    tree.put("flags", rows);
    tree.put("failing", List.copyOf(failing));
    tree.put("codes", codes.stream().boxed().toList());
    tree.put("divided", divided.stream().map(d -> List.of(d.code(), d.vintage())).toList());
    return Json.pretty(tree);
  }

  static CodeVerdict read(Path file) {
    try {
      Map<String, Object> tree = Json.object(Files.readString(file));
      Map<Reason, Long> flags = new EnumMap<>(Reason.class);
      ((Map<?, ?>) tree.get("flags"))
          .forEach((name, n) -> flags.put(Reason.valueOf((String) name), (Long) n));
      Set<String> failing = new TreeSet<>();
      ((List<?>) tree.get("failing")).forEach(part -> failing.add((String) part));
      BitSet codes = new BitSet();
      ((List<?>) tree.get("codes")).forEach(code -> codes.set(((Long) code).intValue()));
      Set<Divided> divided = new LinkedHashSet<>();
      ((List<?>) tree.get("divided")).forEach(pair -> divided.add(divided((List<?>) pair)));
      return new CodeVerdict(flags, failing, codes, divided);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Divided divided(List<?> pair) {
    return new Divided(((Long) pair.get(0)).intValue(), ((Long) pair.get(1)).intValue());
  }
}

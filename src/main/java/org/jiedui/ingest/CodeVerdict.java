package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
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
 */
record CodeVerdict(Map<Reason, Long> flags, Set<String> failing, BitSet codes) {
  String json() {
    Map<String, Object> tree = new LinkedHashMap<>();
    Map<String, Object> rows = new LinkedHashMap<>();
    flags.forEach((reason, n) -> rows.put(reason.name(), n));
    tree.put("flags", rows);
    tree.put("failing", List.copyOf(failing));
    tree.put("codes", codes.stream().boxed().toList());
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
      return new CodeVerdict(flags, failing, codes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

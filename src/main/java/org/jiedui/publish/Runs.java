package org.jiedui.publish;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts of the runs of one report. */
record Runs(Store store, String report) {
  private String folder() {
    return report + "/_runs";
  }

  /** When the newest account with exit code 0 was written, by the store's time. */
  Optional<Instant> lastSuccess() throws IOException {
    List<Store.Entry> newestFirst =
        store.list(folder()).stream()
            .filter(e -> e.name().endsWith(".json") && !e.name().startsWith("."))
            .sorted(Comparator.comparing(Store.Entry::modified).reversed())
            .toList();
    for (Store.Entry entry : newestFirst) {
      if (succeeded(entry.name())) {
        return Optional.of(entry.modified());
      }
    }
    return Optional.empty();
  }

  private boolean succeeded(String name) throws IOException {
    String text = new Durable(store).text(folder() + "/" + name);
    try {
      Map<String, Object> tree = Json.object(text);
      return Long.valueOf(0).equals(tree.get("exitCode"))
          && tree.get("version") instanceof Long v
          && v > 0;
    } catch (IOException damaged) {
      return false;
    }
  }
}

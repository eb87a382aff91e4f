package org.jiedui.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jiedui.publish.Json;

/**
 * Digests of files that were read before, so that one that nobody has touched since is not read
 * again. A stamp holds the time of the last change of the file's entry, which no program can set.
 */
final class SeenFiles {
  private static final String NAME = "seen.json";

  private final Kept kept;
  private final Map<String, String> digests = new ConcurrentSkipListMap<>();
  private boolean changed;

  private SeenFiles(Kept kept) {
    this.kept = kept;
  }

  static SeenFiles in(Path root) {
    SeenFiles seen = new SeenFiles(new Kept(root.resolve(Archive.FOLDER)));
    seen.kept.find(NAME).ifPresent(seen::load);
    return seen;
  }

  Optional<String> sha256(FileStamp stamp) {
    return stamp.identity().map(digests::get);
  }

  /** A file that changed a moment ago may change again within the same tick of the clock. */
  synchronized void remember(FileStamp stamp, String sha256) {
    if (stamp.isSettled()) {
      stamp.identity().ifPresent(id -> changed |= !sha256.equals(digests.put(id, sha256)));
    }
  }

  synchronized void save() {
    if (changed) {
      Map<String, Object> tree = new LinkedHashMap<>(digests);
      kept.replace(NAME, draft -> Files.writeString(draft, Json.pretty(tree)));
      changed = false;
    }
  }

  /** A list that cannot be read is as good as none: the files are. */
  private void load(Path file) {
    try {
      Json.object(Files.readString(file)).forEach((id, sha) -> digests.put(id, (String) sha));
    } catch (IOException damaged) {
      digests.clear();
    }
  }
}

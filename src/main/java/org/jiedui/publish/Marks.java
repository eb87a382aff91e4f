package org.jiedui.publish;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What people said of versions after they were committed: one file a version, created exclusively
 * and never changed. A mark is of the record whose digest it holds, and of no other.
 */
final class Marks {
  static final String PINS = "_pins";
  static final String APPROVALS = "_approvals";

  private static final String DIGEST = "recordSha256";

  private final Store store;
  private final String folder;

  Marks(Store store, String report, String kind) {
    this.store = store;
    this.folder = report + "/" + kind;
  }

  /** False when the version had the mark before, which then is durable too. */
  boolean put(Commit commit, String note, String token) throws IOException {
    var durable = new Durable(store);
    String file = file(commit.seq());
    try {
      durable.create(file, json(commit, store.clock().toString(), note), token);
      return true;
    } catch (FileAlreadyExistsException before) {
      store.force(file);
      durable.forceUp(folder);
      return false;
    }
  }

  /** Numbers of the versions that have it. */
  Set<Long> of(List<Commit> commits) throws IOException {
    return new TreeSet<>(notes(commits).keySet());
  }

  /** The notes by number of the version. */
  Map<Long, String> notes(List<Commit> commits) throws IOException {
    Map<Long, String> notes = new TreeMap<>();
    Set<String> names = new TreeSet<>();
    store.list(folder).forEach(entry -> names.add(entry.name()));
    for (Commit commit : commits) {
      if (names.contains(Commit.fileName(commit.seq()))) {
        note(commit).ifPresent(note -> notes.put(commit.seq(), note));
      }
    }
    return notes;
  }

  /** A pin that cannot be read still keeps its version; an approval that cannot approves none. */
  private Optional<String> note(Commit commit) throws IOException {
    String text = new Durable(store).text(file(commit.seq()));
    try {
      Map<String, Object> tree = Json.object(text);
      return commit.sha256().equals(tree.get(DIGEST))
          ? Optional.of(String.valueOf(tree.get("note")))
          : Optional.empty();
    } catch (IOException damaged) {
      return folder.endsWith(PINS) ? Optional.of("") : Optional.empty();
    }
  }

  static String json(Commit commit, String at, String note) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("seq", commit.seq());
    tree.put(DIGEST, commit.sha256());
    tree.put("at", at);
    tree.put("note", note);
    return Json.pretty(tree);
  }

  private String file(long seq) {
    return folder + "/" + Commit.fileName(seq);
  }
}

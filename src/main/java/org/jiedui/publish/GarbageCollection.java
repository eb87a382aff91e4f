package org.jiedui.publish;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a report is of no more use, given up in two phases: first out of the way into {@code
 * _trash}, where our readers still find it, and seven days later for good.
 *
 * <p>Every step may be the last one of a process; the next collection goes on from there. Ages are
 * by the store's clock, so that a driver with a wrong clock deletes nothing young.
 */
final class GarbageCollection {
  static final Duration ORPHAN = Duration.ofHours(48);
  static final Duration GRACE = Duration.ofDays(7);

  private final Report report;
  private final Store store;
  private final Tree tree;
  private final String token;

  GarbageCollection(Report report, String token) {
    this.report = report;
    this.store = report.store();
    this.tree = new Tree(store);
    this.token = token;
  }

  /** What would be done now. */
  List<Garbage> plan() throws IOException {
    Instant now = store.clock();
    History history = report.log().read();
    List<Garbage> garbage = new ArrayList<>();
    expired(history, now, garbage);
    orphans(history, now, garbage);
    temporaries(now, garbage);
    trashed(now, garbage);
    return garbage;
  }

  /** Does it; returns what was done. */
  List<Garbage> collect() throws IOException {
    List<Garbage> plan = plan();
    for (Garbage item : plan) {
      switch (item.kind()) {
        case VERSION -> giveUp(item);
        case ORPHAN -> trash(item);
        case TRASHED -> destroy(item);
        case TEMPORARY -> store.delete(path(item.name()));
        case UNFINISHED, UNUSED -> throw new IllegalStateException("of no report: " + item.name());
      }
    }
    return plan;
  }

  private void expired(History history, Instant now, List<Garbage> garbage) throws IOException {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Set<Long> pinned = new Marks(store, report.id(), Marks.PINS).of(history.commits());
    Set<Long> kept = Retention.kept(history, pinned, today);
    for (Commit commit : expired(history, kept)) {
      String name = Durable.folder(commit.manifest());
      long bytes = tree.bytes(path(name));
      if (!history.isCollected(commit) || bytes > 0) {
        garbage.add(new Garbage(Garbage.Kind.VERSION, name, commit.seq(), bytes));
      }
    }
  }

  private List<Commit> expired(History history, Set<Long> kept) {
    List<Commit> expired = history.commits().stream().filter(c -> !kept.contains(c.seq())).toList();
    return expired.isEmpty() || isOneWhole(history, kept) ? expired : List.of();
  }

  /** Nothing expires unless one of the versions that stay is whole. */
  private boolean isOneWhole(History history, Set<Long> kept) {
    List<Commit> commits = history.commits();
    for (int i = commits.size() - 1; i >= 0; i--) {
      Commit commit = commits.get(i);
      if (kept.contains(commit.seq()) && new Version(store, commit).verify().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Attempts without a record. While a record is damaged its attempt looks like one, and while a
   * run is under way one of them may be its own; then none is taken.
   */
  private void orphans(History history, Instant now, List<Garbage> garbage) throws IOException {
    if (!history.warnings().isEmpty() || Lease.isLive(store, report.id())) {
      return;
    }
    Set<String> committed = new HashSet<>();
    history.commits().forEach(c -> committed.add(Durable.folder(c.manifest())));
    for (Store.Entry entry : store.list(path("data"))) {
      String name = "data/" + entry.name();
      Instant newest = tree.newest(path(name), entry.modified());
      if (!committed.contains(name) && older(newest, now, ORPHAN)) {
        garbage.add(new Garbage(Garbage.Kind.ORPHAN, name, 0, tree.bytes(path(name))));
      }
    }
  }

  private void temporaries(Instant now, List<Garbage> garbage) throws IOException {
    for (String folder :
        List.of("", "_commits", "_runs", "_locks", "_pins", "_approvals", "_trash")) {
      for (Store.Entry entry : store.list(path(folder))) {
        boolean temporary = entry.name().startsWith(".") && entry.name().endsWith(".tmp");
        if (temporary && older(entry.modified(), now, ORPHAN)) {
          String name = folder.isEmpty() ? entry.name() : folder + "/" + entry.name();
          garbage.add(new Garbage(Garbage.Kind.TEMPORARY, name, 0, entry.bytes()));
        }
      }
    }
  }

  private void trashed(Instant now, List<Garbage> garbage) throws IOException {
    for (Store.Entry entry : store.list(path("_trash"))) {
      boolean mark = entry.name().endsWith(".json") && !entry.name().startsWith(".");
      if (mark && older(entry.modified(), now, GRACE)) {
        String name = "_trash/" + entry.name().replace(".json", "");
        garbage.add(new Garbage(Garbage.Kind.TRASHED, name, seq(entry), tree.bytes(path(name))));
      }
    }
  }

  /** The tombstone first: from then on no reader gets the version by default. */
  private void giveUp(Garbage item) throws IOException {
    Commit commit = report.log().read().numbered(item.version()).orElseThrow();
    refuseHead(commit);
    report.log().bury(commit, token);
    trash(item);
  }

  private void refuseHead(Commit commit) throws IOException {
    if (report.log().read().head().filter(commit::equals).isPresent()) {
      throw new IllegalStateException("the default version is not garbage: " + commit.seq());
    }
  }

  private void trash(Garbage item) throws IOException {
    String last = item.name().substring(item.name().lastIndexOf('/') + 1);
    Map<String, Object> mark = new LinkedHashMap<>();
    mark.put("seq", item.version());
    mark.put("at", store.clock().toString());
    try {
      new Durable(store).create(path("_trash/" + last + ".json"), Json.pretty(mark), token);
    } catch (FileAlreadyExistsException before) {
      // An earlier collection came so far and no further.
    }
    try {
      store.move(path(item.name()), path("_trash/" + last));
    } catch (NoSuchFileException before) {
      return;
    }
    store.force(path("_trash"));
    store.force(path("data"));
  }

  private void destroy(Garbage item) throws IOException {
    tree.delete(path(item.name()));
    if (item.version() > 0) {
      tree.delete(path("exports/" + item.version()));
    }
    store.delete(path(item.name() + ".json"));
  }

  private long seq(Store.Entry mark) throws IOException {
    String text = new Durable(store).text(path("_trash/" + mark.name()));
    try {
      return Json.object(text).get("seq") instanceof Long seq ? seq : 0;
    } catch (IOException damaged) {
      return 0;
    }
  }

  private static boolean older(Instant time, Instant now, Duration age) {
    return Duration.between(time, now).compareTo(age) > 0;
  }

  private String path(String name) {
    return name.isEmpty() ? report.id() : report.id() + "/" + name;
  }
}

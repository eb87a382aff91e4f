package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jiedui.ingest.LandingStage.Scanned;
import org.jiedui.ingest.file.FixList;
import org.jiedui.ingest.file.Layout;
import org.jiedui.ingest.file.Mends;
import org.jiedui.ingest.file.Pii;
import org.jiedui.ingest.file.Reason;
import org.jiedui.ingest.file.Reject;
import org.jiedui.ingest.file.SetAside;
import org.jiedui.ingest.file.Slot;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** Mended lists of rejects, and what they mean for the files of a run. */
final class Fixes {
  private final List<FixList> lists = new ArrayList<>();
  private final Map<FixList, List<FixList.Line>> stale = new LinkedHashMap<>();
  private final Map<FixList, Long> used = new HashMap<>();
  private final Map<String, TreeMap<Long, Mends.Mend>> mends = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private Fixes() {}

  static Fixes none() {
    return new Fixes();
  }

  /** Reads all lists; the same bytes count once. */
  static Fixes read(IngestRequest request) {
    Fixes fixes = new Fixes();
    for (Path path : request.fixes()) {
      try {
        FixList list = FixList.read(path, request.contract().settings().limits());
        if (fixes.lists.stream().noneMatch(l -> l.sha256().equals(list.sha256()))) {
          fixes.lists.add(list);
        }
      } catch (InputException e) {
        fixes.problems.addAll(e.problems());
      }
    }
    InputException.throwIfAny(ExitCode.INPUT, fixes.problems);
    return fixes;
  }

  /** The files with their mended rows. Contradicting lists end in an {@link InputException}. */
  List<Scanned> applied(List<Scanned> files) {
    lists.forEach(list -> list.lines().forEach(line -> apply(list, line, files)));
    InputException.throwIfAny(ExitCode.INPUT, problems);
    return files.stream()
        .map(
            f ->
                LandingStage.mended(
                    f,
                    Optional.ofNullable(mends.get(f.sha256())).map(Mends::new).orElse(Mends.NONE)))
        .toList();
  }

  private void apply(FixList list, FixList.Line line, List<Scanned> files) {
    if (line.decision() == FixList.Decision.NONE) {
      return;
    }
    Optional<Layout> source =
        Stream.concat(files.stream().filter(f -> f.name().equals(line.file())), files.stream())
            .flatMap(f -> f.layouts().stream())
            .filter(layout -> id(layout, line).equals(line.rejectId()))
            .findFirst();
    if (source.isEmpty()) {
      stale.computeIfAbsent(list, l -> new ArrayList<>()).add(line);
      return;
    }
    used.merge(list, 1L, Long::sum);
    mend(list, line, source.get());
  }

  /** Which line of which list mended which row of a file, and what it put there, by the row. */
  static Map<Long, String> told(List<FixList> lists, List<Layout> layouts) {
    Map<Long, String> told = new HashMap<>();
    for (FixList list : lists) {
      for (FixList.Line line : list.lines()) {
        layouts.stream()
            .filter(layout -> line.decision() == FixList.Decision.FIX)
            .filter(layout -> id(layout, line).equals(line.rejectId()))
            .findFirst()
            .ifPresent(
                layout ->
                    told.merge(
                        layout.lineOf(line.row()),
                        list.name() + ":" + line.number() + " " + told(line, layout),
                        (a, b) -> a + "; " + b));
      }
    }
    return told;
  }

  private static String told(FixList.Line line, Layout layout) {
    Mends.Mend mend = mend(line, layout);
    return mend.row() != null ? mend.row() : line.column() + "=" + line.fixedValue().strip();
  }

  private static String id(Layout layout, FixList.Line line) {
    int number = layout.named(line.column()).map(Slot::number).orElse(0);
    return Reject.id(layout.sha256(), layout.lineOf(line.row()) + ":" + number, line.column());
  }

  private void mend(FixList list, FixList.Line line, Layout layout) {
    Mends.Mend now = mend(line, layout);
    if (now.row() != null && now.row().contains(Pii.MARK)) {
      problems.add(
          Reason.WORD_UNKNOWN
              .problem(
                  Text.of("含个人信息的行不能整行更正", "a row with personal data cannot be mended as a whole"))
              .at(list.name() + ":" + line.number())
              .fix("在原文件中更正该行", "mend the row in the original file"));
      return;
    }
    TreeMap<Long, Mends.Mend> ofFile =
        mends.computeIfAbsent(layout.sha256(), sha -> new TreeMap<>());
    long row = layout.lineOf(line.row());
    Mends.Mend before = ofFile.get(row);
    if (before != null && !fits(before, now)) {
      problems.add(
          Reason.DUP_CONFLICT
              .problem(Text.of("同一拒收行有两种更正", "one reject is mended in two ways"))
              .at(list.name() + ":" + line.number())
              .showing(line.rejectId() + " " + line.file() + ":" + line.row())
              .fix("只保留其中一种", "keep one of them"));
      return;
    }
    TreeMap<Integer, String> cells = new TreeMap<>(now.cells());
    cells.putAll(before == null ? Map.of() : before.cells());
    String whole = now.row() != null ? now.row() : before == null ? null : before.row();
    ofFile.put(row, new Mends.Mend(whole, cells, now.drop()));
  }

  private static Mends.Mend mend(FixList.Line line, Layout layout) {
    boolean drop = line.decision() == FixList.Decision.DROP;
    TreeMap<Integer, String> cells = new TreeMap<>();
    Optional<Slot> slot = layout.named(line.column());
    boolean wholeRow = slot.isEmpty() || line.fixedValue().isBlank();
    if (!drop && !wholeRow) {
      cells.put(slot.get().position(), line.fixedValue().strip());
    }
    String row = drop || !wholeRow ? null : row(line);
    return new Mends.Mend(row, cells, drop);
  }

  /** A reject of the row as a whole is mended by the whole row. */
  private static String row(FixList.Line line) {
    return line.fixedValue().isBlank() ? line.rawLine() : line.fixedValue();
  }

  /** Two lists may mend two cells of a row, or say the same. */
  private static boolean fits(Mends.Mend a, Mends.Mend b) {
    boolean cells =
        a.cells().entrySet().stream()
            .allMatch(e -> b.cells().getOrDefault(e.getKey(), e.getValue()).equals(e.getValue()));
    boolean rows = a.row() == null || b.row() == null || a.row().equals(b.row());
    return cells && rows && a.drop() == b.drop();
  }

  /** Where the lines of one list went. */
  record Count(String name, String sha256, long read, long used, long stale, long open) {}

  List<Count> counts() {
    return lists.stream()
        .map(
            l -> {
              long open =
                  l.lines().stream().filter(x -> x.decision() == FixList.Decision.NONE).count();
              long old = stale.getOrDefault(l, List.of()).size();
              long taken = used.getOrDefault(l, 0L);
              return new Count(l.name(), l.sha256(), l.lines().size(), taken, old, open);
            })
        .toList();
  }

  List<Problem> warnings() {
    return stale.entrySet().stream()
        .map(e -> FixList.stale(e.getKey().name(), e.getValue()))
        .toList();
  }

  /** Stale lines as rejects of the list itself. */
  List<Object[]> rejects() {
    List<Object[]> rows = new ArrayList<>();
    stale.forEach(
        (list, lines) -> lines.forEach(line -> rows.add(SetAside.row(reject(list, line)))));
    return rows;
  }

  private static Reject reject(FixList list, FixList.Line line) {
    return new Reject(
        Reject.id(list.sha256(), line.number() + ":0", "reject_id"),
        list.name(),
        "",
        line.number(),
        0,
        "reject_id",
        List.of(Reason.FIX_STALE),
        line.rejectId(),
        line.file() + ":" + line.row() + " " + line.column(),
        Text.of("本次输入中的一条拒收", "a reject of the files of this run"),
        Text.of("按新的拒收清单重新更正", "mend it again in the new list of rejects"),
        List.of());
  }

  /** Keeps the bytes of every list, as of any input, and says what was read. */
  List<IngestResult.InputFact> archived(IngestRequest request) {
    List<IngestResult.InputFact> facts = new ArrayList<>();
    for (FixList list : lists) {
      try {
        new Archive(request).keep(list.path(), list.sha256());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      facts.add(
          new IngestResult.InputFact(
              list.path(),
              list.name(),
              Input.FIXES,
              list.sha256(),
              list.bytes(),
              list.lines().size(),
              list.charset(),
              list.evidence(),
              "",
              "",
              false,
              false));
    }
    return facts;
  }
}

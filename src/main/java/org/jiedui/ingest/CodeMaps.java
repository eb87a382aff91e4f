package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jiedui.ingest.LandingStage.Scanned;
import org.jiedui.ingest.file.CodeMap;
import org.jiedui.ingest.file.IngestSettings;
import org.jiedui.ingest.file.NamedPlaces;
import org.jiedui.ingest.file.PlaceCodes;
import org.jiedui.ingest.file.Reason;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.reference.Geography;
import org.jiedui.reference.PlacePath;

/** The confirmed maps of names of a study, and what they decide for the files of a run. */
public final class CodeMaps {
  private final List<CodeMap> maps;
  private final PlaceCodes codes;

  private CodeMaps(List<CodeMap> maps, PlaceCodes codes) {
    this.maps = maps;
    this.codes = codes;
  }

  /**
   * Reads all maps; the same bytes count once. Wrong lines and contradicting decisions of all maps
   * end in one {@link InputException} (exit 4).
   */
  public static CodeMaps read(List<Path> files, IngestSettings.Limits limits, Geography geography) {
    List<CodeMap> maps = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path file : files) {
      try {
        CodeMap map = CodeMap.read(file, limits, geography, problems);
        if (maps.stream().noneMatch(m -> m.sha256().equals(map.sha256()))) {
          maps.add(map);
        }
      } catch (InputException e) {
        problems.addAll(e.problems());
      }
    }
    PlaceCodes codes = merged(maps, problems);
    InputException.throwIfAny(ExitCode.INPUT, problems);
    return new CodeMaps(List.copyOf(maps), codes);
  }

  static CodeMaps none() {
    return new CodeMaps(List.of(), PlaceCodes.NONE);
  }

  /** Everything that is decided. */
  public PlaceCodes codes() {
    return codes;
  }

  private static PlaceCodes merged(List<CodeMap> maps, List<Problem> problems) {
    TreeMap<PlacePath, List<PlaceCodes.Decided>> byPath = new TreeMap<>();
    for (CodeMap map : maps) {
      for (CodeMap.Line line : map.lines()) {
        line.decided()
            .ifPresent(
                decided -> {
                  List<PlaceCodes.Decided> known =
                      byPath.computeIfAbsent(line.place(), p -> new ArrayList<>());
                  known.stream()
                      .filter(k -> k.code() != decided.code() && meet(k, decided))
                      .findFirst()
                      .ifPresent(k -> problems.add(twice(map, line, k, decided)));
                  known.add(decided);
                });
      }
    }
    return new PlaceCodes(byPath);
  }

  private static boolean meet(PlaceCodes.Decided a, PlaceCodes.Decided b) {
    return a.from() <= b.to() && b.from() <= a.to();
  }

  private static Problem twice(
      CodeMap map, CodeMap.Line line, PlaceCodes.Decided one, PlaceCodes.Decided other) {
    return Reason.DUP_CONFLICT
        .problem(Text.of("同一名称在同一年有两种决定", "names of one year are decided in two ways"))
        .at(map.name() + ":" + line.number())
        .showing(line.place() + ": " + shown(one) + " ≠ " + shown(other))
        .fix("只保留其中一种", "keep one of them");
  }

  private static String shown(PlaceCodes.Decided decided) {
    String what = decided.isDropped() ? "drop" : Codes.text(decided.code());
    return decided.from() + "–" + decided.to() + " " + what;
  }

  /**
   * The files with codes for their named rows. A file is landed anew only where a decision that its
   * rows meet has changed.
   */
  List<Scanned> applied(List<Scanned> files) {
    return codes.isEmpty() ? files : files.stream().map(this::applied).toList();
  }

  private Scanned applied(Scanned file) {
    if (file.layouts().stream().noneMatch(l -> l.hasPlaceNames())) {
      return file;
    }
    Map<PlacePath, Set<Integer>> named =
        NamedPlaces.of(file.input().path(), file.scan(), file.layouts()).years();
    return LandingStage.placed(file, codes.met(named));
  }

  /** Where the lines of each map went: decided ones are used, open ones are not. */
  List<Fixes.Count> counts() {
    return maps.stream()
        .map(
            m -> {
              long decided = m.lines().stream().filter(l -> l.decided().isPresent()).count();
              long all = m.lines().size();
              return new Fixes.Count(m.name(), m.sha256(), all, decided, 0, all - decided);
            })
        .toList();
  }

  /** Keeps the bytes of every map, as of any input, and says what was read. */
  List<IngestResult.InputFact> archived(IngestRequest request) {
    List<IngestResult.InputFact> facts = new ArrayList<>();
    for (CodeMap map : maps) {
      try {
        new Archive(request).keep(map.path(), map.sha256());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      facts.add(
          new IngestResult.InputFact(
              map.path(),
              map.name(),
              Input.CODE_MAP,
              map.sha256(),
              map.bytes(),
              map.lines().size(),
              map.charset(),
              map.evidence(),
              "",
              "",
              false,
              false));
    }
    return facts;
  }
}

package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jiedui.ingest.LandingStage.Landed;
import org.jiedui.ingest.file.EmptyColumns;
import org.jiedui.ingest.file.HeaderHints;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.LandingStore;
import org.jiedui.ingest.file.Layout;
import org.jiedui.ingest.file.Measure;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Json;

/**
 * What a file says that makes its amounts doubtful, by itself: its headers, and its columns beside
 * each other. It is kept beside the records, so that every run says it again without opening the
 * file again.
 */
final class FileWarnings {
  /** Changes whenever the same file would be warned of in another way. */
  private static final String VERSION = "file warnings 1";

  private final IngestRequest request;
  private final LandingStore store;
  private final Kept kept;

  FileWarnings(IngestRequest request, LandingStore store) {
    this.request = request;
    this.store = store;
    kept = Kept.records(request.root(), "warnings");
  }

  /** Those of every file, in their order. */
  List<Problem> of(List<Landed> landed) {
    return landed.stream().flatMap(l -> of(l).stream()).toList();
  }

  private List<Problem> of(Landed l) {
    Path file = kept.keep(name(l), draft -> Files.writeString(draft, json(found(l))));
    return read(file);
  }

  private String name(Landed l) {
    List<String> words = new ArrayList<>(List.of(VERSION, l.landing().id(), l.landing().name()));
    words.add(l.file().name());
    words.add(request.contract().digest(l.landing().name()));
    words.add(request.contract().settings().toString());
    request.indicators().all().forEach(i -> words.add(i.id() + i.minorPerUnit()));
    return Landing.digest(words) + ".json";
  }

  private List<Problem> found(Landed l) {
    List<Problem> problems = new ArrayList<>();
    List<Layout> layouts = l.file().layouts();
    layouts.forEach(y -> problems.addAll(HeaderHints.donationsInside(y)));
    problems.addAll(EmptyColumns.of(layouts, l.landing().tally(), measures(l.landing())));
    problems.addAll(new DoubleCounting(store, request.indicators()).check(List.of(l.landing())));
    layouts.forEach(y -> problems.addAll(HeaderHints.cumulative(y, request.contract())));
    if (l.landing().table().equals(Input.FLOWS)) {
      problems.addAll(new NeverFalling(request, store).check(List.of(l.landing())));
    }
    return problems;
  }

  private Predicate<Measure> measures(Landing landing) {
    Set<String> seen = new HashSet<>();
    store.sums(
        landing,
        (year, kind, recipient, donor, sum, records, rows) ->
            seen.add(kind.indicator() + kind.form()));
    return measure -> seen.contains(measure.indicator() + measure.form());
  }

  private static String json(List<Problem> problems) {
    return Json.pretty(Map.of("warnings", problems.stream().map(FileWarnings::tree).toList()));
  }

  private static Map<String, Object> tree(Problem p) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("level", p.level().name());
    tree.put("code", p.code());
    tree.put("place", p.place());
    tree.put("excerpt", p.excerpt());
    tree.put("summary", words(p.summary()));
    tree.put("expected", words(p.expected()));
    tree.put("why", words(p.why()));
    tree.put("fix", words(p.fix()));
    return tree;
  }

  private static List<String> words(Text text) {
    return List.of(text.zh(), text.en());
  }

  private static List<Problem> read(Path file) {
    try {
      List<?> all = (List<?>) Json.object(Files.readString(file)).get("warnings");
      return all.stream().map(tree -> problem((Map<?, ?>) tree)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Problem problem(Map<?, ?> tree) {
    return new Problem(
        Problem.Level.valueOf((String) tree.get("level")),
        (String) tree.get("code"),
        text(tree.get("summary")),
        (String) tree.get("place"),
        ((List<?>) tree.get("excerpt")).stream().map(line -> (String) line).toList(),
        text(tree.get("expected")),
        text(tree.get("why")),
        text(tree.get("fix")));
  }

  private static Text text(Object words) {
    List<?> both = (List<?>) words;
    return new Text((String) both.get(0), (String) both.get(1));
  }
}

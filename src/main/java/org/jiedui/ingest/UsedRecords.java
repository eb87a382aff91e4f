package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jiedui.ingest.file.LandedRecord;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.LandingPart;
import org.jiedui.ingest.file.LandingReader;
import org.jiedui.ingest.file.LandingStore;
import org.jiedui.ingest.file.Reason;

/**
 * The records behind a version: those of its landings that are in scope and were not set apart.
 * Which were is kept beside the records, named by its own content.
 */
public final class UsedRecords {
  private static final String NAME = "apart";
  static final String FOLDER = Kept.RECORDS + "/" + NAME;

  private final LandingStore store;
  private final int fromYear;
  private final int toYear;
  private final Map<String, Map<Address, Mark>> apart;

  /** A record in its landing. */
  private record Address(long line, int item) {}

  /**
   * Why a record does not count, or only in part.
   *
   * @param taken what other records count of it; 0 for one that does not count at all
   */
  private record Mark(Reason reason, long taken) {
    private boolean isApart() {
      return taken == 0;
    }
  }

  /** Takes a record; it is reused and has to be copied to be kept. */
  public interface Use {
    /**
     * @param record with the amount that counts: without what other records count of it
     * @param reason why the record is not used; empty for one that is
     */
    void record(Landing landing, LandedRecord record, int item, Optional<Reason> reason);
  }

  private UsedRecords(Path root, int fromYear, int toYear, Map<String, Map<Address, Mark>> apart) {
    this.store = LandingStore.in(root);
    this.fromYear = fromYear;
    this.toYear = toYear;
    this.apart = apart;
  }

  /** Keeps the list of records set apart, wholly or in part, and gives its name. */
  static String keep(Path root, List<Landing> landings, List<SetApart> apart, List<Taken> taken) {
    List<Marked> marked =
        Stream.concat(
                apart.stream().map(a -> new Marked(a.record(), new Mark(a.reason(), 0))),
                taken.stream().map(t -> new Marked(t.record(), new Mark(t.reason(), t.amount()))))
            .sorted(
                Comparator.comparing(Marked::record, Found.order(landings))
                    .thenComparing(m -> m.mark().reason())
                    .thenComparing(m -> m.mark().taken()))
            .toList();
    Supplier<Stream<String>> lines = () -> marked.stream().map(m -> m.line(landings));
    String name = Landing.digest(lines.get());
    Iterable<String> each = () -> lines.get().iterator();
    Kept.records(root, NAME).keep(name, draft -> Files.write(draft, each));
    return name;
  }

  /** A record and its mark. */
  private record Marked(Found record, Mark mark) {
    String line(List<Landing> landings) {
      return String.join(
          ",",
          landings.get(record.landing()).id(),
          Long.toString(record.line()),
          Integer.toString(record.item()),
          mark.reason().name(),
          Long.toString(mark.taken()));
    }
  }

  /**
   * Those of a version.
   *
   * @param apart name of the list of records set apart
   */
  public static UsedRecords of(Path root, String apart, int fromYear, int toYear) {
    Map<String, Map<Address, Mark>> byLanding = new HashMap<>();
    try (Stream<String> lines = Files.lines(root.resolve(FOLDER).resolve(apart))) {
      lines
          .map(line -> line.split(","))
          .forEach(
              l ->
                  byLanding
                      .computeIfAbsent(l[0], id -> new HashMap<>())
                      .merge(
                          new Address(Long.parseLong(l[1]), Integer.parseInt(l[2])),
                          new Mark(Reason.valueOf(l[3]), Long.parseLong(l[4])),
                          UsedRecords::both));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new UsedRecords(root, fromYear, toYear, byLanding);
  }

  private static Mark both(Mark a, Mark b) {
    return new Mark(a.reason(), Math.addExact(a.taken(), b.taken()));
  }

  /** Every record of a landing. */
  public void forEach(String landingId, Use use) {
    Landing landing = store.find(landingId).orElseThrow();
    for (LandingPart part : landing.parts()) {
      if (part.records() > 0) {
        LandingReader.readAll(
            store.file(landing, part, LandingPart.RECORDS),
            (number, item, record) -> {
              Mark mark = mark(landing, record, item);
              record.amount = Math.subtractExact(record.amount, mark == null ? 0 : mark.taken());
              use.record(landing, record, item, reason(record, mark));
            });
      }
    }
  }

  private Mark mark(Landing landing, LandedRecord record, int item) {
    return apart.getOrDefault(landing.id(), Map.of()).get(new Address(record.line, item));
  }

  private Optional<Reason> reason(LandedRecord record, Mark mark) {
    if (record.year < fromYear || record.year > toYear) {
      return Optional.of(Reason.OUT_OF_SCOPE);
    }
    return Optional.ofNullable(mark).filter(Mark::isApart).map(Mark::reason);
  }

  /** Whether a landing gives both versions the same records, told without reading it. */
  boolean sameAs(UsedRecords other, String landingId) {
    return fromYear == other.fromYear
        && toYear == other.toYear
        && apart
            .getOrDefault(landingId, Map.of())
            .equals(other.apart.getOrDefault(landingId, Map.of()));
  }

  /** Copies of the records of some landings that pass. */
  public List<LandedRecord> where(
      List<String> landings, java.util.function.Predicate<LandedRecord> test) {
    List<LandedRecord> records = new ArrayList<>();
    for (String landing : landings) {
      forEach(
          landing,
          (l, record, item, reason) -> {
            if (reason.isEmpty() && test.test(record)) {
              records.add(record.copy());
            }
          });
    }
    return records;
  }
}

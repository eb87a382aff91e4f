package org.jiedui.ingest;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiedui.ingest.file.LandingPart;
import org.jiedui.ingest.file.LandingReader;
import org.jiedui.ingest.file.PersonTime;
import org.jiedui.ingest.file.Posting;
import org.jiedui.ingest.file.Reason;
import org.jiedui.reference.Indicator;

/**
 * What postings of one person must not count twice: the person in one county and year, and days on
 * which two postings overlap, in whatever counties. The posting that began first keeps them.
 */
final class RosterStage {
  private static final Comparator<Found> FIRST =
      Comparator.comparing((Found f) -> Posting.of(f.recordId()).from())
          .thenComparing(f -> Posting.of(f.recordId()).to())
          .thenComparing((a, b) -> a.before(b) ? -1 : b.before(a) ? 1 : 0);

  private final IngestRequest request;
  private final Codes codes;
  private final List<Taken> taken = new ArrayList<>();

  RosterStage(IngestRequest request, Codes codes) {
    this.request = request;
    this.codes = codes;
  }

  private record Row(int landing, long line) {
    static Row of(Found f) {
      return new Row(f.landing(), f.line());
    }
  }

  /** What later postings repeat; rows set apart before take no part. */
  List<Taken> shared(List<Candidates.Part> parts, List<SetApart> apart) {
    Set<Row> gone = apart.stream().map(a -> Row.of(a.record())).collect(Collectors.toSet());
    Map<String, List<Found>> persons = new TreeMap<>();
    for (Candidates.Part part : parts) {
      if (part.records() > 0) {
        read(part, gone, persons);
      }
    }
    persons.values().forEach(this::person);
    taken.sort((a, b) -> a.record().before(b.record()) ? -1 : 1);
    return taken;
  }

  private void read(Candidates.Part part, Set<Row> gone, Map<String, List<Found>> persons) {
    var address = part.file().address();
    LandingReader.readAll(
        Path.of(part.file().stem() + LandingPart.RECORDS),
        (number, item, record) -> {
          Found f = Found.of(address.landing(), address.part(), number, item, record);
          if (counts(f) && !gone.contains(Row.of(f))) {
            String person = Posting.of(f.recordId()).person();
            persons.computeIfAbsent(person, p -> new ArrayList<>()).add(f);
          }
        });
  }

  private boolean counts(Found f) {
    return request.inScope(f.year())
        && codes.failure(Input.ROSTER, f.recipient(), f.donor(), vintage(f)).isEmpty();
  }

  private void person(List<Found> records) {
    records.sort(FIRST);
    Set<String> seen = new HashSet<>();
    List<Posting> before = new ArrayList<>();
    Row last = null;
    for (Found f : records) {
      switch (measure(f)) {
        case PERSON -> {
          if (!seen.add(cell(f))) {
            taken.add(new Taken(f, f.amount(), Reason.PERSON_COUNTED));
          }
        }
        case PERSON_YEAR -> overlap(f, last != null && last.equals(Row.of(f)) ? 1 : 0, before);
        default -> {
          // a posting is one whatever other postings there are
        }
      }
      last = measure(f) == Indicator.Measure.PERSON_YEAR ? Row.of(f) : last;
    }
  }

  /** Takes the days away that an earlier posting holds; a posting does not overlap itself. */
  private void overlap(Found f, int own, List<Posting> before) {
    Posting posting = Posting.of(f.recordId());
    List<Posting> others = before.subList(0, before.size() - own);
    long free = free(f.year(), posting.from(), posting.to(), others);
    if (free < f.amount()) {
      taken.add(new Taken(f, f.amount() - free, Reason.POSTING_OVERLAP));
    }
    if (own == 0) {
      before.add(posting);
    }
  }

  /** Time of a year between two days that no other posting holds. */
  private static long free(int year, LocalDate from, LocalDate to, List<Posting> others) {
    for (int i = 0; i < others.size(); i++) {
      Posting other = others.get(i);
      if (!other.from().isAfter(to) && !other.to().isBefore(from)) {
        List<Posting> rest = others.subList(i + 1, others.size());
        long left =
            from.isBefore(other.from()) ? free(year, from, other.from().minusDays(1), rest) : 0;
        long right = other.to().isBefore(to) ? free(year, other.to().plusDays(1), to, rest) : 0;
        return left + right;
      }
    }
    return PersonTime.in(year, from, to);
  }

  private Indicator.Measure measure(Found f) {
    return request.indicators().find(f.indicator()).orElseThrow().measure();
  }

  /** The county, donor and year in which a person counts once. */
  private String cell(Found f) {
    String unit = codes.recipient(Input.ROSTER, f.recipient(), vintage(f)).unit();
    String donor = codes.donor(unit, f.donor(), vintage(f), f.year());
    return String.join("\u0001", unit, donor, f.year() + "", f.indicator(), f.direction());
  }

  private static int vintage(Found f) {
    return Codes.vintage(f.codeVintage(), f.year());
  }
}

package org.jiedui.ingest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiedui.ingest.file.Reason;
import org.jiedui.reference.Geography;
import org.jiedui.reference.Pairings;
import org.jiedui.reference.Resolution;
import org.jiedui.reference.Share;
import org.jiedui.table.Frame;
import org.jiedui.table.GeographySplitRow;
import org.jiedui.table.PanelRow;

/** What codes of records mean in the base year; every (code, year) is looked up once. */
final class Codes {
  static final String RECIPIENT = "recipient_code";
  static final String REGION = "region_code";

  private final Geography geography;
  private final Pairings pairings;
  private final Map<Long, Resolution> counties = new HashMap<>();
  private final Map<Long, Resolution> regions = new HashMap<>();
  private final Map<String, String> onlyDonors = new HashMap<>();

  Codes(Geography geography, Pairings pairings) {
    this.geography = geography;
    this.pairings = pairings;
  }

  /** A code on which a record fails, or nothing. */
  record Failure(Reason reason, String column, int code, Resolution resolution) {
    SetApart of(Found record) {
      return new SetApart(record, reason, column, text(code), resolution.history());
    }
  }

  Resolution recipient(String table, int code, int vintage) {
    return Input.isFlow(table)
        ? counties.computeIfAbsent(key(code, vintage), k -> geography.resolve(code, vintage))
        : any(code, vintage);
  }

  Resolution any(int code, int vintage) {
    return regions.computeIfAbsent(key(code, vintage), k -> geography.resolveAny(code, vintage));
  }

  static int vintage(int codeVintage, int year) {
    return codeVintage == 0 ? year : codeVintage;
  }

  /** Why a record of these codes is rejected; empty when it is used. */
  Optional<Failure> failure(String table, int recipient, int donor, int vintage) {
    Resolution r = recipient(table, recipient, vintage);
    if (!r.accepted()) {
      String column = Input.isFlow(table) ? RECIPIENT : REGION;
      return Optional.of(new Failure(reason(r.outcome()), column, recipient, r));
    }
    if (donor != 0 && !any(donor, vintage).accepted()) {
      Resolution d = any(donor, vintage);
      return Optional.of(new Failure(reason(d.outcome()), "donor_code", donor, d));
    }
    return Optional.empty();
  }

  /** Donor province of the base year: the one given, else the only one paired that year. */
  String donor(String unit, int donor, int vintage, int year) {
    if (donor != 0) {
      return geography.provinceOf(any(donor, vintage).unit());
    }
    return onlyDonors.computeIfAbsent(
        unit + "@" + year,
        k -> {
          Set<String> donors = pairings.donorsOf(unit, year);
          return donors.size() == 1 ? donors.iterator().next() : PanelRow.UNASSIGNED;
        });
  }

  /** The donor given, else the one that was paired in every year of a period. */
  String donor(String unit, int donor, int vintage, int from, int to) {
    String first = donor(unit, donor, vintage, to);
    boolean same =
        IntStream.range(from, to).allMatch(y -> donor(unit, donor, vintage, y).equals(first));
    return same ? first : PanelRow.UNASSIGNED;
  }

  /** The shares of every looked-up code that is divided, as the table {@code geography_split}. */
  Frame splits() {
    TreeMap<Long, Resolution> divided = new TreeMap<>(regions);
    divided.putAll(counties);
    divided.values().removeIf(found -> found.shares().size() < 2);
    List<Object[]> rows = new ArrayList<>();
    divided.forEach((key, found) -> found.shares().forEach(s -> rows.add(split(key, s))));
    return Frame.of("geography_split", GeographySplitRow.values(), rows);
  }

  private Object[] split(long key, Share part) {
    String name = geography.name(part.unit());
    int vintage = (int) (key >> 32);
    return new Object[] {text((int) key), vintage, part.unit(), name, part.weight(), part.method()};
  }

  /** Every looked-up code that had no meaning at some vintage. */
  BitSet failing() {
    BitSet failing = new BitSet();
    Stream.concat(counties.entrySet().stream(), regions.entrySet().stream())
        .filter(e -> !e.getValue().accepted())
        .forEach(e -> failing.set(e.getKey().intValue()));
    return failing;
  }

  static String text(int code) {
    return String.format(Locale.ROOT, "%06d", code);
  }

  private static Reason reason(Resolution.Outcome outcome) {
    return switch (outcome) {
      case WRONG_VINTAGE -> Reason.CODE_VINTAGE;
      case LEVEL -> Reason.CODE_LEVEL;
      case AMBIGUOUS -> Reason.CODE_SPLIT;
      default -> Reason.CODE_UNKNOWN;
    };
  }

  private static long key(int code, int vintage) {
    return (long) vintage << 32 | code;
  }
}

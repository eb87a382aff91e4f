package org.jiedui.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Streams any number of records to one long CSV: ids increase, one row in a thousand is wrong, and
 * one in a thousand carries the id of an earlier row. Memory does not grow with the rows.
 */
final class Bulk {
  static final String FILE = "records/records.csv";

  private static final int WRONG_ONE_IN = 1000;
  private static final int KEPT = 512;
  private static final Mistake[] WRONG = {
    Mistake.CODE_UNKNOWN, Mistake.NUM_AMBIGUOUS, Mistake.CODE_SCI,
    Mistake.YEAR_RANGE, Mistake.NUM_SYNTAX, Mistake.CODE_VINTAGE
  };

  private final BulkTables tables;
  private final List<Change> recodes;
  private final Chance chance;
  private final LineBuffer out;
  private final BulkTotals totals = new BulkTotals();
  private final Map<Mistake, Long> mistakes = new TreeMap<>();
  private final BulkRow row = new BulkRow();
  private final BulkRow[] kept = new BulkRow[KEPT];
  private long ids;
  private int wrong;

  private Bulk(World world, BulkTables tables, long seed, LineBuffer out) {
    this.tables = tables;
    this.recodes = world.changes().stream().filter(c -> c.kind() == Change.Kind.RECODE).toList();
    this.chance = Chance.of(seed, "bulk.rows", 0);
    this.out = out;
  }

  static void write(World world, Pairs pairs, long records, long seed, Folder folder) {
    BulkTables tables = new BulkTables(world, pairs, seed);
    try (LineBuffer out = new LineBuffer(folder.stream(FILE))) {
      Bulk bulk = new Bulk(world, tables, seed, out);
      out.put(BulkRow.HEADER.getBytes(StandardCharsets.US_ASCII));
      bulk.rows(records);
      folder.utf8("truth/truth.csv", bulk.totals.csv());
      folder.utf8("truth/planted_errors.csv", bulk.errors());
    } catch (IOException e) {
      throw Folder.storage(FILE, e);
    }
  }

  private void rows(long records) throws IOException {
    for (long i = 0; i < records; i++) {
      int draw = chance.below(WRONG_ONE_IN);
      if (draw == 0) {
        wrong();
      } else if (draw == 1) {
        again();
      } else {
        good();
      }
    }
  }

  private void good() throws IOException {
    draw();
    row.write(out);
    totals.add(row, 1);
    int slot = (int) (row.id & (KEPT * 16 - 1));
    if (slot < KEPT) {
      BulkRow copy = new BulkRow();
      copy.copy(row);
      kept[slot] = copy;
    }
  }

  /** Fills the row: county and year with aid, one of its donors, measure, direction and amount. */
  private void draw() {
    int year;
    int place;
    do {
      long bits = chance.next();
      year = Years.FIRST + scale(bits >>> 32, Years.COUNT);
      place = scale(bits & 0xFFFFFFFFL, tables.counties());
    } while (!tables.isAided(place, year));
    long bits = chance.next();
    int[] donors = tables.donorsOf(place, year);
    row.id = ++ids;
    row.year = year;
    row.recipient = tables.code(place, year);
    row.donor = donors[(int) (bits & 0xFF) % donors.length];
    row.measure = measure((int) (bits >>> 8) & 7);
    row.direction = !row.measure.isMoney() && (bits >>> 11 & 3) == 0 ? 1 : 0;
    row.amount = tables.amount(row.measure, year, (int) (bits >>> 16) & (BulkTables.DRAWS - 1));
    if (row.measure.isMoney()) {
      row.amount += (bits >>> 32) & 0xFFFF;
    }
  }

  private static int scale(long bits32, int n) {
    return (int) (bits32 * n >>> 32);
  }

  /** A quarter of the rows each: funds, donations (half cash, half kind), cadres, professionals. */
  private static Measure measure(int octal) {
    return switch (octal) {
      case 0, 1 -> Measure.FISCAL;
      case 2 -> Measure.CASH;
      case 3 -> Measure.KIND;
      case 4, 5 -> Measure.CADRES;
      default -> Measure.PROFESSIONALS;
    };
  }

  private void wrong() throws IOException {
    draw();
    Mistake mistake = WRONG[wrong++ % WRONG.length];
    mistakes.merge(mistake, 1L, Long::sum);
    switch (mistake) {
      case CODE_UNKNOWN -> row.write(out, ascii("769" + (900 + chance.below(90))), null);
      case CODE_SCI -> row.write(out, ascii("7.6E+05"), null);
      case NUM_AMBIGUOUS -> row.write(out, null, ascii("\"1,23\""));
      case NUM_SYNTAX -> row.write(out, null, ascii("about 120"));
      case YEAR_RANGE -> {
        row.year += 200;
        row.write(out);
      }
      default -> retired();
    }
  }

  private void retired() throws IOException {
    Change change = recodes.get(chance.below(recodes.size()));
    row.year = change.year() + 1 + chance.below(Years.LAST - change.year());
    row.write(out, ascii(change.before().code()), null);
  }

  /** An earlier row again, each at most once; one in ten with another amount. */
  private void again() throws IOException {
    int slot = chance.below(KEPT);
    BulkRow earlier = kept[slot];
    if (earlier == null) {
      good();
      return;
    }
    kept[slot] = null;
    if (chance.below(10) == 0) {
      totals.add(earlier, -1);
      earlier.amount += 100;
      mistakes.merge(Mistake.DUP_CONFLICT, 2L, Long::sum);
    } else {
      mistakes.merge(Mistake.DUP_EXACT, 1L, Long::sum);
    }
    earlier.write(out);
  }

  private String errors() {
    Csv csv = Csv.unix("file", "code", "count", "fate");
    mistakes.forEach((m, n) -> csv.row(FILE, m.name(), Long.toString(n), m.fate()));
    return csv.toString();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;

/** Reads the records of a landing part, all of them or chosen ones, column by column. */
public final class LandingReader {
  private LandingReader() {}

  /** Takes one record: its number in the part, its number in its row, and itself, reused. */
  @FunctionalInterface
  public interface Use {
    void record(long number, int item, LandedRecord record);
  }

  /**
   * Which records to read: those of given numbers, and those of given recipients or donors.
   *
   * @param numbers numbers in the part, from 0, ascending
   * @param codes recipient or donor codes
   */
  public record Wanted(long[] numbers, BitSet codes) {}

  /** Hands on every record, in order. */
  public static void readAll(Path part, Use use) {
    read(part, (group, first) -> IntStream.range(0, group.rows()).toArray(), use);
  }

  /** Hands on the wanted records, in order. */
  public static void read(Path part, Wanted wanted, Use use) {
    read(part, (group, first) -> rows(group, first, wanted), use);
  }

  /** Rows of a group to read, ascending. */
  private interface Choice {
    int[] rows(Group group, long first);
  }

  private static void read(Path part, Choice choice, Use use) {
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(part))) {
      long first = 0;
      for (var pages = reader.readNextRowGroup();
          pages != null;
          pages = reader.readNextRowGroup()) {
        Group group = new Group(pages);
        int[] rows = choice.rows(group, first);
        if (rows.length > 0) {
          new Records(group, rows).forEach(first, use);
        }
        first += group.rows();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int[] rows(Group group, long first, Wanted wanted) {
    BitSet rows = new BitSet(group.rows());
    int from = Arrays.binarySearch(wanted.numbers(), first);
    for (int i = from < 0 ? -from - 1 : from;
        i < wanted.numbers().length && wanted.numbers()[i] < first + group.rows();
        i++) {
      rows.set((int) (wanted.numbers()[i] - first));
    }
    if (!wanted.codes().isEmpty()) {
      for (String column : new String[] {"recipient_code", "donor_code"}) {
        group
            .column(column)
            .forEach(
                (row, values) -> {
                  if (wanted.codes().get(values.readInteger())) {
                    rows.set(row);
                  }
                });
      }
    }
    return rows.stream().toArray();
  }

  /** A row group; the pages of a column can be taken from the file only once. */
  private record Group(PageReadStore pages, Map<String, PageColumn> columns) {
    Group(PageReadStore pages) {
      this(pages, new HashMap<>());
    }

    int rows() {
      return Math.toIntExact(pages.getRowCount());
    }

    PageColumn column(String name) {
      return columns.computeIfAbsent(name, n -> new PageColumn(pages, n));
    }
  }

  /** Chosen records of a row group, as columns. */
  private static final class Records {
    private final Group group;
    private final int[] rows;

    Records(Group group, int[] rows) {
      this.group = group;
      this.rows = rows;
    }

    void forEach(long first, Use use) {
      long[] lines = longs("line");
      long[] offsets = longs("offset");
      int[] items = ints("item");
      String[] sources = texts("source_id");
      String[] ids = texts("record_id");
      int[] years = ints("year");
      int[] from = ints("year_from");
      int[] vintages = ints("code_vintage");
      int[] revisions = ints("revision");
      int[] recipients = ints("recipient_code");
      int[] donors = ints("donor_code");
      String[] directions = texts("direction");
      String[] indicators = texts("indicator");
      String[] forms = texts("form");
      String[] statuses = texts("status");
      long[] amounts = longs("amount");
      LandedRecord record = new LandedRecord();
      for (int i = 0; i < rows.length; i++) {
        record.line = lines[i];
        record.offset = offsets[i];
        record.sourceId = sources[i];
        record.recordId = ids[i];
        record.year = years[i];
        record.yearFrom = from[i];
        record.codeVintage = vintages[i];
        record.revision = revisions[i];
        record.recipientCode = recipients[i];
        record.donorCode = donors[i];
        record.direction = directions[i];
        record.indicator = indicators[i];
        record.form = forms[i];
        record.status = statuses[i];
        record.amount = amounts[i];
        use.record(first + rows[i], items[i], record);
      }
    }

    private long[] longs(String column) {
      long[] values = new long[rows.length];
      group.column(column).at(rows, (i, reader) -> values[i] = reader.readLong());
      return values;
    }

    private int[] ints(String column) {
      int[] values = new int[rows.length];
      group.column(column).at(rows, (i, reader) -> values[i] = reader.readInteger());
      return values;
    }

    private String[] texts(String column) {
      String[] values = new String[rows.length];
      PageColumn pages = group.column(column);
      Map<Binary, String> words = new IdentityHashMap<>();
      pages.at(
          rows,
          (i, reader) -> {
            Binary bytes = reader.readBytes();
            values[i] =
                pages.repeats()
                    ? words.computeIfAbsent(bytes, Binary::toStringUsingUTF8)
                    : bytes.toStringUsingUTF8();
          });
      return values;
    }
  }
}

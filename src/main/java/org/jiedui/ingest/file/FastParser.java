package org.jiedui.ingest.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the plain rows of a range of bytes without making a string: no quotes, six-digit codes,
 * four-digit years, plain decimal amounts, and words that the strict way has read before. Every
 * other row goes, with its whole extent, the strict way, in the order of the file.
 */
final class FastParser {
  private static final int WORDS_LIMIT = 4096;
  private static final int NAMES_LIMIT = 1 << 16;

  /** After so many rows the share of strict rows decides whether the attempt pays. */
  private static final int TRIAL_ROWS = 4096;

  private static final int STRICT_CHUNK = 1 << 20;

  private final FastPlan plan;
  private final PartBuilder out;
  private final RowTyper strict;
  private final RowReader rows;
  private final LearnedWords<Meaning> meanings = new LearnedWords<>(WORDS_LIMIT);
  private final List<Meaning> learned = new ArrayList<>();
  private final LearnedWords<Boolean> names = new LearnedWords<>(NAMES_LIMIT);
  private final long[] amounts;
  private final boolean[] present;
  private byte[] word = new byte[512];
  private int wordLength;

  private byte[] bytes;
  private long base;
  private int end;
  private PlainRow row;
  private int rowEnd;
  private long line;
  private int strictFrom = -1;
  private long strictLine;
  private long fastRows;
  private long strictRows;

  /** What the words of a row mean, its amounts' scale and bounds, and the sums they go to. */
  private static final class Meaning {
    private int source;
    private int[] kind;
    private int[] pow10;
    private long[] min;
    private long[] max;
    private String[] indicator;
    private ExactSum[] sum;
  }

  FastParser(FastPlan plan, Layout layout, PartBuilder out) {
    this.plan = plan;
    this.out = out;
    strict = new RowTyper(layout);
    rows = new RowReader(layout, strict);
    amounts = new long[plan.amounts.size()];
    present = new boolean[plan.amounts.size()];
  }

  /**
   * Reads the rows in {@code [0, length)}; {@code bytes} must be readable for 16 bytes more.
   *
   * @param start file offset of the first byte
   */
  Tally read(byte[] buffer, int length, long start, long firstLine) {
    bytes = buffer;
    row = new PlainRow(plan, buffer, length);
    end = length;
    base = start;
    line = firstLine;
    int at = 0;
    while (at < end) {
      at = fastRows + strictRows >= TRIAL_ROWS && strictRows > fastRows ? chunk(at) : row(at);
    }
    flushStrict(end);
    flushCounts();
    return strict.tally();
  }

  /** Rows that did not go the strict way. */
  long fastRows() {
    return fastRows;
  }

  /** Reads one row, or leaves it to the strict way; where the next one starts. */
  private int row(int at) {
    if (row.read(at)) {
      rowEnd = row.end;
      return meaning(at);
    }
    rowEnd = extent(at);
    leave(at);
    return rowEnd;
  }

  private int meaning(int at) {
    collectWords();
    Meaning meaning = meanings.find(LearnedWords.hash(word, wordLength), word, wordLength);
    boolean known = meaning != null && namesKnown();
    if (known && amounts(meaning)) {
      take(at, meaning);
    } else if (!known && !meanings.isFull() && !names.isFull()) {
      study(at, meaning);
    } else {
      leave(at);
    }
    return rowEnd;
  }

  /** Copies the word cells, each with a zero byte after it, which no plain cell contains. */
  private void collectWords() {
    wordLength = 0;
    for (int cell : plan.words) {
      append(cell);
    }
  }

  private void append(int cell) {
    int from = row.cellStart(cell);
    int length = row.cellEnd(cell) - from;
    if (wordLength + length + 9 > word.length) {
      word = Arrays.copyOf(word, (wordLength + length + 9) * 2);
    }
    System.arraycopy(bytes, from, word, wordLength, length);
    wordLength += length;
    word[wordLength++] = 0;
  }

  private boolean namesKnown() {
    for (int cell : plan.names) {
      if (!row.isEmpty(cell) && !nameKnown(cell)) {
        return false;
      }
    }
    return true;
  }

  private boolean nameKnown(int cell) {
    wordLength = 0;
    append(cell);
    return names.find(LearnedWords.hash(word, wordLength), word, wordLength) != null;
  }

  /** Reads the amounts; false when one of them is not plain, or when there is none. */
  private boolean amounts(Meaning meaning) {
    boolean any = false;
    for (int i = 0; i < amounts.length; i++) {
      int cell = plan.amounts.get(i).position();
      present[i] = !row.isEmpty(cell);
      if (!present[i]) {
        if (!plan.emptyIsMissing || plan.amounts.get(i).required() || plan.isLong) {
          return false;
        }
        continue;
      }
      amounts[i] = row.amount(cell, meaning.pow10[i]);
      if (amounts[i] < Math.max(0, meaning.min[i]) || amounts[i] > meaning.max[i]) {
        return false;
      }
      any = true;
    }
    return any;
  }

  private void take(int start, Meaning meaning) {
    flushStrict(start);
    for (int i = 0; i < amounts.length; i++) {
      if (present[i]) {
        out.add(
            line,
            base + start,
            meaning.source,
            bytes,
            row.idStart,
            row.idLength,
            row.year,
            row.recipient,
            row.donor,
            meaning.kind[i],
            amounts[i]);
        meaning.sum[i].add(amounts[i]);
      }
    }
    fastRows++;
    line++;
  }

  /** Reads one row the strict way at once and remembers what its words meant. */
  private void study(int start, Meaning known) {
    flushStrict(start);
    out.watch();
    line = rows.read(bytes, start, rowEnd, base, line, out);
    strictRows++;
    LandedRecord seen = out.seen();
    if (seen == null) {
      return;
    }
    if (known == null) {
      learn(seen);
    }
    for (int cell : plan.names) {
      if (!nameKnown(cell)) {
        names.learn(word, wordLength, Boolean.TRUE);
      }
    }
  }

  private void learn(LandedRecord seen) {
    Meaning meaning = new Meaning();
    int n = amounts.length;
    meaning.source = out.source(seen.sourceId);
    meaning.kind = new int[n];
    meaning.pow10 = new int[n];
    meaning.min = new long[n];
    meaning.max = new long[n];
    meaning.indicator = new String[n];
    meaning.sum = new ExactSum[n];
    for (int i = 0; i < n; i++) {
      Slot slot = plan.amounts.get(i);
      String indicator = plan.isLong ? seen.indicator : slot.measure().indicator();
      String form = plan.isLong ? seen.form : slot.measure().form();
      meaning.pow10[i] = slot.pow10() >= 0 ? slot.pow10() : pow10(slot, seen.amount);
      if (meaning.pow10[i] < 0) {
        return;
      }
      meaning.kind[i] =
          out.kind(
              new Kind(
                  indicator,
                  seen.direction,
                  form,
                  seen.status,
                  seen.codeVintage,
                  seen.revision,
                  seen.yearFrom));
      long[] bounds = plan.bounds(indicator, slot);
      meaning.min[i] = bounds[0];
      meaning.max[i] = bounds[1];
      meaning.indicator[i] = indicator;
      meaning.sum[i] = new ExactSum();
    }
    collectWords();
    meanings.learn(word, wordLength, meaning);
    learned.add(meaning);
  }

  /** The scale at which a plain amount becomes what the strict way read; -1 when none does. */
  private int pow10(Slot slot, long read) {
    for (int pow10 = 0; read > 0 && pow10 <= 10; pow10++) {
      if (row.amount(slot.position(), pow10) == read) {
        return pow10;
      }
    }
    return -1;
  }

  /** Leaves the row to the strict way, together with its neighbours. */
  private void leave(int start) {
    if (strictFrom < 0) {
      strictFrom = start;
      strictLine = line;
    }
    strictRows++;
    line += lineEnds(start, rowEnd);
    if (rowEnd - strictFrom > STRICT_CHUNK) {
      flushStrict(rowEnd);
    }
  }

  private void flushStrict(int to) {
    if (strictFrom >= 0) {
      int from = strictFrom;
      strictFrom = -1;
      line = rows.read(bytes, from, to, base, strictLine, out);
    }
  }

  /** Where strict rows prevail: a megabyte of whole rows goes the strict way. */
  private int chunk(int at) {
    int to = at;
    while (to < end && to - at < STRICT_CHUNK) {
      to = extent(to);
    }
    flushStrict(at);
    line = rows.read(bytes, at, to, base, line, out);
    return to;
  }

  /** Where the row ends, line end included, quotes taken into account. */
  private int extent(int start) {
    int next = RowReader.end(bytes, start, end, (char) plan.separator);
    return next < 0 ? end : next;
  }

  private int lineEnds(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += bytes[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  /** Rows and amounts of the fast way join those of the strict one. */
  private void flushCounts() {
    Tally tally = strict.tally();
    tally.rows(Tally.Place.READ, fastRows);
    tally.rows(Tally.Place.ACCEPTED, fastRows);
    for (Meaning meaning : learned) {
      for (int i = 0; i < meaning.sum.length; i++) {
        tally.sum(Tally.Place.READ, meaning.indicator[i]).add(meaning.sum[i]);
        tally.sum(Tally.Place.ACCEPTED, meaning.indicator[i]).add(meaning.sum[i]);
      }
    }
  }
}

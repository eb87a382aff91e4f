package org.jiedui.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiedui.ingest.file.FileCheck;
import org.jiedui.ingest.file.FileScan;
import org.jiedui.ingest.file.IngestSettings;
import org.jiedui.ingest.file.LandedRecord;
import org.jiedui.ingest.file.Layout;
import org.jiedui.ingest.file.Reason;
import org.jiedui.ingest.file.RecordKey;
import org.jiedui.ingest.file.Reject;
import org.jiedui.ingest.file.SourceRow;
import org.jiedui.ingest.file.SourceRows;
import org.jiedui.message.Text;

/** The files of a check: hands on their records once, and finds some of them again. */
final class CheckedFiles {
  private final Check.Request request;
  private final CodeAdvice advice;
  private final Taken taken;
  private final List<Heard> heard = new ArrayList<>();

  CheckedFiles(Check.Request request, Taken taken) {
    this.request = request;
    this.taken = taken;
    advice = new CodeAdvice(request.geography());
  }

  /** What is known of a file once its header was read. */
  record Heard(Input input, FileScan scan, List<Layout> layouts, List<LandedRecord> first) {
    /** The layout of a row. */
    Layout layout(long line) {
      return SourceRows.layout(layouts, line);
    }

    /** The same with one more table of the file. */
    Heard with(FileScan read, Layout layout) {
      List<Layout> all = new ArrayList<>(layouts);
      all.removeIf(l -> l.lineOf(0) == layout.lineOf(0));
      all.add(layout);
      return new Heard(input, read, List.copyOf(all), first);
    }
  }

  FileCheck.Watcher watcher(int number, Input input) {
    heard.add(new Heard(input, null, List.of(), new ArrayList<>()));
    return new Watching(number, input, taken);
  }

  Heard heard(int number) {
    return heard.get(number);
  }

  /** Takes one record on its way. */
  interface Taken {
    void record(String table, Found found, long hash);
  }

  /** Hands on the records of one file as {@link Found}. */
  private final class Watching implements FileCheck.Watcher {
    private final int number;
    private final Input input;
    private final String table;
    private final RecordKey key;
    private final Taken taken;
    private long line = -1;
    private int item;

    Watching(int number, Input input, Taken taken) {
      this.number = number;
      this.input = input;
      this.taken = taken;
      table = request.table(input);
      key = RecordKey.of(request.contract().table(table));
    }

    @Override
    public void understood(FileScan scan, Layout layout) {
      heard.set(number, heard.get(number).with(scan, layout));
    }

    @Override
    public Layout placed(Layout layout) {
      return layout.placed(request.places());
    }

    @Override
    public Reject advised(Reject reject) {
      if (reject.codes().get(0) == Reason.CODE_NAME_ONLY) {
        return reject.suggesting(Text.same("jobs/jiedui codes " + input.path()));
      }
      return advice.advised(reject, layout(reject));
    }

    private Layout layout(Reject reject) {
      return heard.get(number).layouts().stream()
          .filter(l -> l.sheetName().equals(reject.sheet()))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public void record(LandedRecord record) {
      record.sourceId = record.sourceId.isEmpty() ? input.sourceId() : record.sourceId;
      item = record.line == line ? item + 1 : 0;
      line = record.line;
      taken.record(table, Found.of(number, "", 0, item, record), key.hash(record));
    }
  }

  /** What is kept of a file that is read again. */
  interface Kept {
    boolean test(Found found, long hash);
  }

  List<Found> read(String table, Kept kept) {
    List<Found> candidates = new ArrayList<>();
    for (int i = 0; i < heard.size(); i++) {
      Input input = heard.get(i).input();
      if (!heard.get(i).layouts().isEmpty() && request.table(input).equals(table)) {
        Taken taken =
            (of, found, hash) -> {
              if (kept.test(found, hash)) {
                candidates.add(found);
              }
            };
        FileCheck.of(input.path(), request.contract(), table, new Watching(i, input, taken));
      }
    }
    return candidates;
  }

  /** How the running total that a record is one of was declared. */
  Optional<IngestSettings.Cumulative> running(Found f) {
    Input input = heard.get(f.landing()).input();
    String table = request.table(input);
    return table.equals(Input.FLOWS) && f.yearFrom() == 0
        ? request
            .contract()
            .cumulative(
                table, input.path().getFileName().toString(), f.indicator(), f.form(), f.status())
        : Optional.empty();
  }

  /** Which of two records came first. */
  Comparator<Found> age() {
    return Comparator.comparingInt(Found::revision).thenComparingInt(this::rank);
  }

  /** Where a source amends, the files count in the order they are given. */
  private int rank(Found f) {
    boolean amends =
        request.contract().settings().delivery(f.sourceId()) == IngestSettings.Delivery.AMEND;
    return amends ? f.landing() : 0;
  }

  /** The row of a record, read again. */
  SourceRow row(Found f) {
    Heard file = heard.get(f.landing());
    try (var rows = new SourceRows(file.input().path(), file.layouts())) {
      return rows.at(f.line(), f.offset());
    }
  }

  Layout layout(Found f) {
    return heard.get(f.landing()).layout(f.line());
  }

  String place(Found f) {
    return layout(f).place(f.line());
  }
}

package org.jiedui.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiedui.ingest.file.Contract;
import org.jiedui.ingest.file.FileCheck;
import org.jiedui.ingest.file.FileScan;
import org.jiedui.ingest.file.IngestSettings;
import org.jiedui.ingest.file.LandedRecord;
import org.jiedui.ingest.file.Layout;
import org.jiedui.ingest.file.PlaceCodes;
import org.jiedui.ingest.file.Reason;
import org.jiedui.ingest.file.Tally;
import org.jiedui.message.ExitCode;
import org.jiedui.message.Problem;
import org.jiedui.reference.Geography;
import org.jiedui.reference.Pairings;

/**
 * Reads files as ingest would, without Spark and without writing: headers, cells, codes and
 * duplicates within the files given. Every problem comes in one answer, grouped by cause.
 */
public final class Check {
  /** Problems shown of each cause. */
  public static final int SHOWN = FileCheck.SHOWN;

  private final Request request;
  private final CheckedCauses causes = new CheckedCauses();

  private Check(Request request) {
    this.request = request;
  }

  /**
   * What to read and by which facts.
   *
   * @param fromYear first year in scope
   * @param toYear last year in scope
   * @param places what was decided for rows that carry names and no code
   */
  public record Request(
      List<Input> inputs,
      Contract contract,
      Geography geography,
      Pairings pairings,
      int fromYear,
      int toYear,
      PlaceCodes places) {
    public Request {
      inputs = List.copyOf(inputs);
    }

    /** Without any map of names. */
    public Request(
        List<Input> inputs,
        Contract contract,
        Geography geography,
        Pairings pairings,
        int fromYear,
        int toYear) {
      this(inputs, contract, geography, pairings, fromYear, toYear, PlaceCodes.NONE);
    }

    String table(Input input) {
      String name = input.path().getFileName().toString();
      return input.table().isEmpty() ? contract.tableOf(name) : input.table();
    }
  }

  /**
   * All problems of one code.
   *
   * @param count rows; files for what concerns a file or its header
   * @param shown the first {@link #SHOWN}
   */
  public record Cause(String code, Problem.Level level, long count, List<Problem> shown) {}

  /**
   * One file as it is understood.
   *
   * @param scan null when the file is refused before its header
   * @param layouts one a table of the file; none when it is refused
   * @param first the first records, as read
   * @param rejected rows, those included that fail by codes or beside other rows
   */
  public record CheckedFile(
      Input input,
      FileScan scan,
      List<Layout> layouts,
      List<LandedRecord> first,
      Tally tally,
      boolean refused,
      long rejected) {}

  /**
   * The answer.
   *
   * @param causes the worst first
   * @param duplicatesChecked false when there were too many records to compare
   */
  public record Result(List<CheckedFile> files, List<Cause> causes, boolean duplicatesChecked) {
    /** 4 when a file is refused, 3 when a gate would stop the run, else 0. */
    public ExitCode exit() {
      boolean gate = causes.stream().anyMatch(c -> c.level() == Problem.Level.ERROR && isGate(c));
      return files.stream().anyMatch(CheckedFile::refused)
          ? ExitCode.INPUT
          : gate ? ExitCode.GATE : ExitCode.OK;
    }

    private static boolean isGate(Cause cause) {
      return cause.code().equals(Gates.REJECT_SHARE);
    }

    public boolean hasWarnings() {
      return causes.stream().anyMatch(c -> c.level() != Problem.Level.NOTE);
    }
  }

  public static Result of(Request request) {
    return new Check(request).run();
  }

  private Result run() {
    CheckedRecords records = new CheckedRecords(request);
    List<FileCheck> checks = new ArrayList<>();
    for (int i = 0; i < request.inputs().size(); i++) {
      Input input = request.inputs().get(i);
      FileCheck check =
          FileCheck.of(
              input.path(),
              request.contract(),
              request.table(input),
              records.files().watcher(i, input));
      checks.add(check);
      causes.add(check);
    }
    Map<Integer, Map<Reason, Long>> apart = new TreeMap<>();
    records.decide(apart, causes);
    List<CheckedFile> files = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      files.add(file(checks.get(i), records.files().heard(i), apart.getOrDefault(i, Map.of())));
    }
    return new Result(files, causes.sorted(), records.duplicatesChecked());
  }

  private CheckedFile file(FileCheck check, CheckedFiles.Heard heard, Map<Reason, Long> apart) {
    long rejected =
        check.tally().rows(Tally.Place.REJECTED)
            + apart.values().stream().mapToLong(Long::longValue).sum();
    Map<Reason, Long> codes = new TreeMap<>(check.tally().codes());
    apart.forEach((reason, rows) -> codes.merge(reason, rows, Long::sum));
    IngestSettings.Gates limits = request.contract().settings().gates();
    if (!check.refused()) {
      new Gates(limits)
          .share(
              check.file().getFileName().toString(),
              rejected,
              check.tally().rows(Tally.Place.READ),
              codes)
          .ifPresent(causes::add);
    }
    return new CheckedFile(
        heard.input(),
        heard.scan(),
        heard.layouts(),
        heard.first(),
        check.tally(),
        check.refused(),
        rejected);
  }

  static Comparator<Cause> worstFirst() {
    return Comparator.comparing(Cause::level)
        .thenComparing(cause -> cause.code().equals(Gates.REJECT_SHARE))
        .thenComparing(Comparator.comparingLong(Cause::count).reversed())
        .thenComparing(Cause::code);
  }
}

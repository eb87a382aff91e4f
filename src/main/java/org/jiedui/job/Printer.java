package org.jiedui.job;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jiedui.export.CsvFormat;
import org.jiedui.export.JsonFormat;
import org.jiedui.export.PaperTable;
import org.jiedui.export.TextFormat;
import org.jiedui.message.Lang;
import org.jiedui.message.Problem;
import org.jiedui.message.Progress;
import org.jiedui.message.Text;
import org.jiedui.report.TableReport;
import org.jiedui.run.ProgressLine;
import org.jiedui.table.Frame;

/** Results to stdout, everything else to stderr, both in UTF-8. */
public final class Printer {
  private final PrintStream out = utf8(System.out);
  private final PrintStream err = utf8(System.err);
  private final Lang lang;
  private final OutputOptions.Format format;
  private final Optional<ProgressLine> progress;

  Printer(OutputOptions.Format format, Lang lang, OutputOptions.Manner manner) {
    this.format = format;
    this.lang = lang;
    progress =
        manner == OutputOptions.Manner.QUIET
            ? Optional.empty()
            : Optional.of(ProgressLine.of(err, lang));
  }

  /** False when a program reads the results, which then get one table and no sentence. */
  boolean forPeople() {
    return format == OutputOptions.Format.text;
  }

  Lang lang() {
    return lang;
  }

  void table(PaperTable table) {
    endProgress();
    out.print(
        switch (format) {
          case text -> TextFormat.of(table, lang) + "\n";
          case csv -> CsvFormat.of(table);
          case json -> JsonFormat.of(table);
        });
    out.flush();
  }

  /** A table as it stands, every column. */
  void whole(Frame frame) {
    table(TableReport.of(frame, List.of()));
  }

  /** The printed form for people, the whole table for programs. */
  void either(Frame frame, Function<Frame, PaperTable> printed) {
    if (forPeople()) {
      table(printed.apply(frame));
    } else {
      whole(frame);
    }
  }

  /** A sentence among the results; programs do not get it. */
  void line(Text text) {
    endProgress();
    if (forPeople()) {
      out.println(text.in(lang));
    }
  }

  /** Shows how far the work has come, until the first result. */
  Progress progress() {
    return progress.<Progress>map(p -> p).orElse(Progress.NONE);
  }

  void endProgress() {
    progress.ifPresent(ProgressLine::end);
  }

  void problem(Problem problem) {
    String words = problem.in(lang);
    progress.ifPresentOrElse(p -> p.say(words), () -> err.println(words));
  }

  /** A moment to the second: nobody reads billionths. */
  static String moment(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Bytes go out as UTF-8 whatever the machine's locale says. */
  public static PrintStream utf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}

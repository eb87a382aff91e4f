package org.jiedui.job;

import java.util.Locale;
import org.jiedui.message.Lang;
import picocli.CommandLine.Option;

/** How a command speaks: language, form of its results, help. */
public final class OutputOptions {
  /** Form of results on stdout. */
  public enum Format {
    text,
    csv,
    json
  }

  /** Whether it is told how far the work has come. */
  enum Manner {
    TELLING,
    QUIET
  }

  @Option(names = "--format", paramLabel = "text|csv|json", descriptionKey = "format")
  private Format format = Format.text;

  @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "lang")
  private String language;

  @Option(names = "--quiet", descriptionKey = "quiet")
  private boolean quiet;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help")
  private boolean help;

  private Printer printer;

  Printer printer() {
    if (printer == null) {
      printer = new Printer(format, lang(), quiet ? Manner.QUIET : Manner.TELLING);
    }
    return printer;
  }

  /** Takes away the line that tells how far the work has come. */
  public void endProgress() {
    if (printer != null) {
      printer.endProgress();
    }
  }

  private Lang lang() {
    return Lang.of(language == null ? Locale.getDefault() : Locale.forLanguageTag(language));
  }
}

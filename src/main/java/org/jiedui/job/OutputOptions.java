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

  @Option(names = "--format", paramLabel = "text|csv|json", descriptionKey = "format")
  private Format format = Format.text;

  @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "lang")
  private String language;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help")
  private boolean help;

  Printer printer() {
    return new Printer(format, lang());
  }

  private Lang lang() {
    return Lang.of(language == null ? Locale.getDefault() : Locale.forLanguageTag(language));
  }
}

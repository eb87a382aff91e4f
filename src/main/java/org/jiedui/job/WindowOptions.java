package org.jiedui.job;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiedui.analysis.Windows;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import picocli.CommandLine.Option;

/** The two windows, for a panel that has no study file. */
public final class WindowOptions {
  private static final Pattern SPAN = Pattern.compile("([0-9]{4})-([0-9]{4})");

  @Option(names = "--before", paramLabel = "YEAR-YEAR", descriptionKey = "before")
  private String before = "1996-2015";

  @Option(names = "--after", paramLabel = "YEAR-YEAR", descriptionKey = "after")
  private String after = "2016-2020";

  Windows windows() {
    int[] first = span("--before", before);
    int[] second = span("--after", after);
    return new Windows(first[0], first[1], second[0], second[1]);
  }

  private static int[] span(String option, String written) {
    Matcher years = SPAN.matcher(written);
    if (!years.matches()) {
      throw new InputException(
          ExitCode.USAGE,
          Problem.error(
                  "USAGE",
                  Text.of(option + " 无法理解:" + written, option + " not understood: " + written))
              .expected("起始年-结束年,如 1996-2015", "first year-last year, such as 1996-2015"));
    }
    return new int[] {Integer.parseInt(years.group(1)), Integer.parseInt(years.group(2))};
  }
}

package org.jiedui.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Records as nights bring them: those that are there already, one in a hundred again as new records
 * of one year, and as many as new records of all years. New records have ids of their own.
 */
record Arrivals(Path there, Path oneYear, Path allYears) {
  private static final String YEAR = "2019";
  private static final int ONE_IN = 100;

  static Arrivals of(Path source, Path folder, long rows) throws IOException {
    Files.createDirectories(folder);
    var arrivals =
        new Arrivals(
            source, folder.resolve("night_one_year.csv"), folder.resolve("night_all_years.csv"));
    try (BufferedReader from = Files.newBufferedReader(source);
        BufferedWriter one = Files.newBufferedWriter(arrivals.oneYear);
        BufferedWriter all = Files.newBufferedWriter(arrivals.allYears)) {
      String header = from.readLine() + "\n";
      one.write(header);
      all.write(header);
      long left = rows / ONE_IN;
      String line = from.readLine();
      for (long i = 0; line != null; i++) {
        if (i % ONE_IN == 0) {
          all.write(renumbered(line, 2 * rows));
        }
        if (left > 0 && line.split(",", 3)[1].equals(YEAR)) {
          one.write(renumbered(line, rows));
          left--;
        }
        line = from.readLine();
      }
    }
    return arrivals;
  }

  private static String renumbered(String line, long by) {
    int end = line.indexOf(',');
    return Long.parseLong(line.substring(0, end)) + by + line.substring(end) + "\n";
  }
}

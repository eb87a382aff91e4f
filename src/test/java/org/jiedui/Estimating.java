package org.jiedui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The command {@code estimate} on panels written to a folder, and what it prints as CSV. */
record Estimating(Path folder) {
  /** First treated year of each unit of panel T, 0 for never. */
  private static final int[] FIRST = {3, 3, 3, 4, 4, 4, 0, 0, 0, 0, 0, 0};

  private static final String[] T = {
    "10 11 15 17 20", "8 8 13 14 15", "12 14 17 21 22", "9 10 11 16 18", "7 9 9 13 15",
    "11 11 13 17 21", "10 10 12 12 13", "6 8 8 9 11", "9 9 10 12 12", "13 14 14 15 17",
    "8 9 11 11 12", "5 6 7 8 8"
  };

  /** A line of output, columns by position. */
  record Found(List<String> cells) {
    double at(int column) {
      return Double.parseDouble(cells.get(column));
    }

    double estimate() {
      return at(1);
    }

    double error() {
      return at(2);
    }

    double statistic() {
      return at(3);
    }

    double p() {
      return at(4);
    }

    double low() {
      return at(5);
    }

    double high() {
      return at(6);
    }

    String status() {
      return cells.get(10);
    }

    String flags() {
      return cells.get(11);
    }
  }

  record Output(int exit, List<Found> lines) {
    Found one(String term, String method) {
      List<Found> found =
          lines.stream()
              .filter(l -> l.cells().get(0).equals(term) && l.cells().get(9).startsWith(method))
              .toList();
      assertThat(found).as(term + " by " + method + " in " + lines).hasSize(1);
      return found.get(0);
    }
  }

  static Output estimate(Path panel, String options) {
    List<String> words = new ArrayList<>(List.of("estimate", "--panel", panel.toString()));
    words.addAll(List.of(options.split(" ")));
    words.addAll(List.of("--format", "csv"));
    PrintStream out = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    int exit;
    try {
      exit = Main.run(words.toArray(String[]::new));
    } finally {
      System.setOut(out);
    }
    List<Found> lines =
        printed.toString(StandardCharsets.UTF_8).lines().skip(1).map(Estimating::cells).toList();
    return new Output(exit, lines);
  }

  private static Found cells(String line) {
    List<String> cells = new ArrayList<>();
    boolean quoted = false;
    StringBuilder cell = new StringBuilder();
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return new Found(cells);
  }

  Path write(String name, String header, List<String> lines) throws IOException {
    return Files.writeString(folder.resolve(name), header + "\n" + String.join("\n", lines) + "\n");
  }

  /** Public data of the test resources. */
  Path shipped(String name) throws IOException {
    try (InputStream in = Estimating.class.getResourceAsStream("/stats/" + name)) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .collect(Collectors.toList());
      return write(name, lines.remove(0), lines);
    }
  }

  /** Units of panel T by their numbers. */
  Path panelT(int... units) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int unit : units) {
      String[] values = T[unit].split(" ");
      for (int t = 1; t <= 5; t++) {
        boolean treated = FIRST[unit] > 0 && t >= FIRST[unit];
        String first = FIRST[unit] == 0 ? "" : String.valueOf(FIRST[unit]);
        lines.add(unit + "," + t + "," + values[t - 1] + "," + first + "," + (treated ? 1 : 0));
      }
    }
    return write("t" + Arrays.hashCode(units) + ".csv", "unit,year,value,first_treated,D", lines);
  }

  /** Units of panel T that are first treated in one of these years. */
  static int[] cohort(int... wanted) {
    return IntStream.range(0, FIRST.length)
        .filter(i -> Arrays.stream(wanted).anyMatch(g -> g == FIRST[i]))
        .toArray();
  }
}

package org.jiedui.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The rows of one file in other shapes: what is not plain must not cost much more. */
enum Shapes {
  /** The same bytes again, so that the noise of the machine is seen. */
  PLAIN(StandardCharsets.UTF_8, line -> line),
  /** Every cell in quotes. */
  QUOTED(StandardCharsets.UTF_8, Shapes::quoted),
  /** Encoded as spreadsheets of Chinese offices save it. */
  GB18030(Charset.forName("GB18030"), line -> line),
  /** Every row is rejected. */
  REJECTS(StandardCharsets.UTF_8, Shapes::unreadable);

  private final Charset charset;
  private final UnaryOperator<String> row;

  Shapes(Charset charset, UnaryOperator<String> row) {
    this.charset = charset;
    this.row = row;
  }

  /** Writes the first rows of a file anew. */
  void write(Path source, Path file, long rows) throws IOException {
    Files.createDirectories(file.getParent());
    try (BufferedReader from = Files.newBufferedReader(source);
        BufferedWriter to = Files.newBufferedWriter(file, charset)) {
      to.write(from.readLine() + "\n");
      String line = from.readLine();
      for (long i = 0; line != null && i < rows; i++) {
        to.write(row.apply(line) + "\n");
        line = from.readLine();
      }
    }
  }

  private static String quoted(String line) {
    return Arrays.stream(line.split(",", -1))
        .map(cell -> '"' + cell + '"')
        .collect(Collectors.joining(","));
  }

  /** The year, which stands in the second column, loses its century. */
  private static String unreadable(String line) {
    List<String> cells = Arrays.asList(line.split(",", -1));
    cells.set(1, cells.get(1).substring(2));
    return String.join(",", cells);
  }
}

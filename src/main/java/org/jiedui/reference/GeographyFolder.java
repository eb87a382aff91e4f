package org.jiedui.reference;

import com.typesafe.config.ConfigUtil;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** Writes the three files of a geography; a folder that already holds something is refused. */
final class GeographyFolder {
  private final Path dir;

  private GeographyFolder(Path dir) {
    this.dir = dir;
  }

  static GeographyFolder create(Path dir) {
    try {
      Files.createDirectories(dir);
      try (Stream<Path> inside = Files.list(dir)) {
        if (inside.findAny().isPresent()) {
          throw new InputException(ExitCode.USAGE, taken(dir));
        }
      }
      return new GeographyFolder(dir);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void csv(String name, List<String> header, List<List<String>> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(header);
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    write(name, text.toString());
  }

  void about(List<String> settings) {
    write("geography.conf", String.join("\n", settings) + "\n");
  }

  static String quoted(String text) {
    return ConfigUtil.quoteString(text);
  }

  /** Takes back what was written, so that a refused table leaves no folder behind. */
  void discard() {
    try {
      for (String name : List.of("units.csv", "changes.csv", "geography.conf")) {
        Files.deleteIfExists(dir.resolve(name));
      }
      Files.deleteIfExists(dir);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, String text) {
    try {
      Files.writeString(dir.resolve(name), text, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Problem taken(Path dir) {
    return Problem.error("OUT_TAKEN", Text.of("目标目录不是空的", "the folder to write to is not empty"))
        .at(dir.toString())
        .fix("给出一个新目录", "name a new folder");
  }
}

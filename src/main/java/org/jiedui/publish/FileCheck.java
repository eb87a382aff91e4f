package org.jiedui.publish;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** Reads a stored file again and compares it with its entry in the manifest, bytes and content. */
record FileCheck(Durable durable, String folder) {
  /** The problem, naming the file; empty when all is as it was written. */
  Optional<Problem> problem(StoredFile file) throws IOException {
    Optional<Problem> bytes = bytesProblem(file);
    return bytes.isPresent()
        ? bytes
        : file.table().flatMap(summary -> contentProblem(name(file), summary));
  }

  /** The same for the bytes alone. */
  Optional<Problem> bytesProblem(StoredFile file) throws IOException {
    try {
      String found = durable.sha256(name(file));
      return found.equals(file.sha256())
          ? Optional.empty()
          : Optional.of(differs(name(file), file.sha256(), found));
    } catch (NoSuchFileException e) {
      return Optional.of(missing(name(file)));
    }
  }

  private String name(StoredFile file) {
    return folder + "/" + file.path();
  }

  private Optional<Problem> contentProblem(String name, TableSummary expected) {
    try (TableReader reader = new TableReader(durable.store().read(name))) {
      return reader.summary().equals(expected)
          ? Optional.empty()
          : Optional.of(unreadable(name, "rows, schema or values differ from the manifest"));
    } catch (IOException e) {
      return Optional.of(unreadable(name, e.getMessage()));
    }
  }

  static Problem missing(String name) {
    return Problem.error(
            "FILE_MISSING", Text.of("版本清单中的文件不存在", "a file of the version's manifest is not there"))
        .at(name);
  }

  static Problem differs(String name, String expected, String found) {
    return Problem.error(
            "FILE_DIFFERS",
            Text.of(
                "文件内容与发布时不同:sha256 为 " + found,
                "the file is not what was published: its sha256 is " + found))
        .at(name)
        .expected(expected, expected);
  }

  private static Problem unreadable(String name, String cause) {
    return Problem.error(
            "FILE_CONTENT",
            Text.of("无法按清单读取该表:" + cause, "the table does not read as listed: " + cause))
        .at(name);
  }
}

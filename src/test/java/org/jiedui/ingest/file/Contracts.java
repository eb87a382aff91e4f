package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jiedui.reference.Indicators;

/** The shipped contract, and files written for a test. */
final class Contracts {
  static final Contract SHIPPED = load(Path.of("conf/schema.conf"));

  /** The same with the declarations of the bad files. */
  static final Contract MESSY = load(Path.of("sample-data/messy/schema.conf"));

  private Contracts() {}

  static Contract load(Path schema) {
    return Contract.load(schema, Indicators.load(Path.of("conf/indicators")));
  }

  /** The shipped schema with settings of its own. */
  static Contract withSettings(Path dir, String ingest) {
    write(dir, "schema.conf", read(Path.of("conf/schema.conf")), StandardCharsets.UTF_8);
    write(dir, "ingest.conf", ingest, StandardCharsets.UTF_8);
    return load(dir.resolve("schema.conf"));
  }

  static Path write(Path dir, String name, String text) {
    return write(dir, name, text, StandardCharsets.UTF_8);
  }

  static Path write(Path dir, String name, String text, Charset charset) {
    return write(dir, name, text.getBytes(charset));
  }

  static Path write(Path dir, String name, byte[] bytes) {
    try {
      return Files.write(dir.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Kept readAll(Path file) {
    return readAll(file, SHIPPED);
  }

  static Kept readAll(Path file, Contract contract) {
    RawFile raw = RawFile.open(file, contract, contract.tableOf(file.getFileName().toString()));
    var kept = new Kept();
    kept.tally = new Tally();
    for (Layout layout : raw.layouts()) {
      kept.tally.add(FileCheck.read(file, raw.scan(), layout, kept));
    }
    return kept;
  }

  /** Everything a file gave, in order. */
  static final class Kept implements Sink {
    final List<LandedRecord> records = new ArrayList<>();
    final List<Reject> rejects = new ArrayList<>();
    final List<Long> blanks = new ArrayList<>();
    final List<String> flags = new ArrayList<>();
    final List<Long> totals = new ArrayList<>();
    Tally tally;

    @Override
    public void record(LandedRecord record) {
      records.add(record.copy());
    }

    @Override
    public void reject(Reject reject) {
      rejects.add(reject);
    }

    @Override
    public void blank(long line) {
      blanks.add(line);
    }

    @Override
    public void controlTotal(long line, List<Amount> amounts) {
      totals.add(line);
    }

    @Override
    public void flag(Reason code, long line) {
      flags.add(code + "@" + line);
    }

    List<String> shown() {
      return records.stream().map(LandedRecord::toString).toList();
    }

    List<String> codes() {
      return rejects.stream().map(r -> r.row() + ":" + r.codesText()).toList();
    }
  }
}

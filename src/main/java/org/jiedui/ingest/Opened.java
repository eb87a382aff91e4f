package org.jiedui.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jiedui.ingest.file.Contract;
import org.jiedui.ingest.file.FileScan;
import org.jiedui.ingest.file.Layout;
import org.jiedui.ingest.file.Pii;
import org.jiedui.ingest.file.RawFile;
import org.jiedui.message.InputException;

/** How a raw file is read: found out at once, or when it is first asked for. */
final class Opened {
  private record Reading(FileScan scan, List<Layout> layouts) {
    Reading with(UnaryOperator<Layout> otherwise) {
      return new Reading(scan, layouts.stream().map(otherwise).toList());
    }
  }

  private final Supplier<Reading> open;
  private Reading reading;

  private Opened(Supplier<Reading> open) {
    this.open = open;
  }

  static Opened later(Contract contract, String table, Input input, Path bytes) {
    return new Opened(() -> named(contract, table, input, bytes));
  }

  static Opened now(Contract contract, String table, Input input, Path bytes) {
    Opened opened = later(contract, table, input, bytes);
    opened.reading();
    return opened;
  }

  /** As it is found to be read. */
  static Opened as(FileScan scan, List<Layout> layouts) {
    return new Opened(() -> new Reading(scan, layouts));
  }

  /** The same file read in another way; it is opened no sooner for that. */
  Opened with(UnaryOperator<Layout> otherwise) {
    Opened read = new Opened(() -> reading().with(otherwise));
    if (isOpen()) {
      read.reading();
    }
    return read;
  }

  /** Whether the file has been opened by this run. */
  synchronized boolean isOpen() {
    return reading != null;
  }

  FileScan scan() {
    return reading().scan();
  }

  List<Layout> layouts() {
    return reading().layouts();
  }

  private synchronized Reading reading() {
    if (reading == null) {
      reading = open.get();
    }
    return reading;
  }

  /** What a file is lies partly in its name, which archived bytes have only for a moment. */
  private static Reading named(Contract contract, String table, Input input, Path bytes) {
    if (bytes.getFileName().toString().equals(input.name())) {
      return read(contract, table, input, bytes);
    }
    try {
      Path folder = Files.createTempDirectory(bytes.toAbsolutePath().getParent(), ".named-");
      Path link = folder.resolve(input.name());
      try {
        return read(contract, table, input, Files.createLink(link, bytes));
      } finally {
        Files.deleteIfExists(link);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reading read(Contract contract, String table, Input input, Path file) {
    RawFile raw = open(contract, table, file);
    List<Layout> layouts = raw.layouts().stream().map(l -> l.withSource(input.sourceId())).toList();
    return new Reading(Pii.covered(raw.scan(), layouts.get(0)), layouts);
  }

  private static RawFile open(Contract contract, String table, Path file) {
    try {
      return RawFile.open(file, contract, table);
    } catch (InputException e) {
      throw Pii.covered(e, file, contract.table(table));
    }
  }
}

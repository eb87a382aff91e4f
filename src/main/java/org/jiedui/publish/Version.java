package org.jiedui.publish;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiedui.message.Closest;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;

/**
 * One published version. It opens only files of its manifest, and refuses one that is missing or
 * differs from what was published.
 */
public final class Version {
  private final Store store;
  private final Durable durable;
  private final Commit commit;
  private Manifest manifest;

  Version(Store store, Commit commit) {
    this.store = new GraceStore(store);
    this.durable = new Durable(this.store);
    this.commit = commit;
  }

  public Commit commit() {
    return commit;
  }

  public long seq() {
    return commit.seq();
  }

  public Manifest manifest() {
    if (manifest == null) {
      manifest = Storage.call(this::readManifest);
    }
    return manifest;
  }

  /** Whether it waits for approval: readers do not get it by default. */
  public boolean isHeld() {
    List<Commit> own = List.of(commit);
    return commit.held()
        && Storage.call(() -> new Marks(store, commit.report(), Marks.APPROVALS).of(own)).isEmpty();
  }

  /** Size of all files together. */
  public long bytes() {
    return manifest().files().stream().mapToLong(StoredFile::bytes).sum();
  }

  /** Names of the tables, sorted. */
  public List<String> tables() {
    return manifest().files().stream()
        .filter(file -> file.table().isPresent())
        .map(file -> file.path().replace(StoredFile.TABLE_SUFFIX, ""))
        .sorted()
        .toList();
  }

  /** Names of the other files, sorted. */
  public List<String> texts() {
    return manifest().files().stream()
        .filter(file -> file.table().isEmpty())
        .map(StoredFile::path)
        .sorted()
        .toList();
  }

  /** The whole table; fields, units and labels come from the file. */
  public Frame read(String table) {
    String name = checked(table + StoredFile.TABLE_SUFFIX);
    return Storage.call(
        () -> {
          try (SeekableByteChannel channel = store.read(name)) {
            return TableFile.read(channel);
          }
        });
  }

  /** What every table of the version says of itself in its footer, under that key. */
  public Optional<String> fact(String key) {
    return tables().stream()
        .findFirst()
        .flatMap(
            table ->
                Storage.call(
                    () -> {
                      String name = checked(table + StoredFile.TABLE_SUFFIX);
                      try (SeekableByteChannel channel = store.read(name)) {
                        return Optional.ofNullable(TableFile.footer(channel).get(key));
                      }
                    }));
  }

  /** The table row by row, whatever its size; to be closed. */
  public TableFile.Rows rows(String table) {
    String name = checked(table + StoredFile.TABLE_SUFFIX);
    return Storage.call(() -> new TableFile.Rows(store.read(name)));
  }

  /** The columns of a table, without its rows. */
  public List<Field> fields(String table) {
    return Storage.call(
        () -> {
          try (TableFile.Rows rows = rows(table)) {
            return rows.fields();
          }
        });
  }

  /** How many rows a table has. */
  public long size(String table) {
    String name = table + StoredFile.TABLE_SUFFIX;
    return manifest().files().stream()
        .filter(file -> file.path().equals(name))
        .flatMap(file -> file.table().stream())
        .mapToLong(TableSummary::rows)
        .sum();
  }

  /** A text file of the version. */
  public String text(String file) {
    String name = checked(file);
    return Storage.call(() -> durable.text(name));
  }

  /** The version's folder on this machine. */
  public Path path() {
    return store
        .local(folder())
        .orElseThrow(() -> new IllegalStateException("the store is not on this machine"));
  }

  /** How a person names the version's folder. */
  public String place() {
    return store.place(folder());
  }

  /** Everything of this version that is missing or differs; each problem names its file. */
  public List<Problem> verify() {
    return Storage.call(
        () -> {
          List<Problem> problems = new ArrayList<>();
          try {
            for (StoredFile file : manifest().files()) {
              new FileCheck(durable, folder()).problem(file).ifPresent(problems::add);
            }
          } catch (InputException e) {
            problems.addAll(e.problems());
          }
          return problems;
        });
  }

  private String checked(String file) {
    StoredFile listed =
        manifest().file(file).orElseThrow(() -> new InputException(ExitCode.USAGE, unknown(file)));
    Storage.call(() -> new FileCheck(durable, folder()).bytesProblem(listed))
        .ifPresent(this::refuse);
    return folder() + "/" + file;
  }

  private Problem unknown(String file) {
    String table = file.replace(StoredFile.TABLE_SUFFIX, "");
    String known = String.join(", ", tables());
    Problem problem =
        Problem.error(
                "TABLE_UNKNOWN",
                Text.of(
                    "版本 " + seq() + " 中没有表 " + table,
                    "version " + seq() + " has no table " + table))
            .expected(known, known);
    return Closest.to(table, tables())
        .map(near -> problem.fix("是否指 " + near + "?", "did you mean " + near + "?"))
        .orElse(problem);
  }

  private Manifest readManifest() throws IOException {
    String name = commit.report() + "/" + commit.manifest();
    try {
      byte[] bytes = durable.bytes(name);
      if (!Sha256.of(bytes).equals(commit.manifestSha256())) {
        refuse(FileCheck.differs(name, commit.manifestSha256(), Sha256.of(bytes)));
      }
      return Manifest.parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      refuse(isCollected() ? collected() : FileCheck.missing(name));
      throw e;
    }
  }

  private boolean isCollected() throws IOException {
    return new CommitLog(store, commit.report()).read().isCollected(commit);
  }

  private Problem collected() {
    return Problem.error(
        "VERSION_COLLECTED",
        Text.of("版本 " + seq() + " 的文件已清理", "the files of version " + seq() + " were given up"));
  }

  private void refuse(Problem problem) {
    throw new InputException(
        ExitCode.INPUT,
        problem.fix(
            "请用 history 查看其他版本并以 --version 打开,或重新运行",
            "see history and open another version with --version, or run again"));
  }

  private String folder() {
    return commit.report() + "/" + Durable.folder(commit.manifest());
  }
}

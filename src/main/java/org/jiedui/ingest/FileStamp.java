package org.jiedui.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jiedui.ingest.file.Reason;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Text;

/**
 * Size and time of a file before it was read: another one afterwards means it was written to.
 *
 * @param entry number and time of last change of the file's entry; empty where there are none
 * @param isSettled whether the last change lies so far back that a further one would show
 */
record FileStamp(
    Path path, long size, FileTime modified, Optional<Entry> entry, boolean isSettled) {
  /** Within so long of a change another one may leave the same times. */
  private static final Duration TICK = Duration.ofSeconds(2);

  /** What the file system itself notes of a file. */
  private record Entry(Object inode, FileTime changed) {}

  static FileStamp of(Path path) {
    try {
      BasicFileAttributes a = Files.readAttributes(path, BasicFileAttributes.class);
      Optional<Entry> entry = entry(path);
      Instant trusted = Instant.now().minus(TICK);
      boolean settled = entry.map(e -> e.changed().toInstant().isBefore(trusted)).orElse(false);
      return new FileStamp(path, a.size(), a.lastModifiedTime(), entry, settled);
    } catch (IOException e) {
      throw new InputException(
          ExitCode.INPUT,
          org.jiedui.message.Problem.error(
                  "FILE_MISSING", Text.of("无法读取输入文件", "input file cannot be read"))
              .at(path.toString())
              .fix("检查研究文件中的路径", "check the path in the study file"));
    }
  }

  private static Optional<Entry> entry(Path path) throws IOException {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return Optional.empty();
    }
    Map<String, Object> unix = Files.readAttributes(path, "unix:ino,ctime");
    return Optional.of(new Entry(unix.get("ino"), (FileTime) unix.get("ctime")));
  }

  /** The file at this place, as it is until somebody writes to it. */
  Optional<String> identity() {
    return entry.map(
        e ->
            String.join(
                " ",
                path.toAbsolutePath().normalize().toString(),
                Long.toString(size),
                modified.toString(),
                e.inode().toString(),
                e.changed().toString()));
  }

  /** Throws (exit 75) when the file is not what it was. */
  void check() {
    FileStamp now = of(path);
    if (now.size != size || !now.modified.equals(modified)) {
      throw changed(path);
    }
  }

  static InputException changed(Path path) {
    return new InputException(
        ExitCode.TEMPORARY,
        Reason.FILE_CHANGED
            .problem()
            .at(path.toString())
            .fix("待文件写完后再运行同一条命令", "run the same command again when the file is complete"));
  }
}

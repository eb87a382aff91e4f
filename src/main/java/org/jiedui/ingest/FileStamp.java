package org.jiedui.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jiedui.ingest.file.Reason;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Text;

/** Size and time of a file before it was read: another one afterwards means it was written to. */
record FileStamp(Path path, long size, FileTime modified) {
  static FileStamp of(Path path) {
    try {
      BasicFileAttributes a = Files.readAttributes(path, BasicFileAttributes.class);
      return new FileStamp(path, a.size(), a.lastModifiedTime());
    } catch (IOException e) {
      throw new InputException(
          ExitCode.INPUT,
          org.jiedui.message.Problem.error(
                  "FILE_MISSING", Text.of("无法读取输入文件", "input file cannot be read"))
              .at(path.toString())
              .fix("检查研究文件中的路径", "check the path in the study file"));
    }
  }

  /** Throws (exit 75) when the file is not what it was. */
  void check() {
    if (!of(path).equals(this)) {
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

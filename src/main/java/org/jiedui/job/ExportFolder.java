package org.jiedui.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** Writes all files aside and moves them to their places: a failure leaves what was there. */
final class ExportFolder {
  private ExportFolder() {}

  /**
   * @param files by their names within the folder
   */
  static void write(Path folder, Map<String, byte[]> files) {
    try {
      Files.createDirectories(folder);
      Path draft = folder.resolve("." + UUID.randomUUID());
      try {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          Path place = draft.resolve(file.getKey());
          Files.createDirectories(place.getParent());
          Files.write(place, file.getValue());
        }
        move(draft, folder, files);
      } finally {
        remove(draft);
      }
    } catch (IOException e) {
      throw new InputException(
          ExitCode.STORAGE,
          Problem.error(
                  "EXPORT_STORAGE",
                  Text.of(
                      "无法写入导出目录:" + e.getMessage(), "cannot write the exports: " + e.getMessage()))
              .at(folder.toString())
              .fix("检查目录权限与剩余空间", "check permissions and free space"));
    }
  }

  private static void move(Path draft, Path folder, Map<String, byte[]> files) throws IOException {
    for (String name : files.keySet()) {
      Path place = folder.resolve(name);
      Files.createDirectories(place.getParent());
      Files.move(
          draft.resolve(name),
          place,
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void remove(Path draft) throws IOException {
    if (!Files.exists(draft)) {
      return;
    }
    try (Stream<Path> all = Files.walk(draft)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}

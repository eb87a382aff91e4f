package org.jiedui.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** The folder a sample is written to; it must be new or empty. */
final class Folder {
  static final Charset GB18030 = Charset.forName("GB18030");

  private final Path root;
  private final List<String> written = new ArrayList<>();

  private Folder(Path root) {
    this.root = root;
  }

  static Folder at(Path root) {
    try {
      Files.createDirectories(root);
      try (Stream<Path> files = Files.list(root)) {
        if (files.findAny().isPresent()) {
          throw new InputException(ExitCode.USAGE, notEmpty(root));
        }
      }
      return new Folder(root);
    } catch (IOException e) {
      throw new InputException(ExitCode.STORAGE, notWritable(root, e));
    }
  }

  void utf8(String name, String text) {
    bytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  void encoded(String name, String text, Charset charset) {
    bytes(name, text.getBytes(charset));
  }

  /** A stream to a file of the folder; the caller closes it. */
  OutputStream stream(String name) {
    try {
      return Files.newOutputStream(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of the files, in the order they were written. */
  List<String> written() {
    return List.copyOf(written);
  }

  long size() {
    return written.stream().mapToLong(this::size).sum();
  }

  private long size(String name) {
    try {
      return Files.size(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void bytes(String name, byte[] bytes) {
    try {
      Files.write(file(name), bytes);
    } catch (IOException e) {
      throw new InputException(ExitCode.STORAGE, notWritable(root.resolve(name), e));
    }
  }

  private Path file(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    written.add(name);
    return file;
  }

  /** Storage failed while a file was written. */
  static InputException storage(String name, IOException e) {
    return new InputException(ExitCode.STORAGE, notWritable(Path.of(name), e));
  }

  private static Problem notEmpty(Path root) {
    return Problem.error("DIR_NOT_EMPTY", Text.of("输出目录不是空的", "the output directory is not empty"))
        .at(root.toString())
        .because("已有的文件不会被覆盖", "existing files are never overwritten")
        .fix("换一个新目录,或先清空该目录", "name a new directory, or empty this one first");
  }

  private static Problem notWritable(Path path, IOException e) {
    return Problem.error("DISK_WRITE", Text.of("无法写入", "cannot be written"))
        .at(path.toString())
        .showing(e.toString())
        .fix("检查路径、权限与剩余空间", "look at the path, the permissions and the free space");
  }
}

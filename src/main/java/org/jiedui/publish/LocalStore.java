package org.jiedui.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * A folder of this machine, or of a network file system with hard links. Files are 0640 and folders
 * 0750 or less; nothing outside the folder can be named.
 */
public final class LocalStore implements Store {
  private final Path root;

  public LocalStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  public Path root() {
    return root;
  }

  @Override
  public List<Entry> list(String folder) throws IOException {
    Path path = resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    List<Entry> entries = new ArrayList<>();
    try (Stream<Path> children = Files.list(path)) {
      for (Path child : (Iterable<Path>) children::iterator) {
        entry(child).ifPresent(entries::add);
      }
    }
    entries.sort(Comparator.comparing(Entry::name));
    return entries;
  }

  @Override
  public SeekableByteChannel read(String file) throws IOException {
    return FileChannel.open(resolve(file), StandardOpenOption.READ);
  }

  @Override
  public OutputStream write(String file) throws IOException {
    Path path = resolve(file);
    Files.createDirectories(path.getParent(), mode(path.getParent(), "rwxr-x---"));
    Files.createFile(path, mode(path.getParent(), "rw-r-----"));
    return Files.newOutputStream(path, StandardOpenOption.WRITE);
  }

  @Override
  public void force(String name) throws IOException {
    Path path = resolve(name);
    var option = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }

  @Override
  public void link(String from, String to) throws IOException {
    Path target = resolve(from);
    Path name = resolve(to);
    if (Files.isDirectory(target)) {
      Files.createSymbolicLink(name, name.getParent().relativize(target));
    } else {
      Files.createLink(name, target);
    }
  }

  @Override
  public void move(String from, String to) throws IOException {
    Files.move(resolve(from), resolve(to), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(resolve(name));
  }

  @Override
  public Instant clock() throws IOException {
    Files.createDirectories(root, mode(root, "rwxr-x---"));
    Path probe = root.resolve(".clock-" + UUID.randomUUID());
    try {
      Files.createFile(probe, mode(root, "rw-r-----"));
      return Files.getLastModifiedTime(probe).toInstant();
    } finally {
      Files.deleteIfExists(probe);
    }
  }

  @Override
  public Optional<Path> local(String name) {
    return Optional.of(resolve(name));
  }

  @Override
  public OptionalLong free() throws IOException {
    Path place = root;
    while (!Files.isDirectory(place) && place.getParent() != null) {
      place = place.getParent();
    }
    return OptionalLong.of(Files.getFileStore(place).getUsableSpace());
  }

  /** Neither a name nor a link on the way leads out of the root. */
  private Path resolve(String name) {
    Path path = root.resolve(name).normalize();
    if (!path.startsWith(root) || name.startsWith("/") || name.contains("\\")) {
      throw new IllegalArgumentException("not a name in the store: " + name);
    }
    if (!path.equals(root)) {
      refuseLinkOut(path.getParent());
    }
    return path;
  }

  private void refuseLinkOut(Path folder) {
    try {
      if (Files.exists(folder) && !folder.toRealPath().startsWith(root.toRealPath())) {
        throw new InputException(ExitCode.STORAGE, linkOut(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Problem linkOut(Path folder) {
    return Problem.error("LINK_OUT", Text.of("符号链接指向根目录之外", "a link leads out of the root"))
        .at(folder.toString())
        .fix("移除该链接,或把根目录移到目标所在之处", "remove the link, or move the root to where it points");
  }

  private static Optional<Entry> entry(Path path) throws IOException {
    try {
      var facts = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      Kind kind =
          facts.isSymbolicLink() ? Kind.LINK : facts.isDirectory() ? Kind.FOLDER : Kind.FILE;
      Instant modified = facts.lastModifiedTime().toInstant();
      return Optional.of(new Entry(path.getFileName().toString(), kind, facts.size(), modified));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  private static FileAttribute<?>[] mode(Path path, String mode) {
    Set<String> views = path.getFileSystem().supportedFileAttributeViews();
    return views.contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}

package org.jiedui.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jiedui.message.Text;
import org.jiedui.publish.LocalStore;
import org.jiedui.publish.Probe;

/**
 * Whether reports can be published under a root: space, permission, and hard links of one winner.
 */
final class StoreCheck {
  private static final long LEAST_FREE = 2L << 30;

  private final Path root;
  private final Path place;

  /** Looks at the root itself or, before the first run, at the nearest directory that exists. */
  StoreCheck(Path root) {
    this.root = root.toAbsolutePath().normalize();
    this.place = nearest(this.root);
  }

  private static Path nearest(Path wanted) {
    Path path = wanted;
    while (!Files.isDirectory(path) && path.getParent() != null) {
      path = path.getParent();
    }
    return path;
  }

  List<Finding> findings() {
    return List.of(space(), links());
  }

  private Finding space() {
    Text subject = Text.of("磁盘空间", "Free disk");
    try {
      long free = Files.getFileStore(place).getUsableSpace();
      String found = Machine.tenths(free) + " GiB  " + place;
      if (free >= LEAST_FREE) {
        return Finding.good(subject, found);
      }
      return Finding.note(subject, Text.same(found), Text.of("建议 2 GiB 以上", "2 GiB advised"));
    } catch (IOException e) {
      return Finding.note(subject, Text.same(String.valueOf(e.getMessage())), Text.NONE);
    }
  }

  private Finding links() {
    Text subject = Text.of("结果目录", "Output root");
    try {
      tryLinks();
      return Finding.good(subject, root + "")
          .with(Text.of("可写,支持硬链接", "writable, hard links work"));
    } catch (IOException | UnsupportedOperationException e) {
      return Finding.bad(
          subject,
          Text.of(root + ":" + e, root + ": " + e),
          Text.of(
              "换一个可写且支持硬链接的目录:--root DIR",
              "choose a directory that can be written and has hard links: --root DIR"));
    }
  }

  /** The second creation of one name must fail: publication rests on that. */
  private void tryLinks() throws IOException {
    new Probe(new LocalStore(place)).exclusive("", "doctor-" + UUID.randomUUID());
  }
}

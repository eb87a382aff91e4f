package org.jiedui.job;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Fingerprint;

/**
 * Files in one zip below one folder. The same files give the same bytes: entries are sorted and
 * carry the day of the data, no clock and no owner.
 */
final class PackageFile {
  static final String SUMS = "SHA256SUMS";

  private final String folder;
  private final LocalDate asOf;
  private final SortedMap<String, Content> files = new TreeMap<>();

  PackageFile(String folder, LocalDate asOf) {
    this.folder = folder;
    this.asOf = asOf;
  }

  /** Opens what a file holds; asked for twice. */
  interface Content {
    InputStream open() throws IOException;
  }

  PackageFile text(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return content(name, () -> new ByteArrayInputStream(bytes));
  }

  PackageFile file(String name, Path file) {
    return content(name, () -> Files.newInputStream(file));
  }

  PackageFile content(String name, Content content) {
    if (files.put(name, content) != null) {
      throw new IllegalStateException("twice in one package: " + name);
    }
    return this;
  }

  int size() {
    return files.size();
  }

  /** Writes the zip, whole or not at all; the digests of all files are one of them. */
  void write(Path zip) {
    try {
      Path place = zip.toAbsolutePath();
      Files.createDirectories(place.getParent());
      Path draft = place.resolveSibling("." + UUID.randomUUID());
      try {
        text(SUMS, sums());
        try (OutputStream out = Files.newOutputStream(draft)) {
          write(out);
        }
        Files.move(
            draft, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new InputException(ExitCode.STORAGE, unwritable(zip, e));
    }
  }

  private String sums() throws IOException {
    StringBuilder sums = new StringBuilder();
    for (Map.Entry<String, Content> file : files.entrySet()) {
      try (InputStream in = file.getValue().open()) {
        sums.append(Fingerprint.of(in)).append("  ").append(file.getKey()).append('\n');
      }
    }
    return sums.toString();
  }

  private void write(OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, Content> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(folder + "/" + file.getKey());
        entry.setTimeLocal(asOf.atStartOfDay());
        zip.putNextEntry(entry);
        try (InputStream in = file.getValue().open()) {
          in.transferTo(zip);
        }
        zip.closeEntry();
      }
    }
  }

  /** Unpacks a zip below a folder and gives the folder that all of it lies in. */
  static Path unpack(Path zip, Path below) throws IOException {
    Path root = below;
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path place = below.resolve(entry.getName()).normalize();
        if (!place.startsWith(below) || place.equals(below)) {
          throw new IOException("an entry leads out of the package: " + entry.getName());
        }
        if (!entry.isDirectory()) {
          Files.createDirectories(place.getParent());
          Files.copy(in, place);
        }
        root = below.resolve(below.relativize(place).getName(0));
      }
    }
    return root;
  }

  private static Problem unwritable(Path zip, IOException e) {
    return Problem.error(
            "EXPORT_STORAGE",
            Text.of("无法写入复现包:" + e.getMessage(), "cannot write the package: " + e.getMessage()))
        .at(zip.toString())
        .fix("检查目录权限与剩余空间", "check permissions and free space");
  }
}

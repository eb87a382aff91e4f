package org.jiedui.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;

/**
 * Steps made of several store calls, each of which is whole, or has not happened. {@code token} is
 * the caller's own, so that two callers never share a temporary name.
 */
public record Durable(Store store) {
  /**
   * A file that nobody has written before: of many callers one succeeds, the others get {@link
   * FileAlreadyExistsException}. Durable on return.
   */
  public void create(String file, String content, String token) throws IOException {
    String temporary = temporary(file, token);
    fill(temporary, content);
    try {
      store.link(temporary, file);
    } finally {
      discard(temporary);
    }
    forceUp(folder(file));
  }

  /** A file that takes the place of the one before it in one step. Durable on return. */
  public void replace(String file, String content, String token) throws IOException {
    String temporary = temporary(file, token);
    fill(temporary, content);
    store.move(temporary, file);
    forceUp(folder(file));
  }

  /** Makes the names in a folder durable, and those of the folders above it. */
  public void forceUp(String folder) throws IOException {
    store.force(folder);
    if (!folder.isEmpty()) {
      forceUp(folder(folder));
    }
  }

  /** Removes what is of no more use; that it stays does no harm. */
  void discard(String name) {
    try {
      store.delete(name);
    } catch (IOException left) {
      // collected later
    }
  }

  public String text(String file) throws IOException {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  public byte[] bytes(String file) throws IOException {
    try (SeekableByteChannel channel = store.read(file)) {
      return Channels.newInputStream(channel).readAllBytes();
    }
  }

  public String sha256(String file) throws IOException {
    try (SeekableByteChannel channel = store.read(file)) {
      return Sha256.of(Channels.newInputStream(channel));
    }
  }

  static String folder(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }

  private void fill(String temporary, String content) throws IOException {
    store.delete(temporary);
    try (OutputStream out = store.write(temporary)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    store.force(temporary);
  }

  private static String temporary(String file, String token) {
    int name = file.lastIndexOf('/') + 1;
    return file.substring(0, name) + "." + file.substring(name) + "-" + token + ".tmp";
  }
}

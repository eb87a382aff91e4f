package org.jiedui.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/** Does a store really refuse to create one name twice? Tried before it is relied on. */
public record Probe(Store store) {
  /**
   * Nothing when it does.
   *
   * @param folder where to try; nothing is left there
   * @throws NotExclusive when the second creation succeeded or is not possible at all
   */
  public void exclusive(String folder, String token) throws IOException {
    String prefix = (folder.isEmpty() ? "" : folder + "/") + ".probe-" + token;
    String name = prefix + ".json";
    try {
      link(fill(prefix + "-1.tmp"), name);
      twice(prefix, name);
    } finally {
      store.delete(prefix + "-1.tmp");
      store.delete(prefix + "-2.tmp");
      store.delete(name);
    }
  }

  private void twice(String prefix, String name) throws IOException {
    try {
      link(fill(prefix + "-2.tmp"), name);
    } catch (FileAlreadyExistsException refused) {
      return;
    }
    throw new NotExclusive("a second writer replaced the name");
  }

  private void link(String from, String to) throws IOException {
    try {
      store.link(from, to);
    } catch (UnsupportedOperationException none) {
      throw new NotExclusive("there are no hard links");
    } catch (FileSystemException refused) {
      if (String.valueOf(refused.getReason()).matches(".*(not permitted|not supported).*")) {
        throw new NotExclusive("there are no hard links");
      }
      throw refused;
    }
  }

  private String fill(String file) throws IOException {
    try (OutputStream out = store.write(file)) {
      out.write(file.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  /** The store lets several writers have one name. */
  public static final class NotExclusive extends IOException {
    private static final long serialVersionUID = 1L;

    NotExclusive(String message) {
      super(message);
    }
  }
}

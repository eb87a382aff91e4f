package org.jiedui.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Storage in eight calls, the only way anything is published. Names are relative to the store's
 * root, parts divided by {@code /}; the root itself is the empty name.
 */
public interface Store {
  /** What stands under a name. */
  enum Kind {
    FILE,
    FOLDER,
    LINK
  }

  /** One name in a folder. */
  record Entry(String name, Kind kind, long bytes, Instant modified) {}

  /** Names in a folder, sorted; none when there is no such folder. */
  List<Entry> list(String folder) throws IOException;

  /** Opens a file; {@link NoSuchFileException} when there is none. */
  SeekableByteChannel read(String file) throws IOException;

  /**
   * A new file and the folders above it; {@link FileAlreadyExistsException} when the name is taken.
   */
  OutputStream write(String file) throws IOException;

  /** Makes the content of a file, or the names in a folder, survive a loss of power. */
  void force(String name) throws IOException;

  /**
   * Gives a finished file a second name that nobody has: of many callers exactly one succeeds, the
   * others get {@link FileAlreadyExistsException}. The first name may be gone afterwards. For a
   * folder, a link that points to it; stores without such links throw {@link
   * UnsupportedOperationException}.
   */
  void link(String from, String to) throws IOException;

  /** Renames in one step, over a file or link that has the new name already. */
  void move(String from, String to) throws IOException;

  /** Removes a file, a link or an empty folder; nothing happens when there is none. */
  void delete(String name) throws IOException;

  /** The store's own time, by which age is told. */
  Instant clock() throws IOException;

  /** Where a name lies on this machine, when it does. */
  default Optional<Path> local(String name) {
    return Optional.empty();
  }

  /** How a person names the place of a name. */
  default String place(String name) {
    return local(name).map(Path::toString).orElse(name);
  }

  /** Bytes that may still be written, where the store can tell. */
  default OptionalLong free() throws IOException {
    return OptionalLong.empty();
  }
}

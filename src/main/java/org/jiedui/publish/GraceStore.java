package org.jiedui.publish;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;

/** Finds the files of a version that is being given up in the trash, as long as they are there. */
final class GraceStore extends ForwardingStore {
  GraceStore(Store inner) {
    super(inner);
  }

  @Override
  public SeekableByteChannel read(String file) throws IOException {
    try {
      return super.read(file);
    } catch (NoSuchFileException moved) {
      if (!file.contains("/data/")) {
        throw moved;
      }
      return inTrash(file, moved);
    }
  }

  private SeekableByteChannel inTrash(String file, NoSuchFileException moved) throws IOException {
    try {
      return super.read(file.replaceFirst("/data/", "/_trash/"));
    } catch (NoSuchFileException gone) {
      throw moved;
    }
  }
}

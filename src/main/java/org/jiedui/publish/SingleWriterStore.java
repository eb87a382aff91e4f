package org.jiedui.publish;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/**
 * A store without exclusive creation, by somebody who promises that only one run writes at a time:
 * looks before it renames, which two writers could do at once.
 */
final class SingleWriterStore extends ForwardingStore {
  SingleWriterStore(Store inner) {
    super(inner);
  }

  @Override
  public void link(String from, String to) throws IOException {
    try {
      super.link(from, to);
    } catch (FileAlreadyExistsException taken) {
      throw taken;
    } catch (FileSystemException noHardLinks) {
      linkByRenaming(from, to);
    }
  }

  private void linkByRenaming(String from, String to) throws IOException {
    String name = to.substring(to.lastIndexOf('/') + 1);
    if (list(Durable.folder(to)).stream().anyMatch(entry -> entry.name().equals(name))) {
      throw new FileAlreadyExistsException(to);
    }
    move(from, to);
  }
}

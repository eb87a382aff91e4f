package org.jiedui.ingest.file;

import java.io.IOException;

/** A file became another one while it was read. */
public final class FileChangedException extends IOException {
  private static final long serialVersionUID = 1L;

  public FileChangedException(String file) {
    super(file);
  }
}

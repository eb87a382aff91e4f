package org.jiedui.publish;

import java.io.IOException;
import java.time.Instant;

/** A folder of a store with all that is below it. */
record Tree(Store store) {
  long bytes(String folder) throws IOException {
    long bytes = 0;
    for (Store.Entry entry : store.list(folder)) {
      String name = folder + "/" + entry.name();
      bytes += entry.kind() == Store.Kind.FOLDER ? bytes(name) : entry.bytes();
    }
    return bytes;
  }

  /** When anything in it was written last. */
  Instant newest(String folder, Instant own) throws IOException {
    Instant newest = own;
    for (Store.Entry entry : store.list(folder)) {
      boolean inner = entry.kind() == Store.Kind.FOLDER;
      Instant time =
          inner ? newest(folder + "/" + entry.name(), entry.modified()) : entry.modified();
      newest = time.isAfter(newest) ? time : newest;
    }
    return newest;
  }

  void delete(String folder) throws IOException {
    for (Store.Entry entry : store.list(folder)) {
      String name = folder + "/" + entry.name();
      if (entry.kind() == Store.Kind.FOLDER) {
        delete(name);
      } else {
        store.delete(name);
      }
    }
    store.delete(folder);
  }
}

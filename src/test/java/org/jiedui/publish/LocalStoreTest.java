package org.jiedui.publish;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a disk. */
class LocalStoreTest extends StoreContract {
  @TempDir private Path folder;
  private int next;

  @Override
  Store fresh() {
    return new LocalStore(folder.resolve("root" + next++));
  }
}

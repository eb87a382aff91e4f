package org.jiedui.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.List;

/** Stores with one guarantee taken away: the tests of that guarantee must fail on them. */
class WeakStore implements Store {
  private final Store inner;

  WeakStore(Store inner) {
    this.inner = inner;
  }

  /** Says that it forced, and did not. */
  static Store withoutForce(Store inner) {
    return new WeakStore(inner) {
      @Override
      public void force(String name) {}
    };
  }

  /** Lets every writer of a name "win". */
  static Store withoutExclusiveCreation(Store inner) {
    return new WeakStore(inner) {
      @Override
      public void link(String from, String to) throws IOException {
        if (to.contains("_commits/")) {
          inner.move(from, to);
        } else {
          inner.link(from, to);
        }
      }
    };
  }

  @Override
  public List<Entry> list(String folder) throws IOException {
    return inner.list(folder);
  }

  @Override
  public SeekableByteChannel read(String file) throws IOException {
    return inner.read(file);
  }

  @Override
  public OutputStream write(String file) throws IOException {
    return inner.write(file);
  }

  @Override
  public void force(String name) throws IOException {
    inner.force(name);
  }

  @Override
  public void link(String from, String to) throws IOException {
    inner.link(from, to);
  }

  @Override
  public void move(String from, String to) throws IOException {
    inner.move(from, to);
  }

  @Override
  public void delete(String name) throws IOException {
    inner.delete(name);
  }

  @Override
  public Instant clock() throws IOException {
    return inner.clock();
  }
}

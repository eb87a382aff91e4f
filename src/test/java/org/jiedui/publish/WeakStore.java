package org.jiedui.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;

/** Stores with one guarantee taken away: the tests of that guarantee must fail on them. */
class WeakStore extends ForwardingStore {
  WeakStore(Store inner) {
    super(inner);
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

  /** Gives a record its name first and its content later; others may come between. */
  static Store createThenFill(Store inner) {
    return new WeakStore(inner) {
      @Override
      public void link(String from, String to) throws IOException {
        if (to.contains("_commits/")) {
          byte[] content = new Durable(inner).bytes(from);
          try (OutputStream out = inner.write(to)) {
            inner.clock();
            out.write(content);
          }
        } else {
          inner.link(from, to);
        }
      }
    };
  }

  /** Holds so many bytes; what is more is refused, or lost without a word. */
  static Store full(Store inner, long bytes, boolean silent) {
    long[] left = {bytes};
    return new WeakStore(inner) {
      @Override
      public OutputStream write(String file) throws IOException {
        OutputStream out = inner.write(file);
        return new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] b, int offset, int length) throws IOException {
            int fits = (int) Math.min(left[0], length);
            out.write(b, offset, fits);
            left[0] -= fits;
            if (fits < length && !silent) {
              throw new IOException(file + ": No space left on device");
            }
          }

          @Override
          public void close() throws IOException {
            out.close();
          }
        };
      }

      @Override
      public OptionalLong free() {
        return OptionalLong.of(left[0]);
      }
    };
  }
}

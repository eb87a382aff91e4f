package org.jiedui.publish;

import java.io.IOException;

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
}

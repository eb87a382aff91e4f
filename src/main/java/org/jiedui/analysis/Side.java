package org.jiedui.analysis;

/** The earlier or the later of the two windows that a multiple compares. */
enum Side {
  BEFORE {
    @Override
    boolean holds(Windows windows, int year) {
      return windows.before(year);
    }

    @Override
    int from(Windows windows) {
      return windows.beforeFrom();
    }

    @Override
    int to(Windows windows) {
      return windows.beforeTo();
    }
  },
  AFTER {
    @Override
    boolean holds(Windows windows, int year) {
      return windows.after(year);
    }

    @Override
    int from(Windows windows) {
      return windows.afterFrom();
    }

    @Override
    int to(Windows windows) {
      return windows.afterTo();
    }
  };

  abstract boolean holds(Windows windows, int year);

  abstract int from(Windows windows);

  abstract int to(Windows windows);
}

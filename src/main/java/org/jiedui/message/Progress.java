package org.jiedui.message;

import java.util.function.LongSupplier;

/** Follows a run: which step it is at, and how much of it is done. */
public interface Progress {
  /** Nobody looks. */
  Progress NONE = (step, work) -> {};

  /** A step begins. Its counters are read by another thread, whenever they are shown. */
  void begin(Step step, Work work);

  /**
   * What a step has to do, and counters of what is done.
   *
   * @param size bytes or files; 0 when nobody knows
   * @param done of the same unit
   * @param rows so far; 0 where rows are not counted
   */
  record Work(long size, LongSupplier done, LongSupplier rows) {
    /** Takes as long as it takes. */
    public static final Work UNKNOWN = new Work(0, () -> 0, () -> 0);
  }
}

package org.jiedui.run;

/** Rows of all inputs of a run. */
public record RowCounts(long read, long accepted, long rejected) {
  double share() {
    return read == 0 ? 0 : (double) rejected / read;
  }
}

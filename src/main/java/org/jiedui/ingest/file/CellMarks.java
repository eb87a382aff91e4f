package org.jiedui.ingest.file;

import org.jiedui.message.Text;

/** What is known of the cells of one row besides their text. */
interface CellMarks {
  /** Text knows nothing. */
  CellMarks NONE = slot -> null;

  /** Why a cell cannot be used as what its column is; null when it can. */
  Reason problem(Slot slot);

  /** A note on a cell that is used; null for none. */
  default Reason flag(Slot slot) {
    return null;
  }

  /** A way out of the problem. */
  default Text suggestion(Slot slot) {
    return Text.NONE;
  }
}

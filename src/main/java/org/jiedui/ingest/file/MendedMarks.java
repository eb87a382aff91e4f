package org.jiedui.ingest.file;

import org.jiedui.message.Text;

/** What is known of a row of which cells were mended: nothing of those. */
record MendedMarks(CellMarks delivered, Mends.Mend mend) implements CellMarks {
  @Override
  public Reason problem(Slot slot) {
    return isMended(slot) ? null : delivered.problem(slot);
  }

  @Override
  public Reason flag(Slot slot) {
    return isMended(slot) ? null : delivered.flag(slot);
  }

  @Override
  public Text suggestion(Slot slot) {
    return delivered.suggestion(slot);
  }

  private boolean isMended(Slot slot) {
    return mend.cells().containsKey(slot.position());
  }
}

package org.jiedui.ingest.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiedui.message.Text;
import org.jiedui.publish.TableFile;
import org.jiedui.table.Frame;
import org.jiedui.table.RejectRow;
import org.jiedui.table.SetAsideRow;

/** Writes what of a part does not count: for the ledger, and for those who mend it. */
public record SetAside(String landing, String file) {
  /** Writes both files; false when there is nothing to write. */
  boolean write(PartBuilder part, Path stem) throws IOException {
    if (part.rejects().isEmpty() && part.controlTotals().isEmpty()) {
      return false;
    }
    List<Object[]> aside = new ArrayList<>();
    part.rejects()
        .forEach(r -> values(r.row(), SetAsideRow.REJECTED, r.codesText(), r.amounts(), aside));
    part.controlTotals()
        .forEach(t -> values(t.line(), SetAsideRow.CONTROL_TOTAL, "", t.amounts(), aside));
    write(stem, LandingPart.ASIDE, Frame.of("set_aside", SetAsideRow.values(), aside));
    write(
        stem,
        LandingPart.REJECTS,
        Frame.of(
            "rejects", RejectRow.values(), part.rejects().stream().map(SetAside::row).toList()));
    return true;
  }

  private void values(
      long row, String place, String codes, List<Amount> amounts, List<Object[]> to) {
    if (amounts.isEmpty()) {
      to.add(new Object[] {landing, row, 0, place, codes, null, null});
    }
    for (int i = 0; i < amounts.size(); i++) {
      Amount amount = amounts.get(i);
      to.add(new Object[] {landing, row, i, place, codes, amount.indicator(), amount.minorUnits()});
    }
  }

  /** One row of the table of rejects; a single amount is shown beside its indicator. */
  public static Object[] row(Reject r) {
    List<Amount> amounts = r.amounts();
    return new Object[] {
      r.file(),
      r.row(),
      r.column(),
      r.id(),
      r.sheet(),
      r.codesText(),
      r.value(),
      r.rawLine(),
      both(r.expected()),
      both(r.suggestion()),
      amounts.stream().map(Amount::indicator).collect(Collectors.joining(";")),
      amounts.size() == 1 ? amounts.get(0).minorUnits() : null,
      amounts.stream()
          .map(a -> a.indicator() + "=" + a.minorUnits())
          .collect(Collectors.joining(";")),
      "",
      "",
      ""
    };
  }

  /** Both languages in one cell. */
  public static String both(Text text) {
    return text.zh().equals(text.en()) ? text.en() : text.zh() + " / " + text.en();
  }

  private static void write(Path stem, String ending, Frame frame) throws IOException {
    TableFile.write(stem.resolveSibling(stem.getFileName() + ending), frame, Map.of());
  }
}

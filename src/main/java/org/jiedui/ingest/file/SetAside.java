package org.jiedui.ingest.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiedui.message.Text;
import org.jiedui.publish.TableFile;
import org.jiedui.table.Field;
import org.jiedui.table.RejectRow;
import org.jiedui.table.SetAsideRow;

/**
 * Writes what of a part does not count, row by row: for the ledger, and for those who mend it. Rows
 * come in the order of the file, and none is held. Files are made with the first row.
 */
public final class SetAside implements AutoCloseable {
  private final Path stem;
  private final String landing;
  private final Layout layout;
  private TableFile.Writer aside;
  private TableFile.Writer rejects;

  /**
   * @param stem path of the part's files, without their endings
   */
  SetAside(Path stem, String landing, Layout layout) {
    this.stem = stem;
    this.landing = landing;
    this.layout = layout;
  }

  boolean isEmpty() {
    return aside == null;
  }

  void reject(Reject r) {
    try {
      values(r.row(), SetAsideRow.REJECTED, r.codesText(), r.amounts());
      rejects.append(row(r));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void controlTotal(long line, List<Amount> amounts) {
    try {
      values(layout.rowOf(line), SetAsideRow.CONTROL_TOTAL, "", amounts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void values(long row, String place, String codes, List<Amount> amounts)
      throws IOException {
    open();
    if (amounts.isEmpty()) {
      aside.append(new Object[] {landing, row, 0, place, codes, null, null});
    }
    for (int i = 0; i < amounts.size(); i++) {
      Amount amount = amounts.get(i);
      aside.append(
          new Object[] {landing, row, i, place, codes, amount.indicator(), amount.minorUnits()});
    }
  }

  private void open() throws IOException {
    if (aside == null) {
      aside = writer(LandingPart.ASIDE, "set_aside", SetAsideRow.values());
      rejects = writer(LandingPart.REJECTS, "rejects", RejectRow.values());
    }
  }

  private TableFile.Writer writer(String ending, String table, Field[] fields) throws IOException {
    Path file = stem.resolveSibling(stem.getFileName() + ending);
    return TableFile.writer(file, table, List.of(fields), Map.of());
  }

  @Override
  public void close() throws IOException {
    if (aside != null) {
      aside.close();
      rejects.close();
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
}

package org.jiedui.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jiedui.export.PaperTable;
import org.jiedui.publish.Version;

/**
 * One table that can be printed.
 *
 * @param tables published tables it needs; without one of them there is no such table
 */
public record PrintedKind(String id, List<String> tables, Function<Version, PaperTable> printing) {
  public PrintedKind {
    tables = List.copyOf(tables);
  }

  /** Empty when the version has not the tables, or they hold nothing to print. */
  public Optional<PaperTable> print(Version version) {
    return version.tables().containsAll(tables)
        ? Optional.of(printing.apply(version)).filter(table -> !table.rows().isEmpty())
        : Optional.empty();
  }
}

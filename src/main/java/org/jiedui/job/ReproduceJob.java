package org.jiedui.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.message.ExitCode;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.CleanStop;
import org.jiedui.publish.Storage;
import org.jiedui.table.FrameChanges;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Does a replication package give the tables that were published? */
@Command(name = "reproduce")
public final class ReproduceJob implements Callable<Integer> {
  /** Cells shown of each table. */
  private static final int SHOWN = 5;

  @Parameters(paramLabel = "PACKAGE", arity = "0..1", descriptionKey = "reproduce.package")
  private Path place = Path.of(".");

  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Path work = Storage.call(() -> Files.createTempDirectory("jiedui-reproduce-"));
    try (CleanStop unfinished = CleanStop.removing(work)) {
      Path folder =
          Files.isRegularFile(place)
              ? Storage.call(() -> PackageFile.unpack(place, work))
              : place.toAbsolutePath().normalize();
      return reproduced(Reproduction.of(folder));
    } finally {
      CleanStop.remove(work);
    }
  }

  private int reproduced(Reproduction reproduction) {
    Printer printer = output.printer();
    List<Problem> damage = reproduction.damage();
    damage.forEach(printer::problem);
    Map<String, FrameChanges> changes = reproduction.changes(printer);
    List<FrameChanges> other = changes.values().stream().filter(c -> !c.isEmpty()).toList();
    if (!other.isEmpty() || !printer.forPeople()) {
      printer.table(cells(other));
    }
    int same = changes.size() - other.size();
    printer.line(
        Text.of(
            same + "/" + changes.size() + " 张表重现",
            same + "/" + changes.size() + " tables reproduced"));
    withheld(reproduction, printer);
    return (other.isEmpty() && damage.isEmpty() ? ExitCode.OK : ExitCode.FOUND).code();
  }

  private static void withheld(Reproduction reproduction, Printer printer) {
    List<String> not = new ArrayList<>(reproduction.facts().tables());
    not.removeAll(reproduction.compared());
    if (!not.isEmpty()) {
      String tables = String.join(", ", not);
      printer.line(
          Text.of(
              "原始记录未随包提供,以下各表未重算:" + tables,
              "raw records are withheld; not computed again: " + tables));
    }
  }

  private static PaperTable cells(List<FrameChanges> other) {
    List<PaperTable.Row> rows = new ArrayList<>();
    for (FrameChanges table : other) {
      if (table.added() + table.removed() > 0) {
        String lines = "+" + table.added() + " −" + table.removed();
        rows.add(row(table.table(), lines, "", "", ""));
      }
      table.cells().stream()
          .limit(SHOWN)
          .forEach(
              cell ->
                  rows.add(
                      row(
                          table.table(),
                          cell.row(),
                          cell.column(),
                          shown(cell.before()),
                          shown(cell.after()))));
      if (table.cells().size() > SHOWN) {
        rows.add(row(table.table(), "… " + table.cells().size(), "", "", ""));
      }
    }
    return new PaperTable(
        "reproduce",
        Text.of("与发布时不同的格", "Cells that differ from the published ones"),
        List.of(
            PaperTable.Column.of("table", "表", "Table"),
            PaperTable.Column.of("row", "行", "Row"),
            PaperTable.Column.of("column", "列", "Column"),
            PaperTable.Column.of("published", "发布值", "Published"),
            PaperTable.Column.of("computed", "重算值", "Computed")),
        rows,
        List.of());
  }

  private static PaperTable.Row row(String... words) {
    return PaperTable.Row.of(
        java.util.Arrays.stream(words).map(word -> (Cell) Cell.words(word)).toList());
  }

  private static String shown(Object value) {
    return value == null ? "" : value.toString();
  }
}

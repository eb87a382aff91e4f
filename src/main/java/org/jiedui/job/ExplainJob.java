package org.jiedui.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jiedui.export.Cell;
import org.jiedui.export.PaperTable;
import org.jiedui.ingest.TracedRecords;
import org.jiedui.message.Closest;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Lang;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Version;
import org.jiedui.run.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What does a code mean? With an example and what to do; without a code, the list of all. And what
 * is a published cell made of, down to the lines of the files.
 */
@Command(name = "explain")
public final class ExplainJob implements Callable<Integer> {
  @Parameters(paramLabel = "CODE", arity = "0..*", descriptionKey = "explain.code")
  private List<String> codes = List.of();

  @Option(names = "--study", paramLabel = "FILE", descriptionKey = "study")
  private Path study = StudyOptions.shipped();

  @Mixin private VersionOptions versions;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    if (codes.isEmpty()) {
      printer.table(table(Explanation.all()));
      return ExitCode.OK.code();
    }
    String first = codes.get(0);
    if (first.equals(first.toLowerCase(Locale.ROOT)) && first.indexOf('_') > 0
        || Lineages.knows(first)) {
      return cell(printer, first, codes.subList(1, codes.size()));
    }
    List<Explanation> found = Explanation.of(codes);
    if (!printer.forPeople()) {
      printer.table(table(found));
      return ExitCode.OK.code();
    }
    found.forEach(e -> printer.line(Text.of(told(e, Lang.ZH), told(e, Lang.EN))));
    return ExitCode.OK.code();
  }

  private int cell(Printer printer, String table, List<String> words) {
    Study of = Study.load(study);
    Version version = versions.version(versions.report());
    refuseUnknown(table, version);
    CellExplanation cell =
        CellExplanation.of(version, versions.root(), of, Facts.load(of), table, words);
    CellTables tables = new CellTables(cell);
    if (printer.forPeople()) {
      printer.line(cell.formula());
      printer.table(tables.row());
      tables.sources().forEach(printer::table);
      if (cell.records().stream().anyMatch(TracedRecords.Traced::isFlow)) {
        printer.table(tables.panel());
      }
      if (cell.lineage().hasRecords()) {
        printer.table(tables.largest());
      }
    } else {
      printer.table(tables.records());
    }
    if (!cell.holds()) {
      printer.problem(
          Problem.error(
              "CELL_DIFFERS",
              Text.of(
                  "记录之和与发布的数值不符:研究设置或参考表已改变",
                  "the records do not add up to the published number: settings or reference tables"
                      + " have changed since")));
      return ExitCode.FOUND.code();
    }
    return ExitCode.OK.code();
  }

  private static void refuseUnknown(String table, Version version) {
    List<String> known = Lineages.tables().stream().filter(version.tables()::contains).toList();
    if (known.contains(table)) {
      return;
    }
    Optional<Text> outside = Lineages.outside(table);
    boolean possible = Lineages.knows(table) && outside.isEmpty();
    Problem problem =
        Problem.error(
                possible ? "TABLE_ABSENT" : "TABLE_UNTRACED",
                outside.orElse(
                    possible
                        ? Text.of(
                            "该版本没有表 " + table + ":研究没有问到它,或没有可说的行",
                            "this version has no table "
                                + table
                                + ": the study does not ask for it, or it has no row")
                        : Text.of("没有表 " + table, "there is no table " + table)))
            .expected(String.join("、", known), String.join(", ", known));
    throw new InputException(
        ExitCode.USAGE,
        Closest.to(table, known)
            .filter(near -> outside.isEmpty())
            .map(near -> problem.fix("是否指 " + near + "?", "did you mean " + near + "?"))
            .orElse(problem));
  }

  private static String told(Explanation e, Lang lang) {
    boolean zh = lang == Lang.ZH;
    List<String> lines = new ArrayList<>();
    lines.add(e.code() + (zh ? ":" : ": ") + e.meaning().in(lang));
    lines.add((zh ? "  类别:" : "  kind:    ") + e.kind().in(lang));
    lines.add((zh ? "  例如:" : "  example: ") + e.example().in(lang));
    lines.add((zh ? "  处理:" : "  do:      ") + e.advice().in(lang));
    return String.join("\n", lines) + "\n";
  }

  private static PaperTable table(List<Explanation> explanations) {
    return new PaperTable(
        "explain",
        Text.of("代码含义", "What the codes mean"),
        List.of(
            PaperTable.Column.of("code", "代码", "Code"),
            PaperTable.Column.of("kind", "类别", "Kind"),
            PaperTable.Column.of("meaning", "含义", "Meaning"),
            PaperTable.Column.of("example", "例如", "Example"),
            PaperTable.Column.of("advice", "处理", "What to do")),
        explanations.stream().map(ExplainJob::row).toList(),
        List.of());
  }

  private static PaperTable.Row row(Explanation e) {
    return PaperTable.Row.of(
        List.of(
            Cell.words(e.code()),
            new Cell.Words(e.kind()),
            new Cell.Words(e.meaning()),
            new Cell.Words(e.example()),
            new Cell.Words(e.advice())));
  }
}

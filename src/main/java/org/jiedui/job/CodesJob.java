package org.jiedui.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jiedui.ingest.CodeProposals;
import org.jiedui.ingest.Input;
import org.jiedui.ingest.file.Layout;
import org.jiedui.ingest.file.NamedPlaces;
import org.jiedui.ingest.file.PlaceCodes;
import org.jiedui.ingest.file.RawFile;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.reference.Gazetteer;
import org.jiedui.reference.Geography;
import org.jiedui.run.Study;
import org.jiedui.table.Frame;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which codes may the names in these files stand for? Proposes, for somebody to confirm. */
@Command(name = "codes")
public final class CodesJob implements Callable<Integer> {
  @Parameters(paramLabel = "FILE|DIR", arity = "0..*", descriptionKey = "codes.files")
  private List<Path> files = List.of();

  @Option(names = "--study", paramLabel = "FILE", descriptionKey = "codes.study")
  private Path study;

  @Option(names = "--geography", paramLabel = "DIR", descriptionKey = "codes.geography")
  private Path geography;

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "codes.out")
  private Path out = Path.of("code_map.csv");

  @Option(names = "--accept", paramLabel = "exact", descriptionKey = "codes.accept")
  private CodeProposals.Accept accept = CodeProposals.Accept.NOTHING;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    Path near = StudyOptions.near(study, files);
    Study declared = Study.load(near);
    List<Input> inputs =
        files.isEmpty() ? InputFiles.of(declared) : InputFiles.named(files, declared);
    Facts facts = Facts.load(declared);
    Path places = places(near, declared);
    Gazetteer gazetteer = Gazetteer.load(places, Geography.load(places));
    PlaceCodes known = facts.codeMaps(declared).codes();
    var proposals = new CodeProposals(gazetteer);
    List<Problem> problems = new ArrayList<>();
    inputs.stream()
        .filter(Input::isRecords)
        .forEach(input -> add(input, facts, known, proposals, problems));
    InputException.throwIfAny(ExitCode.INPUT, problems);
    Frame table = proposals.table(accept, printer.lang());
    var map = new CodeMapFile(out);
    if (table.size() > 0) {
      map.write(table);
    }
    map.tell(table, printer);
    return ExitCode.OK.code();
  }

  /** Files that no study describes are of real places, not of those of the sample study. */
  private Path places(Path near, Study declared) {
    boolean undescribed = study == null && !files.isEmpty() && near.equals(StudyOptions.shipped());
    return geography != null
        ? geography
        : undescribed ? near.resolveSibling("geography") : declared.sources().geography();
  }

  /** Rows that the study's maps decide are not asked for again. */
  private static void add(
      Input input, Facts facts, PlaceCodes known, CodeProposals proposals, List<Problem> problems) {
    try {
      String name = input.path().getFileName().toString();
      String table = input.table().isEmpty() ? facts.contract().tableOf(name) : input.table();
      RawFile raw = RawFile.open(input.path(), facts.contract(), table);
      List<Layout> layouts = raw.drafts().stream().map(l -> l.placed(known)).toList();
      proposals.add(NamedPlaces.of(input.path(), raw.scan(), layouts));
    } catch (InputException e) {
      problems.addAll(e.problems());
    }
  }
}

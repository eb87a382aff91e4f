package org.jiedui.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jiedui.analysis.Estimates;
import org.jiedui.analysis.PanelDesign;
import org.jiedui.analysis.PanelDesign.Kind;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.report.EstimateReport;
import org.jiedui.stats.GroupTimeEffects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One design on any long panel, as a tidy table. */
@Command(name = "estimate")
public final class EstimateJob implements Callable<Integer> {
  private static final String VCOV =
      "cr0|cr1|cr1s|cr2|cv3|hc1|hc3|iid|quasi|nw|dk|(nw|dk):[0-9]{1,3}";

  /** Designs as the command names them. */
  enum Question {
    ratio,
    its,
    did,
    event_study,
    staggered,
    regression
  }

  /** Identity or logarithm. */
  enum Family {
    gaussian,
    poisson
  }

  /** Base of times before treatment. */
  enum Base {
    varying,
    universal
  }

  @Option(names = "--panel", paramLabel = "FILE", required = true, descriptionKey = "panel")
  private Path file;

  @Option(
      names = "--design",
      paramLabel = "NAME",
      required = true,
      descriptionKey = "estimate.design")
  private String design;

  @Mixin private UnitTimeOptions roles;

  @Option(names = "--value", paramLabel = "COLUMN", descriptionKey = "panel.value")
  private String value = "value";

  @Option(names = "--treatment", paramLabel = "COLUMN", descriptionKey = "estimate.treatment")
  private String treatment;

  @Option(names = "--first-treated", paramLabel = "COLUMN", descriptionKey = "estimate.first")
  private String firstTreated;

  @Option(names = "--after", paramLabel = "YEAR", descriptionKey = "estimate.after")
  private Integer after;

  @Option(
      names = "--cluster",
      paramLabel = "A[,B]",
      split = ",",
      descriptionKey = "estimate.cluster")
  private List<String> clusters = List.of();

  @Option(names = "--family", paramLabel = "gaussian|poisson", descriptionKey = "estimate.family")
  private Family family = Family.gaussian;

  @Option(
      names = "--controls",
      paramLabel = "COLUMN",
      split = ",",
      descriptionKey = "estimate.controls")
  private List<String> controls = List.of();

  @Option(names = "--weight", paramLabel = "COLUMN", descriptionKey = "estimate.weight")
  private String weight;

  @Option(names = "--offset", paramLabel = "COLUMN", descriptionKey = "estimate.offset")
  private String offset;

  @Option(
      names = "--effects",
      paramLabel = "unit,time,…",
      split = ",",
      descriptionKey = "estimate.effects")
  private List<String> effects;

  @Option(names = "--vcov", paramLabel = "NAME", descriptionKey = "estimate.vcov")
  private String vcov;

  @Option(names = "--leads", paramLabel = "N", descriptionKey = "estimate.leads")
  private int leads = 1000;

  @Option(names = "--lags", paramLabel = "N", descriptionKey = "estimate.lags")
  private int lags = 1000;

  @Option(names = "--control", paramLabel = "never|not-yet", descriptionKey = "estimate.control")
  private String control = "never";

  @Option(names = "--base", paramLabel = "varying|universal", descriptionKey = "estimate.base")
  private Base base = Base.varying;

  @Option(names = "--confidence", paramLabel = "LEVEL", descriptionKey = "estimate.confidence")
  private double confidence = 0.95;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "estimate.seed")
  private long seed = 42;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    refuseWhatDoesNotFit();
    PanelDesign asked = asked();
    EstimatePanel panel =
        new EstimatePanel(asked, roles.unit(), roles.time(), value, firstTreated, weight, offset);
    Estimates.Result result = Estimates.of(asked, panel.read(file));
    printer.either(result.table(), table -> EstimateReport.of(table, result.notes()));
    return ExitCode.OK.code();
  }

  private PanelDesign asked() {
    return new PanelDesign(
        Kind.valueOf(question().name().toUpperCase(Locale.ROOT)),
        Optional.ofNullable(treatment),
        firstTreated != null,
        after == null ? OptionalInt.empty() : OptionalInt.of(after),
        named(clusters),
        PanelDesign.Family.valueOf(family.name().toUpperCase(Locale.ROOT)),
        controls,
        Optional.ofNullable(effects).map(this::named),
        Optional.ofNullable(vcov).map(name -> name.toLowerCase(Locale.ROOT)),
        new PanelDesign.Ends(leads, lags),
        control.equals("never")
            ? GroupTimeEffects.Control.NEVER_TREATED
            : GroupTimeEffects.Control.NOT_YET_TREATED,
        GroupTimeEffects.Base.valueOf(base.name().toUpperCase(Locale.ROOT)),
        confidence,
        seed);
  }

  /** The columns of unit and time go by those two names. */
  private List<String> named(List<String> columns) {
    return columns.stream()
        .filter(column -> !column.isBlank() && !column.equals("none"))
        .map(
            column ->
                column.equals(roles.unit())
                    ? PanelDesign.UNIT
                    : column.equals(roles.time()) ? PanelDesign.TIME : column)
        .toList();
  }

  private Question question() {
    return Question.valueOf(design.toLowerCase(Locale.ROOT).replace('-', '_'));
  }

  /** Everything about the request that does not fit together, at once. */
  private void refuseWhatDoesNotFit() {
    List<Problem> problems = new ArrayList<>();
    if (!design.matches("(?i)ratio|its|did|event[-_]study|staggered|regression")) {
      problems.add(usage("--design", design, "ratio|its|did|event-study|staggered|regression"));
      InputException.throwIfAny(ExitCode.USAGE, problems);
    }
    if (!control.matches("never|not-yet")) {
      problems.add(usage("--control", control, "never|not-yet"));
    }
    if (vcov != null && !vcov.toLowerCase(Locale.ROOT).matches(VCOV)) {
      problems.add(usage("--vcov", vcov, "cr1|cr1s|cr0|cr2|cv3|hc1|hc3|iid|quasi|nw:L|dk:L"));
    }
    if (!(confidence > 0 && confidence < 1)) {
      problems.add(usage("--confidence", String.valueOf(confidence), "0.90, 0.95, 0.99"));
    }
    problems.addAll(missingRoles());
    InputException.throwIfAny(ExitCode.USAGE, problems);
  }

  private List<Problem> missingRoles() {
    List<Problem> problems = new ArrayList<>();
    Question asked = question();
    if ((asked == Question.ratio || asked == Question.its) && after == null) {
      problems.add(needs("--after YEAR"));
    }
    if (asked == Question.did && treatment == null && firstTreated == null) {
      problems.add(needs("--treatment COLUMN | --first-treated COLUMN"));
    }
    if ((asked == Question.event_study || asked == Question.staggered) && firstTreated == null) {
      problems.add(needs("--first-treated COLUMN"));
    }
    if (asked == Question.regression && controls.isEmpty()) {
      problems.add(needs("--controls COLUMN[,COLUMN]"));
    }
    return problems;
  }

  private Problem needs(String option) {
    return Problem.error(
            "USAGE",
            Text.of("设计 " + design + " 还需要选项", "design " + design + " needs another option"))
        .expected(option, option);
  }

  private static Problem usage(String option, String found, String expected) {
    return Problem.error(
            "USAGE", Text.of(option + " 无法理解:" + found, option + " not understood: " + found))
        .expected(expected, expected);
  }
}

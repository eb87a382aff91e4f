package org.jiedui.job;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jiedui.analysis.EffectRatio;
import org.jiedui.message.ExitCode;
import org.jiedui.report.UnitRatioReport;
import org.jiedui.run.Session;
import org.jiedui.table.Frame;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How much did things change after 2016? Multiples under each convention. */
@Command(name = "effects")
public final class EffectsJob implements Callable<Integer> {
  /** What a year without a row means in a panel of the user's own. */
  enum Absent {
    zero,
    missing
  }

  @Option(names = "--absent", paramLabel = "zero|missing", descriptionKey = "absent")
  private Absent absent;

  @Mixin private PanelOptions panel;
  @Mixin private WindowOptions windows;
  @Mixin private StudyOptions options;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    if (panel.given()) {
      ownPanel(printer);
    } else {
      study(printer);
    }
    return ExitCode.OK.code();
  }

  private void ownPanel(Printer printer) {
    OwnPanel own = new OwnPanel(panel.read(() -> Session.open("jiedui effects")));
    Frame effects = own.effects(windows.windows(), declared());
    printer.either(effects, UnitRatioReport::of);
  }

  private EffectRatio.Absent declared() {
    return absent == null
        ? EffectRatio.Absent.UNDECLARED
        : EffectRatio.Absent.valueOf(absent.name().toUpperCase(Locale.ROOT));
  }

  private void study(Printer printer) {
    StudyRun run = StudyRun.open(options, printer);
    run.results(() -> run.questions().effects().all())
        .one(Results::effects, "show effect_convention");
  }
}

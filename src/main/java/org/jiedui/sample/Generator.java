package org.jiedui.sample;

import java.util.ArrayList;
import java.util.List;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * Makes synthetic cooperation records with known truth: invented places, invented pairings, planted
 * multiples, clusters and errors. The same plan gives the same bytes on every machine.
 */
public final class Generator {
  private static final int RECIPIENTS_OF_SAMPLE = 6;
  private static final int RECIPIENTS_OF_BULK = 10;
  private static final double RECORDS_A_VISIT = 3.7;
  private static final int MOST_COUNTIES = 3_200;
  private static final long MOST_SAMPLE_RECORDS = 2_000_000;

  private Generator() {}

  /** Writes the folder; what is wrong with the plan comes in one {@link InputException}. */
  public static Summary write(Plan plan) {
    InputException.throwIfAny(ExitCode.USAGE, problems(plan));
    Folder folder = Folder.at(plan.out());
    return plan.layout() == Plan.Layout.BULK ? bulk(plan, folder) : sample(plan, folder);
  }

  private static Summary sample(Plan plan, Folder folder) {
    World world = World.of(plan.seed(), plan.counties(), RECIPIENTS_OF_SAMPLE);
    Pairs pairs = Pairs.of(world);
    List<Visit> visits = Aid.of(world, pairs, plan.seed(), repeats(plan, world, pairs));
    GeographyFiles.write(world, folder);
    PairingFiles.write(pairs, folder);
    List<Sheet> sheets = RecordFiles.write(world, visits, plan.seed(), folder);
    ContentFiles.write(visits, plan.seed(), folder);
    MechanismFiles.write(world, pairs, plan.seed(), folder);
    GeneratedScorecards.write(world, pairs, visits, plan.seed(), folder);
    int missing = RegionYearFile.write(world, plan.seed(), folder);
    TruthFiles.write(world, visits, sheets, folder);
    Readme.sample(plan, world, missing, folder);
    long rows = sheets.stream().mapToLong(Sheet::rows).sum();
    return new Summary(folder.written(), rows, folder.size());
  }

  private static Summary bulk(Plan plan, Folder folder) {
    World world = World.of(plan.seed(), plan.counties(), RECIPIENTS_OF_BULK);
    Pairs pairs = Pairs.of(world);
    GeographyFiles.write(world, folder);
    PairingFiles.write(pairs, folder);
    Bulk.write(world, pairs, plan.records(), plan.seed(), folder);
    Readme.bulk(plan, folder);
    return new Summary(folder.written(), plan.records(), folder.size());
  }

  private static int repeats(Plan plan, World world, Pairs pairs) {
    long visits =
        Years.all()
            .mapToLong(
                year ->
                    world.places().stream()
                        .filter(p -> p.isAided(year))
                        .mapToLong(p -> pairs.donorsOf(p, year).size())
                        .sum())
            .sum();
    return (int) Math.max(1, StrictMath.rint(plan.records() / (RECORDS_A_VISIT * visits)));
  }

  private static List<Problem> problems(Plan plan) {
    List<Problem> problems = new ArrayList<>();
    int fewest = plan.layout().fewest();
    if (plan.counties() < fewest || plan.counties() > MOST_COUNTIES) {
      problems.add(
          option("--counties", plan.counties())
              .expected(
                  fewest + " 到 " + MOST_COUNTIES + " 之间的整数",
                  "a whole number from " + fewest + " to " + MOST_COUNTIES));
    }
    if (plan.records() < 0) {
      problems.add(option("--records", plan.records()).expected("不小于 0", "0 or more"));
    }
    if (plan.layout() == Plan.Layout.SAMPLE && plan.records() > MOST_SAMPLE_RECORDS) {
      problems.add(
          option("--records", plan.records())
              .expected("sample 布局最多 2000000 条", "at most 2000000 in the layout sample")
              .fix("使用 --layout bulk", "use --layout bulk"));
    }
    return problems;
  }

  private static Problem option(String name, long value) {
    return Problem.error(
        "OPTION_VALUE",
        Text.of(
            "选项 " + name + " 的值 " + value + " 不可用",
            "value " + value + " of option " + name + " cannot be used"));
  }
}

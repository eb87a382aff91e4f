package org.jiedui.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiedui.job.FreshnessJob;
import org.jiedui.job.NightlyJob;
import org.jiedui.message.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The recipes for schedulers, checked as far as this machine can. */
class SchedulesTest {
  private static final Path RECIPES = Path.of("jobs/schedule").toAbsolutePath();

  /** Exit codes that another try may mend. */
  private static final List<ExitCode> TRY_AGAIN = List.of(ExitCode.TEMPORARY, ExitCode.STORAGE);

  @TempDir Path dir;

  private record Ended(int code, String said) {}

  private Ended run(String... words) throws Exception {
    Path said = Files.createTempFile(dir, "said", ".txt");
    Process process =
        new ProcessBuilder(words)
            .directory(dir.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readString(said));
  }

  private void needs(String tool) throws Exception {
    Ended found = run("bash", "-c", "command -v " + tool);
    assumeTrue(found.code() == 0, tool + " is not on this machine: the recipe is not checked");
  }

  private static List<String> cronCommands() throws IOException {
    try (Stream<String> lines = Files.lines(RECIPES.resolve("cron"))) {
      return lines
          .filter(l -> l.matches("[0-9*].*"))
          .map(l -> l.split(" ", 7)[6].replace("\\%", "%"))
          .toList();
    }
  }

  @Test
  void cronLinesAreWholeCommandsWithLockAndRetry() throws Exception {
    List<String> commands = cronCommands();
    assertThat(commands).hasSize(3);
    for (String command : commands) {
      assertThat(run("bash", "-n", "-c", command).code()).as(command).isZero();
    }
    assertThat(commands.get(0)).contains("flock -n -E 75").contains("--since").contains("--as-of");
    for (ExitCode exit : ExitCode.values()) {
      assertThat(secondTry(exit)).as(exit.name()).isEqualTo(TRY_AGAIN.contains(exit));
    }
  }

  /** Runs the line that tries again, with a program that only says that it was called. */
  private boolean secondTry(ExitCode last) throws Exception {
    Path data = Files.createTempDirectory(dir, "data");
    Path program = data.resolve("jiedui");
    Files.writeString(program, "#!/bin/bash\ntouch \"$(dirname \"$0\")/called\"\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Files.writeString(data.resolve("last-exit"), last.code() + "\n");
    String setting = "DATA='%s'; JIEDUI='%s'; STUDY=s.conf; ".formatted(data, program);
    run("bash", "-c", setting + cronCommands().get(1));
    return Files.exists(data.resolve("called"));
  }

  @Test
  void recipesUseOptionsThatThereAre() throws Exception {
    var nightly = new CommandLine(new NightlyJob()).getCommandSpec();
    var freshness = new CommandLine(new FreshnessJob()).getCommandSpec();
    int calls = 0;
    for (String recipe : List.of("cron", "jiedui.service", "airflow_dag.py", "kubernetes.yaml")) {
      String text = Files.readString(RECIPES.resolve(recipe)).replaceAll("(?m)^ *#.*$", "");
      for (String call : text.split("(?=\\b(nightly|freshness)\\b)")) {
        var spec = call.startsWith("freshness") ? freshness : nightly;
        List<String> options =
            call.matches("(?s)(nightly|freshness)\\W.*") ? options(call) : List.of();
        assertThat(options).as(recipe).allMatch(o -> spec.findOption(o) != null);
        calls += options.contains("--as-of") || options.contains("--max-age") ? 1 : 0;
      }
    }
    assertThat(calls).isEqualTo(6);
  }

  private static List<String> options(String call) {
    return Pattern.compile("(?<=[\\s\"])--[a-z-]+")
        .matcher(call)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @Test
  void systemdUnitsAreValid() throws Exception {
    needs("systemd-analyze");
    List<String> words = new java.util.ArrayList<>(List.of("systemd-analyze", "verify"));
    for (String unit : List.of("jiedui.service", "jiedui.timer", "jiedui-failed.service")) {
      Files.copy(RECIPES.resolve(unit), dir.resolve(unit));
      words.add(dir.resolve(unit).toString());
    }
    Ended verified = run(words.toArray(String[]::new));
    assertThat(verified.said().lines().filter(l -> l.contains("jiedui"))).isEmpty();
    String service = Files.readString(dir.resolve("jiedui.service"));
    assertThat(service).contains("RestartForceExitStatus=75 6").contains("UMask=0027");
  }

  @Test
  void aBrokenUnitIsFound() throws Exception {
    needs("systemd-analyze");
    Path unit = dir.resolve("jiedui.service");
    String text = Files.readString(RECIPES.resolve("jiedui.service"));
    Files.writeString(unit, text.replace("UMask=", "UMasque="));
    assertThat(run("systemd-analyze", "verify", unit.toString()).said()).contains("UMasque");
  }

  @Test
  void airflowTriesAgainOnTwoExitCodesOnly() throws Exception {
    needs("python3");
    Path dag = RECIPES.resolve("airflow_dag.py");
    String compiled = dir.resolve("dag.pyc").toString();
    String compile =
        "import py_compile,sys; py_compile.compile(sys.argv[1], sys.argv[2], doraise=True)";
    assertThat(run("python3", "-c", compile, dag.toString(), compiled).code()).isZero();
    String ask =
        "import sys; sys.dont_write_bytecode = True; sys.path.insert(0, sys.argv[1]);"
            + " import airflow_dag as d; print([d.verdict(int(c)) for c in sys.argv[2:]]);"
            + " print(d.command('2026-11-21'))";
    Ended told = run("python3", "-c", ask, RECIPES.toString(), "0", "1", "2", "3", "4", "6", "75");
    assertThat(told.said())
        .contains("['done', 'stop', 'stop', 'stop', 'stop', 'retry', 'retry']")
        .contains("'--as-of', '2026-11-21'");
    assertThat(Files.readString(dag)).contains("catchup=True").contains("max_active_runs=1");
  }

  @Test
  void theCronJobOfKubernetesIsWhole() throws Exception {
    needs("python3");
    Ended yaml = run("python3", "-c", "import yaml");
    assumeTrue(yaml.code() == 0, "Python reads no YAML here: the recipe is not checked");
    String ask =
        """
        import sys, yaml
        job = yaml.safe_load(open(sys.argv[1], encoding='utf-8'))
        spec = job['spec']['jobTemplate']['spec']
        pod = spec['template']['spec']
        rule = spec['podFailurePolicy']['rules'][0]
        print(job['apiVersion'], job['kind'], job['spec']['concurrencyPolicy'], pod['restartPolicy'])
        print(rule['action'], rule['onExitCodes']['values'])
        print(pod['containers'][0]['args'][0])
        """;
    Ended told = run("python3", "-c", ask, RECIPES.resolve("kubernetes.yaml").toString());
    assertThat(told.said()).startsWith("batch/v1 CronJob Forbid Never\nFailJob [1, 2, 3, 4]\n");
    String command = told.said().lines().skip(2).reduce("", (a, b) -> a + b + "\n");
    assertThat(run("bash", "-n", "-c", command).code()).isZero();
  }

  @Test
  void theScriptsAreCleanShell() throws Exception {
    for (String script : List.of("jiedui", "nights")) {
      Path file = RECIPES.resolveSibling(script);
      assertThat(run("bash", "-n", file.toString()).code()).as(script).isZero();
    }
    needs("shellcheck");
    Ended checked = run("shellcheck", RECIPES.resolveSibling("nights").toString());
    assertThat(checked.said()).isEmpty();
    byte[] bytes = Files.readAllBytes(RECIPES.resolve("cron"));
    assertThat(new String(bytes, StandardCharsets.UTF_8)).endsWith("\n");
  }
}

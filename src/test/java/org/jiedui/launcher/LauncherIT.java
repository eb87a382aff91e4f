package org.jiedui.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jiedui.launcher.Launcher.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person meets when starting the program. */
class LauncherIT {
  @TempDir Path work;

  @Test
  void startsFromAnyDirectoryThroughLinksWithSpacesAndChineseCharacters() throws IOException {
    Path folder = Files.createDirectories(work.resolve("空 格/内 部"));
    Path link = Files.createSymbolicLink(folder.resolve("a"), Launcher.PROJECT.resolve("jobs"));
    Path relative = Files.createSymbolicLink(work.resolve("空 格/结对"), Path.of("内 部/a/jiedui"));

    Outcome outcome =
        Launcher.in(folder).script(relative).run("doctor", "--root", "结 果", "--format", "csv");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains(folder.toRealPath().resolve("结 果").toString());
    assertThat(Files.exists(link)).isTrue();
  }

  @Test
  void speaksUtf8InTheCLocale() {
    Outcome outcome =
        Launcher.in(work).with("LC_ALL", "C").run("doctor", "--lang", "zh", "--root", "结果");

    assertThat(outcome.out()).contains("本机检查", "结果");
  }

  @Test
  void sparkRunsWithTheSettingsOfTheLineAndNothingElseIsSaid() throws IOException {
    Outcome outcome =
        Launcher.in(work)
            .with("LC_ALL", "C")
            .run(
                "--conf",
                "spark.app.name=一个 名字",
                "doctor",
                "--master=local[1]",
                "--spark",
                "--driver-java-options",
                "-Dsome.path=\"/a b/c\"",
                "--root",
                "结果",
                "--format",
                "csv");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).startsWith("state,subject,found,advice\n").contains("local[1]");
    assertThat(Files.getPosixFilePermissions(work.resolve("结果/_log")))
        .as("nobody else reads the log")
        .doesNotContainAnyElementsOf(
            Set.of(java.nio.file.attribute.PosixFilePermission.OTHERS_READ));
  }

  @Test
  void exitCodesSurviveBothWaysOfStarting() {
    assertThat(Launcher.in(work).run("doctor", "--no-such-option").exit()).isEqualTo(2);
    assertThat(Launcher.in(work).run("doctor", "--spark", "--no-such-option").exit()).isEqualTo(2);
    assertThat(Launcher.in(work).run("doctor", "--root", "/proc/jiedui").exit()).isEqualTo(5);
    assertThat(Launcher.in(work).run("doctor", "--spark", "--root", "/proc/jiedui").exit())
        .isEqualTo(5);
  }

  @Test
  void pagesOfSparkAreForThisMachineOnly() {
    Outcome outcome = Launcher.in(work).run("run", "--ui", "--master", "spark://127.0.0.1:1");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("--ui", "本机");
  }

  @Test
  void aDriverOnTheClusterNeedsAFolderThatAllNodesShare() {
    Outcome outcome =
        Launcher.in(work).run("run", "--deploy-mode=cluster", "--master", "spark://127.0.0.1:1");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("by --root", "共用的目录");
  }

  @Test
  void optionOfSparkWithoutValueIsRefusedInBothLanguages() {
    Outcome outcome = Launcher.in(work).run("doctor", "--spark", "--master");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("option --master needs a value", "缺少值");
  }

  @Test
  void signalReachesTheProgram() throws InterruptedException, IOException {
    Launcher.Running running = Launcher.in(work).start("doctor", "--spark");
    assertThat(untilJava(running.process().toHandle())).as("the script turned into java").isTrue();

    running.process().destroy();

    assertThat(running.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(running.process().exitValue()).isEqualTo(143);
  }

  private static boolean untilJava(ProcessHandle process) throws InterruptedException {
    for (int i = 0; i < 600 && process.isAlive(); i++) {
      if (process.info().command().orElse("").endsWith("/java")) {
        return true;
      }
      Thread.sleep(50);
    }
    return false;
  }

  @Test
  void newerJavaIsRefusedBeforeItIsStarted() throws IOException {
    Path home = Files.createDirectories(work.resolve("jdk"));
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho started\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");

    Outcome outcome =
        Launcher.in(work).with("JAVA_HOME", home.toString()).with("LC_ALL", "C").run("doctor");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .contains("Java 25.0.1", "needs JDK 17 or 21", "需要 JDK 17 或 21", "JAVA_HOME");
  }

  @Test
  void javaHomeWithoutJavaIsNamed() {
    Outcome outcome = Launcher.in(work).with("JAVA_HOME", "/no/such/jdk").run("doctor");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("/no/such/jdk");
  }

  @Test
  void sparkHomeWithoutSparkIsNamed() {
    Outcome outcome = Launcher.in(work).with("SPARK_HOME", work.toString()).run("doctor");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("SPARK_HOME=" + work);
  }

  @Test
  void usersOwnSparkIsUsed() throws IOException {
    Path spark = Files.createDirectories(work.resolve("my spark"));
    Files.createSymbolicLink(
        spark.resolve("jars"), Launcher.PROJECT.resolve("target/spark-home/jars"));

    Outcome outcome =
        Launcher.in(work)
            .with("SPARK_HOME", spark.toString())
            .run("doctor", "--spark", "--format=csv");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("4.1.0", spark.toString());
  }
}

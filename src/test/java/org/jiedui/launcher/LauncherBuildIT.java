package org.jiedui.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jiedui.launcher.Launcher.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the launcher builds, and what it says when it cannot; Maven is played by a script. */
class LauncherBuildIT {
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cat",
          "cksum",
          "dirname",
          "find",
          "grep",
          "head",
          "id",
          "locale",
          "mkdir",
          "mktemp",
          "mv",
          "nice",
          "readlink",
          "rm",
          "sed",
          "sh",
          "sleep",
          "tail",
          "touch",
          "tr");

  @TempDir Path work;
  private Path project;
  private Path bin;
  private Launcher launcher;

  @BeforeEach
  void freshClone() throws IOException {
    project = Files.createDirectories(work.resolve("新 克隆"));
    for (String folder : List.of("jobs", "conf", "src/main/java")) {
      Files.createDirectories(project.resolve(folder));
    }
    copy("jobs/jiedui");
    copy("conf/log4j2.properties");
    copy("conf/spark-defaults.conf");
    copy("pom.xml");
    Files.writeString(project.resolve("src/main/java/A.java"), "class A {}");
    bin = Files.createDirectories(work.resolve("bin"));
    for (String tool : TOOLS) {
      program(tool, "exec " + where(tool) + " \"$@\"");
    }
    launcher =
        Launcher.in(work)
            .script(project.resolve("jobs/jiedui"))
            .with("JIEDUI_BUILD", "")
            .with("PATH", bin.toString())
            .with("JAVA_HOME", System.getProperty("java.home"));
  }

  @Test
  void firstUseBuildsOnceForTwoCallers() throws IOException {
    maven("sleep 2; " + installs());

    Launcher.Running one = launcher.start("doctor");
    Launcher.Running two = launcher.start("doctor");

    assertThat(one.outcome().exit()).isZero();
    assertThat(two.outcome().exit()).isZero();
    assertThat(calls()).isEqualTo(1);
    assertThat(one.outcome().err() + two.outcome().err()).contains("first use: building");
    assertThat(Files.exists(project.resolve("target/build.lock"))).isFalse();
  }

  @Test
  void buildsAgainOnlyWhenSourcesAreNewer() throws IOException {
    maven(installs());
    launcher.run("doctor");
    assertThat(launcher.run("doctor").err()).isEmpty();
    assertThat(calls()).isEqualTo(1);

    Files.setLastModifiedTime(
        project.resolve("src/main/java/A.java"), FileTime.from(Instant.now().plusSeconds(5)));

    assertThat(launcher.run("doctor").err()).contains("sources changed");
    assertThat(calls()).isEqualTo(2);
  }

  @Test
  void failureShowsTheEndOfTheLogAndLeavesNoLock() throws IOException {
    maven("echo '[ERROR] the planted cause'; exit 1");

    Outcome outcome = launcher.run("doctor");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err()).contains("the planted cause", "构建失败", "the build failed");
    assertThat(Files.exists(project.resolve("target/build.lock"))).isFalse();
  }

  @Test
  void lockOfADeadProcessIsTakenOver() throws IOException {
    maven(installs());
    Path lock = Files.createDirectories(project.resolve("target/build.lock"));
    Files.writeString(lock.resolve("pid"), "999999999\n");

    assertThat(launcher.run("doctor").exit()).isZero();
  }

  @Test
  void missingMavenIsNamedWithTheFix() {
    Outcome outcome = launcher.run("doctor");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("apt install maven", "没有找到 Maven", "was not found");
  }

  @Test
  void missingJavaIsNamedWithTheFix() {
    Outcome outcome = launcher.with("JAVA_HOME", "").run("doctor");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("JDK", "java").containsPattern("\\p{IsHan}");
  }

  /** Puts the real jar and Spark where a build would. */
  private String installs() {
    Path target = Launcher.PROJECT.resolve("target");
    return "mkdir -p target; cat '%s/jiedui.jar' > target/jiedui.jar; ln -sfn '%s/spark-home' target/spark-home"
        .formatted(target, target);
  }

  private void maven(String does) throws IOException {
    program("ln", "exec " + where("ln") + " \"$@\"");
    program("mvn", "echo called >> '" + work + "/calls'\n" + does);
  }

  private void program(String name, String does) throws IOException {
    Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + does + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private int calls() throws IOException {
    return Files.readAllLines(work.resolve("calls")).size();
  }

  private void copy(String file) throws IOException {
    Files.copy(
        Launcher.PROJECT.resolve(file), project.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static Path where(String tool) {
    return Stream.of("/bin", "/usr/bin")
        .map(dir -> Path.of(dir, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }
}

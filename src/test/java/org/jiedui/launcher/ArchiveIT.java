package org.jiedui.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jiedui.launcher.Launcher.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of classes is made once, used, renewed with the jar, and never in the way. */
class ArchiveIT {
  private static final String[] DOCTOR = {"doctor", "--spark", "--format", "csv"};
  private static final String USED = "-XX:SharedArchiveFile";

  @TempDir Path work;

  @Test
  void archiveIsMadeUsedAndRenewed() throws IOException {
    Launcher launcher = Launcher.in(work).script(project().resolve("jobs/jiedui"));
    assertThat(launcher.with("JIEDUI_CDS", "wait").run(DOCTOR).out()).contains(USED);
    assertThat(launcher.run(DOCTOR).out()).contains(USED);
    Path archive = archives().get(0);

    Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-r--r--"));
    Files.writeString(archive, "not an archive");
    Outcome damaged = launcher.run(DOCTOR);
    assertThat(damaged.exit()).as("a damaged archive is passed over").isZero();
    assertThat(damaged.out()).startsWith("state,subject,found,advice\n");

    Files.setLastModifiedTime(
        work.resolve("project/target/jiedui.jar"), FileTime.from(Instant.now().plusSeconds(5)));
    Outcome stale = launcher.run("doctor");
    assertThat(stale.out()).as("an archive older than the jar").doesNotContain(USED);
    assertThat(stale.err()).isEmpty();
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(work.resolve("project/target/cds"))) {
      return files.filter(file -> file.toString().endsWith(".jsa")).toList();
    }
  }

  /** A project of its own, without a sample: the archive is then made by {@code doctor}. */
  private Path project() throws IOException {
    Path project = Files.createDirectories(work.resolve("project"));
    for (String file :
        List.of(
            "jobs/jiedui",
            "conf/log4j2.properties",
            "conf/spark-defaults.conf",
            "target/jiedui.jar")) {
      Path copy = project.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(Launcher.PROJECT.resolve(file), copy, StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.createSymbolicLink(
        project.resolve("target/spark-home"), Launcher.PROJECT.resolve("target/spark-home"));
    return project;
  }
}

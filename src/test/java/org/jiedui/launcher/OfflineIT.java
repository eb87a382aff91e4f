package org.jiedui.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of {@code mvn package -Poffline} on a machine without network and without Maven. */
class OfflineIT {
  private static final Path TARGET = Launcher.PROJECT.resolve("target");

  @TempDir Path work;

  @Test
  void bundleRunsTheSampleWithTheNetworkCut() throws Exception {
    Optional<Path> bundle = bundle();
    assumeTrue(
        bundle.isPresent(), "no offline bundle here: mvn verify -Poffline makes and tests it");
    assumeTrue(run("true") == 0, "the network cannot be cut on this machine");
    assertThat(run("bash", "-c", "exec 3<>/dev/tcp/1.1.1.1/443")).as("cut").isNotZero();
    assertThat(plainly("tar", "xzf", bundle.get().toString(), "-C", work.toString())).isZero();
    String jiedui = program();

    assertThat(run(jiedui, "run", "--root", "out")).as(said()).isZero();
    assertThat(run(jiedui, "verify", "--all", "--root", "out")).as(said()).isZero();

    assertThat(work.resolve("out/sample/latest/effect_ratio.parquet")).isRegularFile();
    assertThat(home()).as("nothing is asked of Maven or kept at home").isEmptyDirectory();
  }

  /** Of this build. */
  private static Optional<Path> bundle() throws IOException {
    Path jar = TARGET.resolve("jiedui.jar");
    try (Stream<Path> files = Files.list(TARGET)) {
      return files
          .filter(f -> f.toString().endsWith("-offline.tar.gz"))
          .filter(f -> f.toFile().lastModified() >= jar.toFile().lastModified())
          .findFirst();
    }
  }

  private String program() throws IOException {
    try (Stream<Path> unpacked = Files.list(work)) {
      Path home =
          unpacked.filter(f -> f.getFileName().toString().startsWith("jiedui-")).findFirst().get();
      assertThat(home.resolve("README.md")).isRegularFile();
      return home.resolve("jobs/jiedui").toString();
    }
  }

  private Path home() throws IOException {
    return Files.createDirectories(work.resolve("home"));
  }

  /** With a loopback and no other network, an empty home, and a Maven that fails. */
  private int run(String... words) throws Exception {
    String cut = "ip link set lo up && exec \"$@\"";
    List<String> before =
        List.of("unshare", "--map-root-user", "--net", "sh", "-c", cut, "sh", "env", "-i");
    Path maven = Files.createDirectories(work.resolve("bin")).resolve("mvn");
    Files.writeString(maven, "#!/bin/sh\ntouch \"$HOME/asked-maven\"\nexit 1\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    List<String> environment =
        List.of(
            "HOME=" + home(),
            "JAVA_HOME=" + System.getProperty("java.home"),
            "PATH=" + maven.getParent() + ":/usr/sbin:/usr/bin:/sbin:/bin",
            "CI=true");
    return plainly(
        Stream.of(before, environment, List.of(words))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  private int plainly(String... words) throws Exception {
    File said = work.resolve("said").toFile();
    try {
      Process process =
          new ProcessBuilder(words)
              .directory(work.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said)
              .start();
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
      return process.exitValue();
    } catch (IOException unknown) {
      return -1;
    }
  }

  private String said() throws IOException {
    return Files.readString(work.resolve("said"));
  }
}

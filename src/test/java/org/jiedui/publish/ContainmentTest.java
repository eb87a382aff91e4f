package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is read or written outside the root, and nobody else may look inside. */
class ContainmentTest {
  @TempDir private Path folder;

  @Test
  void namesThatLeadOutAreRefusedByEveryCall() {
    LocalStore store = new LocalStore(folder.resolve("root"));
    for (String name : List.of("../x", "a/../../x", "/etc/x", "C:\\x", "a\0b")) {
      assertRefused(name, () -> store.write(name));
      assertRefused(name, () -> store.read(name));
      assertRefused(name, () -> store.move("a", name));
      assertRefused(name, () -> store.link("a", name));
      assertRefused(name, () -> store.delete(name));
    }
  }

  @Test
  void aNameOfThreeHundredCharactersIsAStorageFailure() {
    Report report = new Report(folder.resolve("x".repeat(300)), "trial");

    assertThatThrownBy(() -> report.preflight(1))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.STORAGE));
  }

  @Test
  void aLinkOutOfTheRootIsNotFollowedAndALinkToTheRootIs() throws Exception {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Path root = Files.createDirectories(folder.resolve("root"));
    Files.createSymbolicLink(root.resolve("trial"), outside);
    assertThatThrownBy(() -> Trial.publish(new LocalStore(root), Trial.NIGHT, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("LINK_OUT");
    assertThat(outside).isEmptyDirectory();

    Path other = Files.createDirectories(folder.resolve("other"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), other);
    Trial.night(new LocalStore(link), Trial.NIGHT, 1);
    assertThat(Trial.visible(new LocalStore(other))).isEqualTo(1);
  }

  @Test
  void filesAreForTheOwnerAndReadableByTheGroupAtMost() throws Exception {
    Path root = folder.resolve("root");
    Trial.night(new LocalStore(root), Trial.NIGHT, 1);
    Report report = Trial.report(new LocalStore(root));
    report.pin(report.head().orElseThrow().commit(), "");

    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.filter(p -> !Files.isSymbolicLink(p)).toList()) {
        String most = Files.isDirectory(path) ? "rwxr-x---" : "rw-r-----";
        assertThat(PosixFilePermissions.fromString(most))
            .as(path.toString())
            .containsAll(Files.getPosixFilePermissions(path));
      }
    }
  }

  private interface Call {
    void run() throws Exception;
  }

  private static void assertRefused(String name, Call call) {
    assertThatThrownBy(call::run).as(name).isInstanceOf(IllegalArgumentException.class);
  }
}

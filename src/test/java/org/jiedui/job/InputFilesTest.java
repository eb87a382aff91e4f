package org.jiedui.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder of inputs holds, and what it must not lead to. */
class InputFilesTest {
  @TempDir Path dir;
  private Path folder;

  @BeforeEach
  void files() throws IOException {
    folder = Files.createDirectory(dir.resolve("inputs"));
    Files.writeString(folder.resolve("a.csv"), "a\n1\n");
    Files.writeString(folder.resolve("notes.md"), "");
    Files.writeString(dir.resolve("secret.csv"), "a\n2\n");
  }

  @Test
  void linksInsideTheFolderAreReadLikeFiles() throws IOException {
    Files.createSymbolicLink(folder.resolve("b.csv"), Path.of("a.csv"));

    assertThat(InputFiles.in(folder))
        .extracting(f -> f.getFileName().toString())
        .containsExactly("a.csv", "b.csv");
  }

  @Test
  void linksOutOfTheFolderAreRefusedTogether() throws IOException {
    Files.createSymbolicLink(folder.resolve("b.csv"), dir.resolve("secret.csv"));
    Files.createSymbolicLink(folder.resolve("c.csv"), Path.of("../secret.csv"));

    var refused = catchThrowableOfType(InputException.class, () -> InputFiles.in(folder));

    assertThat(refused.exit()).isEqualTo(ExitCode.INPUT);
    assertThat(refused.problems())
        .extracting(p -> p.code())
        .containsExactly("INPUT_OUTSIDE", "INPUT_OUTSIDE");
  }

  @Test
  void theFolderItselfMayBeALink() throws IOException {
    Path link = Files.createSymbolicLink(dir.resolve("link"), folder);

    assertThat(InputFiles.in(link)).hasSize(1);
  }

  @Test
  void aLinkThatLeadsNowhereIsNotPassedOver() throws IOException {
    Files.createSymbolicLink(folder.resolve("gone.csv"), dir.resolve("nobody"));

    assertThat(InputFiles.in(folder)).hasSize(2);
  }
}

package org.jiedui.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  private static List<Path> under(Path folder) {
    return InputFiles.under(folder, folder.resolve("study"));
  }

  @Test
  void linksInsideTheFolderAreReadLikeFiles() throws IOException {
    Files.createSymbolicLink(folder.resolve("b.csv"), Path.of("a.csv"));

    assertThat(under(folder))
        .extracting(f -> f.getFileName().toString())
        .containsExactly("a.csv", "b.csv");
  }

  @Test
  void allFoldersOfAFolderAreWalkedButHiddenOnesAndThatOfTheStudy() throws IOException {
    for (String place : List.of("甘肃/2016", ".cache", "study")) {
      Files.createDirectories(folder.resolve(place));
      Files.writeString(folder.resolve(place).resolve("b.csv"), "a\n1\n");
    }

    assertThat(under(folder))
        .extracting(f -> folder.relativize(f).toString())
        .containsExactly("a.csv", "甘肃/2016/b.csv");
  }

  @Test
  void linksOutOfTheFolderAreRefusedTogether() throws IOException {
    Files.createSymbolicLink(folder.resolve("b.csv"), dir.resolve("secret.csv"));
    Files.createSymbolicLink(folder.resolve("c.csv"), Path.of("../secret.csv"));

    var refused = catchThrowableOfType(InputException.class, () -> under(folder));

    assertThat(refused.exit()).isEqualTo(ExitCode.INPUT);
    assertThat(refused.problems())
        .extracting(p -> p.code())
        .containsExactly("INPUT_OUTSIDE", "INPUT_OUTSIDE");
  }

  @Test
  void theFolderItselfMayBeALink() throws IOException {
    Path link = Files.createSymbolicLink(dir.resolve("link"), folder);

    assertThat(under(link)).hasSize(1);
  }

  @Test
  void aLinkThatLeadsNowhereIsNotPassedOver() throws IOException {
    Files.createSymbolicLink(folder.resolve("gone.csv"), dir.resolve("nobody"));

    assertThat(under(folder)).hasSize(2);
  }
}

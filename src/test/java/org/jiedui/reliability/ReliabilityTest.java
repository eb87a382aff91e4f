package org.jiedui.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document of what was broken on purpose. */
class ReliabilityTest {
  @TempDir private Path dir;

  private ReliabilityDocument document() {
    return new ReliabilityDocument(dir.resolve("reliability.md"));
  }

  @Test
  void rowsStandInOneOrderWhateverTheOrderOfTheTests() throws Exception {
    document().write(Proof.PUBLISH_RACE, Counts.of(40, 0).control(40, 7));
    document().write(Proof.PUBLISH_KILL, Counts.of(80, 0).control(9, 3));
    String one = Files.readString(dir.resolve("reliability.md"));
    document().write(Proof.PUBLISH_KILL, Counts.of(80, 0).control(9, 3));

    assertThat(Files.readString(dir.resolve("reliability.md"))).isEqualTo(one);
    assertThat(document().rows().keySet()).containsExactly(Proof.PUBLISH_KILL, Proof.PUBLISH_RACE);
  }

  @Test
  void secondsAreBoundsAndMissingFiguresDashes() throws Exception {
    document()
        .write(
            Proof.INGEST_CUT_TEXT, Counts.of(8_192, 0).worst(Duration.ofMillis(1_400)).memory(256));

    assertThat(document().rows().get(Proof.INGEST_CUT_TEXT))
        .endsWith("8,192", "0", "splitting lines and cells", "-", "2", "256");
  }

  @Test
  void aDocumentThatClaimsMoreThanWasTriedIsRefused() throws Exception {
    document().write(Proof.PUBLISH_THREADS, Counts.of(20, 0));

    document().compare(Proof.PUBLISH_THREADS, Counts.of(25, 0));
    for (Counts counts : List.of(Counts.of(19, 0), Counts.of(20, 1))) {
      assertThatThrownBy(() -> document().compare(Proof.PUBLISH_THREADS, counts))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("-Dreliability=write");
    }
    assertThatThrownBy(() -> document().compare(Proof.PUBLISH_KILL, Counts.of(1, 0)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void theShippedDocumentHasARowForEveryProofOfEveryBuild() throws Exception {
    var shipped = new ReliabilityDocument(Path.of("src/docs/reliability.md"));

    assertThat(shipped.rows().keySet())
        .containsAll(
            Arrays.stream(Proof.values()).filter(p -> !p.name().endsWith("_THOROUGH")).toList());
  }
}

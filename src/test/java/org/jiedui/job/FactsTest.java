package org.jiedui.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiedui.reference.Level;
import org.jiedui.run.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsTest {
  @TempDir Path folder;

  /** Else a run after the edit would find the old report and call it published. */
  @Test
  void editingAClaimATotalOrAnIndicatorIsAnotherInput() throws IOException {
    Path study = study();
    var before = Facts.load(Study.load(study)).digests();
    for (String edited : new String[] {"claims.conf", "totals.csv", "indicators/income_pc.conf"}) {
      Path file = folder.resolve(edited);
      String text = Files.readString(file);
      Files.writeString(file, text + "\n");

      assertThat(Facts.load(Study.load(study)).digests()).as(edited).isNotEqualTo(before);

      Files.writeString(file, text);
      assertThat(Facts.load(Study.load(study)).digests()).isEqualTo(before);
    }
  }

  @Test
  void aStudySaysWhetherDividedCountiesAreUnionsOrSharedOut() throws IOException {
    Path study = study();
    String text = Files.readString(study);
    String folderLine = text.lines().filter(l -> l.startsWith("geography ")).findFirst().get();
    String path = folderLine.substring(folderLine.indexOf('"'));
    var unions = Facts.load(Study.load(study)).geography();

    Files.writeString(
        study,
        text.replace(folderLine, "geography { path = %s, split = weights }".formatted(path)));
    var shared = Facts.load(Study.load(study)).geography();

    assertThat(unions.units(Level.COUNTY)).contains("770221+770222");
    assertThat(shared.units(Level.COUNTY)).contains("770221", "770222");
    assertThat(shared.digest()).isNotEqualTo(unions.digest());
    Files.writeString(
        study, text.replace(folderLine, "geography { path = %s, split = area }".formatted(path)));
    assertThatThrownBy(() -> Study.load(study))
        .hasMessageContaining("geography.split")
        .hasMessageContaining("weights");
  }

  @Test
  void sharesOfMoneyAndHeadsTogetherAndUnknownIndicatorsAreRefused() throws IOException {
    Path study = study();
    String text = Files.readString(study);
    Files.writeString(study, text.replace("[use_talent]", "[use_talent, jobs]"));
    assertThatThrownBy(() -> settings(study).sources())
        .hasMessageContaining("MIXED_UNITS")
        .hasMessageContaining("jobs");
    Files.writeString(study, text.replace("[use_talent]", "[use_talnt]"));
    assertThatThrownBy(() -> settings(study).sources())
        .hasMessageContaining("cooperation records have no indicator use_talnt")
        .hasMessageContaining("use_talent");
    Files.writeString(study, text.replace("[industry, labour, talent]", "[industry, labor]"));
    assertThatThrownBy(() -> settings(study)).hasMessageContaining("did you mean labour");
  }

  private static ContentSettings settings(Path study) {
    Study read = Study.load(study);
    return new ContentSettings(read, Facts.load(read));
  }

  private Path study() throws IOException {
    String conf = Path.of("conf").toAbsolutePath().toString();
    Files.createDirectories(folder.resolve("indicators"));
    try (var files = Files.list(Path.of("conf/indicators"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve("indicators").resolve(file.getFileName()));
      }
    }
    Files.copy(Path.of("conf/claims.conf"), folder.resolve("claims.conf"));
    Files.copy(Path.of("sample-data/national/totals.csv"), folder.resolve("totals.csv"));
    String text =
        Files.readString(Path.of("conf/study.conf"))
            .replace("../sample-data/national/totals.csv", "totals.csv")
            .replace("\"../", "\"" + conf + "/../")
            .replace("\"schema.conf\"", "\"" + conf + "/schema.conf\"")
            .replace("\"prices/cpi.csv\"", "\"" + conf + "/prices/cpi.csv\"");
    return Files.writeString(folder.resolve("study.conf"), text);
  }
}

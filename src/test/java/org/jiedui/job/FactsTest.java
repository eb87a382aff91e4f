package org.jiedui.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

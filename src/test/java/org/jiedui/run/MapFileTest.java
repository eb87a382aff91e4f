package org.jiedui.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jiedui.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapFileTest {
  @TempDir private Path folder;

  @Test
  void aMapStandsBesideTheStudyFileThatNamesIt() throws IOException {
    assertThat(map("output { map = \"maps/own.geojson\", map-approval = \"GS(2020)1号\" }"))
        .contains(new MapFile(folder.resolve("maps/own.geojson"), "GS(2020)1号"));
    assertThat(map("output { root = \"jiedui-data\" }")).isEmpty();
  }

  private Optional<MapFile> map(String study) throws IOException {
    Path file = Files.writeString(folder.resolve("study.conf"), study);
    return MapFile.of(Settings.load(file).child("output"), folder);
  }
}

package org.jiedui.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No invented name is the name of a real place of any year. */
class RealNamesTest {
  private static final Path REAL = Path.of("conf", "geography");

  @Test
  void noRealPlaceBeginsAsAnInventedOne() throws IOException {
    assumeThat(REAL.resolve("units.csv")).exists();
    Set<String> heads = new HashSet<>(Names.firstCharacters());
    World.of(1, 160, 10).provinces().forEach(p -> heads.add(p.name().substring(0, 1)));
    Set<String> names = realNames();

    assertThat(names).hasSizeGreaterThan(2_000);
    assertThat(names).noneMatch(name -> heads.contains(name.substring(0, 1)));
  }

  private static Set<String> realNames() throws IOException {
    Set<String> names = new HashSet<>();
    Reading.table(REAL.resolve("units.csv")).stream().skip(1).forEach(row -> names.add(row[1]));
    Reading.table(REAL.resolve("changes.csv")).stream()
        .skip(1)
        .forEach(
            row -> {
              names.add(row[3]);
              names.add(row[5]);
            });
    names.remove("");
    return names;
  }
}

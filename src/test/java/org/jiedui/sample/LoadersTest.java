package org.jiedui.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jiedui.reference.Geography;
import org.jiedui.reference.Level;
import org.jiedui.reference.Pairings;
import org.jiedui.reference.Resolution.Outcome;
import org.junit.jupiter.api.Test;

/** The product's own loaders understand the sample that ships as the generator means it. */
class LoadersTest {
  private static final Path SAMPLE = Path.of("sample-data", "counties");

  private final World world = World.of(Plan.SEED, 160, 6);
  private final Geography geography = Geography.load(SAMPLE.resolve("geography"));

  @Test
  void everyCodeOfEveryYearMeansTheUnitItWasMadeFor() {
    assertThat(geography.synthetic()).isTrue();
    for (Place place : world.places()) {
      for (int year = Years.FIRST; year <= Years.LAST; year++) {
        var found = geography.resolve(Integer.parseInt(place.at(year).code()), year);
        assertThat(found.outcome()).isEqualTo(Outcome.OK);
        assertThat(found.unit()).isEqualTo(world.unitOf(place));
      }
    }
  }

  @Test
  void theClustersNameEveryCountyUnitOnce() throws IOException {
    Set<String> units = new TreeSet<>();
    Reading.table(SAMPLE.resolve("truth/clusters.csv")).stream()
        .skip(1)
        .forEach(row -> assertThat(units.add(row[0])).isTrue());

    assertThat(units).isEqualTo(new TreeSet<>(geography.units(Level.COUNTY)));
  }

  @Test
  void donorsAreThoseTheAmountsWereMadeFor() {
    Pairs pairs = Pairs.of(world);
    Pairings loaded = Pairings.load(SAMPLE.resolve("pairings"), geography);
    for (Place place : world.places()) {
      for (int year : new int[] {1996, 2009, 2010, 2015, 2016, 2020}) {
        assertThat(loaded.donorsOf(world.unitOf(place), year))
            .containsExactlyElementsOf(pairs.donorsOf(place, year));
      }
    }
  }
}

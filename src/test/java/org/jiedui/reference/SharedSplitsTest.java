package org.jiedui.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 711124 was divided in two, one half once more; 711103 gave away a part; two merged in 2022. */
class SharedSplitsTest {
  private static final String HEADER = "code,vintage_year,successor,weight,method\n";

  @TempDir Path dir;

  @BeforeEach
  void files() throws IOException {
    new InventedPlaces(dir).about("2020", "[2003, 2023]");
    write("units.csv", InventedPlaces.UNITS);
    write(
        "changes.csv",
        InventedPlaces.CHANGES_HEADER
            + """
        2010,split,711124,大县,711101,一县,high,invented
        2010,split,711124,大县,711125,中县,high,invented
        2015,split,711125,中县,711102,二县,high,invented
        2015,split,711125,中县,711104,四县,high,invented
        2012,split,711103,三区,711103,三区,high,invented
        2012,split,711103,三区,711105,五县,high,invented
        2022,merge,711106,六县,711105,五县,high,invented
        2022,merge,711105,五县,711105,五县,high,invented
        """);
  }

  @Test
  void aDividedCodeIsSharedOutAndEveryPartIsAUnitOfItsOwn() throws IOException {
    Geography geography = Geography.shared(dir, Optional.empty());

    assertThat(geography.units(Level.COUNTY))
        .containsExactly("711101", "711102", "711103", "711104", "711105", "711106");
    assertThat(shares(geography, 711124, 2005))
        .containsExactly("711101 .333 equal", "711102 .333 equal", "711104 .333 equal");
    assertThat(shares(geography, 711125, 2014))
        .containsExactly("711102 .500 equal", "711104 .500 equal");
    assertThat(geography.resolve(711125, 2014).unit()).isEqualTo("711102+711104");
    assertThat(shares(geography, 711104, 2015)).containsExactly("711104 1.000 ");
  }

  @Test
  void aCodeThatLivesOnHoldsItsPartsOnlyInTheYearsBeforeTheyLeft() throws IOException {
    Geography geography = Geography.shared(dir, Optional.empty());

    assertThat(geography.resolve(711103, 2011).unit()).isEqualTo("711103+711105");
    assertThat(geography.resolve(711103, 2012).unit()).isEqualTo("711103");
    assertThat(geography.resolve(711105, 2021).unit()).isEqualTo("711105");
    assertThat(geography.resolve(711105, 2022).unit()).isEqualTo("711105+711106");
    assertThat(Geography.load(dir).resolve(711103, 2012).unit()).isEqualTo("711103+711105+711106");
  }

  @Test
  void aCountyThatBecameADistrictIsNamedForTheYearsAroundIt() throws IOException {
    write(
        "changes.csv",
        InventedPlaces.CHANGES_HEADER
            + """
        2010,recode,711124,大县,711103,三区,high,invented
        2014,rename,711101,一县,711101,一市,high,invented
        """);
    Geography geography = Geography.load(dir);

    assertThat(geography.becameDistricts(1996, 2020)).containsExactly("711103");
    assertThat(geography.becameDistricts(2009, 2010)).containsExactly("711103");
    assertThat(geography.becameDistricts(2010, 2020)).isEmpty();
  }

  @Test
  void populationGoesBeforeAreaAndAreaBeforeEqualShares() throws IOException {
    write(
        SplitWeights.FILE,
        HEADER
            + "711125,2014,711102,.5,area\n711125,2014,711104,.5,area\n".replace(",.", ",0.")
            + "711125,2014,711104,0.75,population\n711125,2014,711102,0.25,population\n"
            + "711103,2011,711103,0.9,area\n711103,2011,711105,0.1,area\n");

    Geography geography = Geography.shared(dir, Optional.empty());

    assertThat(shares(geography, 711125, 2012))
        .containsExactly("711102 .250 population", "711104 .750 population");
    assertThat(shares(geography, 711103, 2004))
        .containsExactly("711103 .900 area", "711105 .100 area");
    assertThat(Share.of(1_000_003, geography.resolve(711103, 2004).shares()))
        .containsEntry("711103", 900_003L)
        .containsEntry("711105", 100_000L);
    assertThat(geography.digest()).isNotEqualTo(Geography.load(dir).digest());
  }

  @Test
  void weightsThatDoNotSumToOneOrNameOtherPartsAreAllRefusedWithTheirLine() throws IOException {
    Path own = dir.resolve("own.csv");
    Files.writeString(
        own,
        HEADER
            + "711125,2014,711102,0.6,area\n711125,2014,711104,0.400000002,area\n"
            + "711103,2011,711103,0.9,area\n711103,2011,711106,0.1,area\n"
            + "711124,2005,711101,1,size\n");

    InputException e =
        catchThrowableOfType(InputException.class, () -> Geography.shared(dir, Optional.of(own)));

    assertThat(e.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(e.problems().stream().map(p -> p.code() + " " + place(p.place())))
        .contains("WEIGHTS_NOT_ONE own.csv:2:4", "REF_VALUE own.csv:4:3");
    assertThat(e.problems()).hasSizeGreaterThanOrEqualTo(3);
  }

  private static String place(String place) {
    return place.substring(place.lastIndexOf('/') + 1);
  }

  private static List<String> shares(Geography geography, int code, int year) {
    return geography.resolve(code, year).shares().stream()
        .map(s -> s.unit() + " " + decimals(s.weight()) + " " + s.method())
        .toList();
  }

  private static String decimals(double weight) {
    return String.format(java.util.Locale.ROOT, "%.3f", weight).replaceFirst("^0", "");
  }

  private void write(String name, String text) throws IOException {
    new InventedPlaces(dir).write(name, text);
  }
}

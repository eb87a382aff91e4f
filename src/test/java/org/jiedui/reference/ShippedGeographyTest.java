package org.jiedui.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jiedui.reference.Resolution.Outcome;
import org.junit.jupiter.api.Test;

/** Facts about the units of China at the end of 2020, checked against public lists. */
class ShippedGeographyTest {
  private static final Geography CHINA = Geography.load(Path.of("conf/geography"));

  @Test
  void itHoldsTheUnitsOfTheEndOf2020() {
    assertThat(CHINA.units(Level.PROVINCE)).hasSize(31);
    assertThat(CHINA.units(Level.PREFECTURE)).hasSize(333);
    assertThat(CHINA.units(Level.COUNTY).stream().mapToInt(unit -> unit.split("\\+").length).sum())
        .as("2844 in official counts, with the two districts of 三沙市")
        .isEqualTo(2842);
    assertThat(CHINA.synthetic()).isFalse();
    assertThat(CHINA.baseYear()).isEqualTo(2020);
  }

  @Test
  void countiesOfAProvinceAreAsMany() {
    assertThat(counties("52")).isEqualTo(88);
    assertThat(counties("62")).isEqualTo(86);
    assertThat(counties("53")).isEqualTo(129);
    assertThat(counties("11")).isEqualTo(16);
  }

  @Test
  void everyProvinceHasAZone() {
    assertThat(CHINA.units(Level.PROVINCE)).allMatch(p -> CHINA.zoneOf(p).isPresent());
    assertThat(CHINA.zoneOf("520423")).contains("西部");
    assertThat(CHINA.zoneOf("210200")).contains("东北");
  }

  @Test
  void aCountyThatBecameADistrictKeepsItsHistory() {
    assertThat(CHINA.resolve(520421, 2010).unit()).isEqualTo("520403");
    Resolution late = CHINA.resolve(520421, 2018);
    assertThat(late.outcome()).isEqualTo(Outcome.WRONG_VINTAGE);
    assertThat(late.history().en()).isEqualTo("520421 平坝县 to 2014, then 520403");
  }

  @Test
  void aPrefectureThatBecameACityTookItsCountiesAlong() {
    assertThat(CHINA.resolve(522427, 2005).unit()).isEqualTo("520526");
    assertThat(CHINA.resolveAny(522400, 2005).unit()).isEqualTo("520500");
    assertThat(CHINA.resolveAny(522100, 1996).outcome()).isEqualTo(Outcome.UNCOVERED);
    assertThat(CHINA.resolveAny(522100, 1996).unit()).isEqualTo("520300");
  }

  @Test
  void aSplitCountyIsAUnion() {
    assertThat(CHINA.resolve(520321, 2010).unit()).isEqualTo("520302+520303+520304");
    assertThat(CHINA.resolve(520303, 2019).unit()).isEqualTo("520302+520303+520304");
  }

  @Test
  void mergedDistrictsAreTheirSuccessor() {
    assertThat(CHINA.resolve(110103, 2009).unit()).isEqualTo("110101");
    assertThat(CHINA.resolve(110101, 2009).unit()).isEqualTo("110101");
    assertThat(CHINA.resolve(120107, 2005).unit()).isEqualTo("120116");
    assertThat(CHINA.resolve(120116, 2005).outcome()).isEqualTo(Outcome.WRONG_VINTAGE);
  }

  @Test
  void theLastChangesOf2020AreIn() {
    assertThat(CHINA.name("520204")).isEqualTo("水城区");
    assertThat(CHINA.resolve(520221, 2019).unit()).isEqualTo("520201+520204");
    assertThat(CHINA.resolve(320684, 2019).unit()).isEqualTo("320614");
  }

  @Test
  void codesOfTheYearsAfterTheBaseLeadBackToIt() {
    assertThat(CHINA.coversTo()).isEqualTo(2023);
    assertThat(CHINA.resolve(520581, 2022).unit()).isEqualTo("520522");
    assertThat(CHINA.resolve(540481, 2023).unit()).isEqualTo("540422");
    assertThat(CHINA.resolve(330113, 2021).unit()).isEqualTo("330110");
    assertThat(CHINA.resolve(350404, 2023).unit()).isEqualTo("350402+350403");
    assertThat(CHINA.resolve(520522, 2023).outcome()).isEqualTo(Outcome.WRONG_VINTAGE);
  }

  @Test
  void aDistrictOfPartsOfTwoOthersAfterTheBaseYearIsNotSettled() {
    assertThat(CHINA.resolve(330114, 2022).outcome()).isEqualTo(Outcome.UNSETTLED);
    assertThat(CHINA.resolve(330114, 2022).history().en())
        .isEqualTo("330114 钱塘区 since 2021, origin not settled");
    assertThat(CHINA.resolve(330114, 2022).accepted()).isFalse();
  }

  @Test
  void theNumbersOfHainanMeanWhatTheyMeantInTheirYear() {
    assertThat(CHINA.resolve(469025, 2005).unit()).isEqualTo("469021");
    assertThat(CHINA.resolve(469025, 2010).unit()).isEqualTo("469025");
    assertThat(CHINA.resolve(469003, 2010).unit()).isEqualTo("460400");
  }

  @Test
  void aCityWithoutCountiesStandsForItself() {
    assertThat(CHINA.resolve(441900, 2018).unit()).isEqualTo("441900");
    assertThat(CHINA.resolve(520400, 2018).outcome()).isEqualTo(Outcome.LEVEL);
    assertThat(CHINA.resolve(429000, 2018).outcome()).isEqualTo(Outcome.LEVEL);
    assertThat(CHINA.resolve(710101, 2018).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void everyCountyOfTheBaseYearIsFoundInItsOwnYear() {
    for (String unit : CHINA.units(Level.COUNTY)) {
      for (String code : unit.split("\\+")) {
        assertThat(CHINA.resolve(Integer.parseInt(code), 2020).unit()).isEqualTo(unit);
      }
    }
  }

  private static long counties(String province) {
    return CHINA.units(Level.COUNTY).stream()
        .flatMap(unit -> java.util.Arrays.stream(unit.split("\\+")))
        .filter(code -> code.startsWith(province))
        .count();
  }
}

package org.jiedui.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;
import org.jiedui.reference.Resolution.Outcome;
import org.jiedui.table.Frame;
import org.jiedui.table.RegionRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invented places: 711101 is one unit all along, the others are recoded, merged, split. */
class GeographyTest {
  @TempDir Path dir;

  private static final String UNITS =
      InventedPlaces.UNITS
          + """
          711200,无县市,,prefecture,
          719001,直县,,county,
          """;

  private static final String CHANGES =
      InventedPlaces.CHANGES_HEADER
          + """
      2005,recode,711123,三县,711103,三区,high,invented
      2008,merge,711122,旧二县,711102,二县,high,invented
      2010,split,711124,大县,711104,四县,high,invented
      2010,split,711124,大县,711105,五县,high,invented
      2012,recode,711106,甲县,711109,乙县,high,invented
      2012,recode,711108,六县,711106,六县,high,invented
      2012,recode,711107,庚县,711108,辛县,high,invented
      2014,merge,711108,辛县,711101,一县,high,invented
      2014,merge,711101,一县,711101,一县,high,invented
      2015,vanish,711109,乙县,,,unsure,invented
      """;

  @BeforeEach
  void files() throws IOException {
    write("units.csv", UNITS);
    write("changes.csv", CHANGES);
    about("2020", "[2003, 2020]");
  }

  @Test
  void aRecodedCountyIsTheSameUnitUnderBothCodes() {
    Geography geography = Geography.load(dir);

    assertResolved(geography.resolve(711123, 2003), Outcome.OK, "711103");
    assertResolved(geography.resolve(711103, 2005), Outcome.OK, "711103");
    assertResolved(geography.resolve(711123, 2005), Outcome.TRANSITION, "711103");
  }

  @Test
  void aCodeOfAnotherTimeIsRefusedWithItsSpells() {
    Resolution early = Geography.load(dir).resolve(711103, 2004);
    Resolution late = Geography.load(dir).resolve(711123, 2006);

    assertResolved(early, Outcome.WRONG_VINTAGE, "");
    assertThat(early.history()).isEqualTo(Text.of("711103 三区 始于 2005", "711103 三区 since 2005"));
    assertThat(late.history())
        .isEqualTo(Text.of("711123 三县 至 2004,后为 711103", "711123 三县 to 2004, then 711103"));
  }

  @Test
  void aMergedCountyIsItsSuccessorWhichExistedBefore() {
    Geography geography = Geography.load(dir);

    assertResolved(geography.resolve(711122, 2007), Outcome.OK, "711102");
    assertResolved(geography.resolve(711102, 2007), Outcome.OK, "711102");
  }

  @Test
  void allCodesOfASplitCountyAreOneUnion() {
    Geography geography = Geography.load(dir);

    assertResolved(geography.resolve(711124, 2009), Outcome.OK, "711104+711105");
    assertResolved(geography.resolve(711104, 2019), Outcome.OK, "711104+711105");
    assertResolved(geography.resolve(711105, 2010), Outcome.OK, "711104+711105");
    assertThat(geography.name("711104+711105")).isEqualTo("四县+五县");
    assertThat(geography.units(Level.COUNTY))
        .containsExactly("711101", "711102", "711103", "711104+711105", "711106", "719001");
  }

  @Test
  void aCodeThatEndedWithoutKnownSuccessorIsRefusedWithItsSpell() {
    Resolution found = Geography.load(dir).resolve(711109, 2013);

    assertResolved(found, Outcome.UNSETTLED, "");
    assertThat(found.accepted()).isFalse();
    assertThat(found.history().en()).isEqualTo("711109 乙县 2012–2014, successor not settled");
    assertThat(found.history().zh()).isEqualTo("711109 乙县 2012–2014,其后未查清");
  }

  @Test
  void aCodeGivenToAnotherCountyMeansWhatItMeantInItsYear() {
    Geography geography = Geography.load(dir);

    assertResolved(geography.resolve(711106, 2011), Outcome.UNSETTLED, "");
    assertResolved(geography.resolve(711106, 2012), Outcome.OK, "711106");
    assertResolved(geography.resolve(711108, 2011), Outcome.OK, "711106");
    assertResolved(geography.resolve(711108, 2013), Outcome.OK, "711101");
  }

  @Test
  void yearsOutsideTheTableUseTheNearestCoveredYear() {
    Geography geography = Geography.load(dir);

    assertResolved(geography.resolve(711123, 1996), Outcome.UNCOVERED, "711103");
    assertResolved(geography.resolve(711101, 2030), Outcome.UNCOVERED, "711101");
    assertResolved(geography.resolve(711103, 1996), Outcome.WRONG_VINTAGE, "");
  }

  @Test
  void aCodeOfNoYearIsUnknown() {
    assertResolved(Geography.load(dir).resolve(711999, 2010), Outcome.UNKNOWN, "");
    assertResolved(Geography.load(dir).resolve(999900, 2010), Outcome.UNKNOWN, "");
  }

  @Test
  void provincesAndPrefecturesAreOfAnotherLevelThanCounties() {
    Geography geography = Geography.load(dir);

    assertResolved(geography.resolve(710000, 2010), Outcome.LEVEL, "");
    assertResolved(geography.resolve(711100, 2010), Outcome.LEVEL, "");
    assertResolved(geography.resolve(719000, 2010), Outcome.LEVEL, "");
    assertResolved(geography.resolveAny(711100, 2010), Outcome.OK, "711100");
  }

  @Test
  void aPrefectureWithoutCountiesStandsForItself() {
    assertResolved(Geography.load(dir).resolve(711200, 2010), Outcome.OK, "711200");
  }

  @Test
  void regionsHoldEveryUnitWithItsPrefectureAndProvince() {
    Frame regions = Geography.load(dir).regions();

    assertThat(regions.size()).isEqualTo(9);
    int union =
        java.util.stream.IntStream.range(0, regions.size())
            .filter(i -> regions.text(i, RegionRow.CODE).equals("711104+711105"))
            .findFirst()
            .orElseThrow();
    assertThat(regions.text(union, RegionRow.PREFECTURE_CODE)).isEqualTo("711100");
    assertThat(regions.text(union, RegionRow.PROVINCE_CODE)).isEqualTo("710000");
    assertThat(regions.text(union, RegionRow.NAME_EN)).isNull();
    assertThat(regions.text(0, RegionRow.NAME_EN)).isEqualTo("Jia");
  }

  @Test
  void aCountyDirectlyUnderItsProvinceHasAGroupForAPrefecture() {
    Geography geography = Geography.load(dir);

    assertThat(geography.prefectureOf("719001")).isEqualTo("719000");
    assertThat(geography.provinceOf("719001")).isEqualTo("710000");
    assertThat(geography.zoneOf("719001")).contains("西部");
  }

  @Test
  void theDigestChangesWithAnyByte() throws IOException {
    String before = Geography.load(dir).digest();
    assertThat(Geography.load(dir).digest()).isEqualTo(before);
    write("units.csv", UNITS.replace("一县", "壹县"));

    assertThat(Geography.load(dir).digest()).isNotEqualTo(before);
  }

  @Test
  void theRowsOfTheFilesMayComeInAnyOrder() throws IOException {
    Geography before = Geography.load(dir);
    String[] lines = CHANGES.split("\n");
    StringBuilder turned = new StringBuilder(lines[0]).append('\n');
    for (int i = lines.length - 1; i > 0; i--) {
      turned.append(lines[i]).append('\n');
    }
    write("changes.csv", turned.toString());

    Geography after = Geography.load(dir);
    assertThat(after.units(Level.COUNTY)).isEqualTo(before.units(Level.COUNTY));
    for (int code = 711100; code < 711130; code++) {
      for (int year = 1996; year < 2023; year++) {
        assertThat(after.resolve(code, year)).isEqualTo(before.resolve(code, year));
      }
    }
  }

  @Test
  void changesAfterTheBaseYearLeadBackToIt() throws IOException {
    about("2009", "[2003, 2020]");
    write(
        "units.csv",
        """
        code,name,name_en,level,zone
        710000,甲省,Jia,province,西部
        711101,一县,,county,
        711102,二县,,county,
        711124,大县,,county,
        """);
    write(
        "changes.csv",
        """
        year,kind,old_code,old_name,new_code,new_name,confidence,source
        2010,split,711124,大县,711104,四县,high,invented
        2010,split,711124,大县,711105,五县,high,invented
        2015,merge,711101,一县,711109,新县,high,invented
        2015,merge,711102,二县,711109,新县,high,invented
        """);
    Geography geography = Geography.load(dir);

    assertResolved(geography.resolve(711104, 2012), Outcome.OK, "711124");
    assertResolved(geography.resolve(711109, 2016), Outcome.OK, "711101+711102");
    assertResolved(geography.resolve(711101, 2009), Outcome.OK, "711101+711102");
  }

  @Test
  void itTravelsToOtherProcesses() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(Geography.load(dir));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Geography copy = (Geography) in.readObject();
      assertResolved(copy.resolve(711124, 2009), Outcome.OK, "711104+711105");
    }
  }

  @Test
  void allProblemsOfAllThreeFilesAreToldAtOnce() throws IOException {
    about("2030", "[2003, 2020]\nbase-yaer = 2020");
    write(
        "units.csv",
        UNITS + "711101,一县,,county,\n7111,短,,county,\n711300,丙州,,county,\n720101,外县,,county,\n");
    write(
        "changes.csv",
        CHANGES
            + "20x5,recode,711123,三县,711103,三区,sure,invented\n2011,mrge,711101,a,711102,b,high,\n");

    InputException e = catchThrowableOfType(InputException.class, () -> Geography.load(dir));

    assertThat(e.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(e.getMessage())
        .contains("unknown setting base-yaer")
        .contains("did you mean base-year")
        .contains("[from, to] with the base year between them")
        .contains("units.csv:12:1")
        .contains("each code once")
        .contains("a code of 6 digits")
        .contains("value 'county' of column level")
        .contains("a code whose province is in the list")
        .contains("changes.csv:12:1")
        .contains("a year from 1949 to 2100")
        .contains("unknown value sure")
        .contains("did you mean merge?")
        .contains("changes.csv:13:8");
  }

  @Test
  void unitsAndChangesThatContradictEachOtherAreRefused() throws IOException {
    write(
        "changes.csv",
        CHANGES
            + "2016,recode,711103,三区,711133,三市,high,invented\n"
            + "2017,recode,711123,三县,711143,四市,high,invented\n");

    InputException e = catchThrowableOfType(InputException.class, () -> Geography.load(dir));

    assertThat(e.getMessage())
        .contains("code 711103 is in units.csv, but not valid in the base year")
        .contains("code 711133 is valid in the base year by its changes, but not in units.csv")
        .contains("code 711123 is not valid before that year");
    assertThat(e.problems().get(0).in(Lang.ZH)).contains("核对年份与前后代码");
  }

  @Test
  void aMissingFileAndAnotherEncodingAreNamed() throws IOException {
    Files.delete(dir.resolve("units.csv"));
    Files.write(
        dir.resolve("changes.csv"), CHANGES.getBytes(java.nio.charset.Charset.forName("GB18030")));

    InputException e = catchThrowableOfType(InputException.class, () -> Geography.load(dir));

    assertThat(e.getMessage()).contains("cannot find units.csv").contains("file is not UTF-8");
  }

  private static void assertResolved(Resolution found, Outcome outcome, String unit) {
    assertThat(found.outcome()).isEqualTo(outcome);
    assertThat(found.unit()).isEqualTo(unit);
  }

  private void about(String base, String covers) throws IOException {
    new InventedPlaces(dir).about(base, covers);
  }

  private void write(String name, String text) throws IOException {
    new InventedPlaces(dir).write(name, text);
  }
}

package org.jiedui.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.reference.GeographyImport.Summary;
import org.jiedui.reference.Resolution.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invented places; the frame has one province, one prefecture and no county. */
class GeographyImportTest {
  private static final String SPANS =
      """
      source_code,source_name,province,prefecture,valid_from_year,valid_to_year_exclusive,base2020_codes,n_targets,relation
      711121,旧县,甲省,甲市,1981,2003,711101,1,recode_or_merge
      711122,中县,甲省,甲市,2003,2011,711101,1,recode_or_merge
      711101,新区,甲省,甲市,2011,,711101,1,identity
      711123,大县,甲省,甲市,1981,2009,711102;711103,2,split_needs_weights
      711102,东县,甲省,甲市,2009,,711102,1,identity
      711103,西县,甲省,甲市,2009,2021,711103,1,identity
      711124,小县,甲省,甲市,1981,2014,711104,1,recode_or_merge
      711104,先县,甲省,甲市,1981,2000,711104,1,identity
      711104,后县,甲省,甲市,2000,,711104,1,identity
      711105,生县,甲省,甲市,1998,,711105,1,identity
      711126,没县,甲省,甲市,1981,2005,,0,no_target
      """;

  private static final String CHANGES =
      """
      year,old_code,old_name,province,prefecture,kind,new_codes,new_names
      2003,711121,旧县,甲省,甲市,recode_1_to_1,711122,中县
      2009,711123,大县,甲省,甲市,split_1_to_n,711102;711103,东县;西县
      2011,711122,中县,甲省,甲市,recode_1_to_1,711101,新区
      2014,711124,小县,甲省,甲市,merge_n_to_1,711104,后县
      2014,711125,微县,甲省,甲市,merge_n_to_1,711104,后县
      2016,711105,生县,甲省,甲市,partial_transfer,711104,后县
      2022,711103,西县,甲省,甲市,recode_1_to_1,711113,西市
      """;

  @TempDir Path dir;

  @BeforeEach
  void frame() throws IOException {
    Files.createDirectories(dir.resolve("frame"));
    write(
        "frame/units.csv",
        """
        code,name,name_en,level,zone
        710000,甲省,Jia,province,西部
        711100,甲市,,prefecture,
        711101,新区,,county,
        711102,东县,,county,
        711103,西县,,county,
        711104,后县,,county,
        711105,生县,,county,
        """);
    write(
        "frame/changes.csv",
        """
        year,kind,old_code,old_name,new_code,new_name,confidence,source
        1999,recode,712100,甲地区,711100,甲市,high,invented
        2010,recode,711199,别县,711105,生县,high,invented
        """);
    write(
        "frame/geography.conf",
        """
        title { zh = 虚构, en = Invented }
        base-year = 2020
        covers = [1990, 2020]
        source = "invented frame"
        licence = "none"
        synthetic = true
        """);
  }

  @Test
  void everySpanLeadsToItsBaseCodesInEachOfItsYears() throws IOException {
    Geography geography = run(SPANS).geography();

    assertResolved(geography.resolve(711121, 1990), Outcome.OK, "711101");
    assertResolved(geography.resolve(711122, 2010), Outcome.OK, "711101");
    assertResolved(geography.resolve(711101, 2011), Outcome.OK, "711101");
    assertResolved(geography.resolve(711123, 2008), Outcome.OK, "711102+711103");
    assertResolved(geography.resolve(711103, 2020), Outcome.OK, "711102+711103");
    assertResolved(geography.resolve(711124, 2013), Outcome.OK, "711104");
    assertResolved(geography.resolve(711104, 1990), Outcome.OK, "711104");
    assertResolved(geography.resolve(711121, 2010), Outcome.WRONG_VINTAGE, "");
    assertResolved(geography.resolve(711105, 1997), Outcome.WRONG_VINTAGE, "");
    assertResolved(geography.resolve(711105, 1998), Outcome.OK, "711105");
    assertResolved(geography.resolve(711126, 2004), Outcome.UNSETTLED, "");
  }

  @Test
  void provincesAndPrefecturesComeFromTheFrame() throws IOException {
    Geography geography = run(SPANS).geography();

    assertThat(geography.units(Level.PREFECTURE)).containsExactly("711100");
    assertThat(geography.resolveAny(712100, 1998).unit()).isEqualTo("711100");
    assertThat(geography.zoneOf("711101")).contains("西部");
    assertThat(geography.synthetic()).isTrue();
    assertThat(geography.resolve(711199, 2009).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void whatEndedBeforeTheFirstYearAskedForMakesNoUnion() throws IOException {
    Geography geography = run(SPANS, OptionalInt.of(2010)).geography();

    assertThat(geography.coversFrom()).isEqualTo(2010);
    assertResolved(geography.resolve(711102, 2015), Outcome.OK, "711102");
    assertResolved(geography.resolve(711123, 2008), Outcome.UNKNOWN, "");
  }

  @Test
  void changesAreReadWithTheCountiesOfTheFrame() throws IOException {
    Summary summary = run(CHANGES);
    Geography geography = summary.geography();

    assertThat(summary.counties()).isEqualTo(5);
    assertResolved(geography.resolve(711121, 2002), Outcome.OK, "711101");
    assertResolved(geography.resolve(711123, 2005), Outcome.OK, "711102+711103");
    assertResolved(geography.resolve(711125, 2013), Outcome.OK, "711104");
    assertResolved(geography.resolve(711104, 2005), Outcome.OK, "711104");
    assertResolved(geography.resolve(711113, 2022), Outcome.OK, "711102+711103");
    assertThat(geography.coversTo()).isEqualTo(2022);
    assertThat(summary.changes()).containsEntry("transfer", 1).containsEntry("merge", 5);
  }

  @Test
  void theFolderSaysWhatItWasMadeOf() throws Exception {
    run(SPANS);
    String about = Files.readString(dir.resolve("out/geography.conf"));
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    String digest = HexFormat.of().formatHex(sha.digest(SPANS.getBytes(StandardCharsets.UTF_8)));

    assertThat(about).contains("table.csv").contains(digest).contains("licence = \"free\"");
    assertThat(Files.readString(dir.resolve("out/changes.csv"))).contains("table.csv:2");
  }

  @Test
  void aFolderThatHoldsSomethingIsNotTouched() throws IOException {
    run(SPANS);
    InputException e = catchThrowableOfType(InputException.class, () -> run(CHANGES));

    assertThat(e.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(e.getMessage()).contains("the folder to write to is not empty");
  }

  @Test
  void aTableOfAnotherBaseYearIsRefused() {
    InputException e = refused(SPANS.replace("base2020", "base2010"));

    assertThat(e.getMessage()).contains("the table leads to codes of 2010, the frame has those of");
  }

  @Test
  void aTableThatContradictsItselfIsRefusedWithEveryRowAndLeavesNoFolder() {
    InputException spans =
        refused(
            SPANS
                + "711122,中县,甲省,甲市,2010,2012,711101,1,recode_or_merge\n"
                + "711107,错县,甲省,甲市,2012,2010,71110,1,identity\n");
    InputException changes = refused(CHANGES + "2005,711121,旧县,甲省,甲市,recode_1_to_1,711108,甲县\n");

    assertThat(spans.exit()).isEqualTo(ExitCode.INPUT);
    assertThat(spans.getMessage())
        .contains("table.csv:14:6")
        .contains("after valid_from_year")
        .contains("codes of 6 digits joined by ;");
    assertThat(changes.getMessage()).contains("code 711121 is not valid at the end of 2004");
    assertThat(dir.resolve("out")).doesNotExist();
  }

  @Test
  void yearsOfOneCodeThatOverlapAreNamed() {
    InputException e = refused(SPANS + "711122,中县,甲省,甲市,2010,2012,711101,1,recode_or_merge\n");

    assertThat(e.getMessage()).contains("overlaps in years with the same code in line 3");
  }

  @Test
  void aTableOfNeitherFormIsToldWhatIsMissing() {
    InputException e = refused("a,b\n1,2\n");

    assertThat(e.getMessage())
        .contains("column source_code is missing")
        .contains("column base2020_codes is missing");
  }

  private Summary run(String table) throws IOException {
    return run(table, OptionalInt.empty());
  }

  private Summary run(String table, OptionalInt from) throws IOException {
    write("table.csv", table);
    return GeographyImport.run(
        new GeographyImport.Request(
            dir.resolve("table.csv"), dir.resolve("frame"), dir.resolve("out"), from, "free"));
  }

  private InputException refused(String table) {
    return catchThrowableOfType(InputException.class, () -> run(table));
  }

  private static void assertResolved(Resolution found, Outcome outcome, String unit) {
    assertThat(found.outcome()).isEqualTo(outcome);
    assertThat(found.unit()).isEqualTo(unit);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(dir.resolve(name), text);
  }
}

package org.jiedui.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.reference.Pairings.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairingsTest {
  private static final Geography CHINA = Geography.load(Path.of("conf/geography"));
  private static final Pairings SHIPPED = Pairings.load(Path.of("conf/pairings"), CHINA);
  private static final String HEADER =
      "era,programme,valid_from,valid_to,donor_level,donor_code,donor_name,recipient_level,"
          + "recipient_code,recipient_name,code_vintage,source,confidence,note\n";

  @TempDir Path dir;

  /** Figures of the published lists: 24 links of 2016 and 11 of 2021, collapsed to provinces. */
  @Test
  void linksOf2016And2021AreThoseOfThePublishedLists() {
    Set<Link> links2016 = SHIPPED.links(2016);
    Set<Link> links2021 = SHIPPED.links(2021);

    assertThat(links2016).hasSize(24);
    assertThat(donors(links2016)).hasSize(9);
    assertThat(recipients(links2016)).hasSize(14);
    assertThat(links2021).hasSize(11);
    assertThat(donors(links2021)).hasSize(8);
    assertThat(recipients(links2021)).hasSize(10);
    assertThat(links2016).containsAll(links2021);
  }

  @Test
  void thirteenCitiesSupportedTwentyThreePrefecturesIn2016() {
    assertThat(
            SHIPPED.pairsOfEra(2016).stream()
                .filter(p -> p.donorLevel() == Level.PREFECTURE)
                .map(Pair::donorCode)
                .distinct())
        .hasSize(13);
    assertThat(
            SHIPPED.pairsOfEra(2016).stream()
                .filter(p -> p.recipientLevel() == Level.PREFECTURE)
                .map(Pair::recipientCode)
                .distinct())
        .hasSize(23);
  }

  @Test
  void theListOfGuizhouStandsForItself() {
    assertThat(SHIPPED.eras()).containsExactly(1996, 2002, 2010, 2013, 2016, 2021);
    assertThat(SHIPPED.links(2013)).allMatch(l -> l.recipientProvince().equals("520000"));
    assertThat(SHIPPED.inForce(2013)).anyMatch(p -> p.era() == 2010);
  }

  @Test
  void rowsThatEndIn2016CountTo2015() {
    assertThat(SHIPPED.donorsOf("630103", 2015)).containsExactly("210000");
    assertThat(SHIPPED.donorsOf("630103", 2016)).containsExactly("320000");
    assertThat(SHIPPED.donorsOf("632524", 2016)).isEmpty();
    assertThat(SHIPPED.donorsOf("620623", 2015)).containsExactly("120000");
    assertThat(SHIPPED.inForce(2016)).allMatch(p -> p.era() == 2016);
    assertThat(SHIPPED.inForce(2015)).noneMatch(p -> p.era() == 2016);
  }

  @Test
  void aCountyIsCoveredByPairsOfItsPrefectureAndProvince() {
    // 丹寨县: Hangzhou supported its prefecture from 2016, Guangdong the province from 2021
    assertThat(SHIPPED.donorsOf("522636", 2018)).containsExactly("330000");
    assertThat(SHIPPED.donorsOf("522636", 2022)).containsExactly("440000");
    // 康定市: Zhejiang by province, Guangdong by prefecture
    assertThat(SHIPPED.donorsOf("513301", 2018)).containsExactly("330000", "440000");
    assertThat(SHIPPED.donorsOf("110101", 2018)).isEmpty();
    assertThat(SHIPPED.donorsOf("520403", 1990)).isEmpty();
  }

  @Test
  void aUnionIsCoveredLikeItsMembers() {
    assertThat(SHIPPED.donorsOf("520302+520303+520304", 2018)).containsExactly("310000");
  }

  @Test
  void codesOfTheTimeLeadToTheUnitsOfTheBaseYear() {
    Pair zunyi =
        SHIPPED.pairsOfEra(1996).stream()
            .filter(p -> p.recipientCode().equals("522100"))
            .findFirst()
            .orElseThrow();

    assertThat(zunyi.recipientUnit()).isEqualTo("520300");
    assertThat(zunyi.confidence()).isEqualTo("low");
    assertThat(zunyi.donorProvince()).isEqualTo("210000");
  }

  @Test
  void everyBadRowIsNamedAtOnce() throws IOException {
    write(
        "2016.csv",
        "2016,p,2016,2020,province,110000,北京市,province,150000,内蒙古自治区,2016,s,high,\n"
            + "2016,p,2018,,province,110000,北京市,province,150000,内蒙古自治区,2016,s,high,\n"
            + "2016,p,2016,,province,110000,北京市,province,110000,北京市,2016,s,high,\n"
            + "2016,p,2016,,province,110000,北京市,county,520999,某县,2016,s,high,\n"
            + "2016,p,2016,,province,110000,北京市,county,520421,平坝县,2018,s,high,\n"
            + "2016,p,2014,,province,120000,天津市,province,620000,甘肃省,2016,s,high,\n"
            + "2016,p,2022,,province,120000,天津市,prefecture,130800,承德市,2016,s,high,\n"
            + "2016,p,2019,2017,province,120000,天津市,province,130800,承德市,2016,s,sure,\n");
    write("2021.csv", "2020,p,2021,,province,110000,北京市,province,150000,内蒙古,2021,s,high,\n");

    InputException e = catchThrowableOfType(InputException.class, () -> Pairings.load(dir, CHINA));

    assertThat(e.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(e.getMessage())
        .contains("overlaps in years with the same pair at 2016.csv:2")
        .contains("2016.csv:3:3")
        .contains("donor and recipient are the same region")
        .contains("code 520999 is not in the geography of 2016")
        .contains("code 520421 is not in the geography of 2018")
        .contains("520421 平坝县 to 2014, then 520403")
        .contains("within its era: 2016–2020")
        .contains("not before valid_from")
        .contains("value 'province' of column recipient_level")
        .contains("unknown value sure")
        .contains("the year in the name of the file");
    assertThat(e.problems()).hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  void anEmptyFolderIsRefused() {
    InputException e = catchThrowableOfType(InputException.class, () -> Pairings.load(dir, CHINA));

    assertThat(e.getMessage()).contains("the folder holds no pairing file");
  }

  private static Set<String> donors(Set<Link> links) {
    return links.stream().map(Link::donorProvince).collect(Collectors.toSet());
  }

  private static Set<String> recipients(Set<Link> links) {
    return links.stream().map(Link::recipientProvince).collect(Collectors.toSet());
  }

  private void write(String name, String rows) throws IOException {
    Files.writeString(dir.resolve(name), HEADER + rows);
  }
}

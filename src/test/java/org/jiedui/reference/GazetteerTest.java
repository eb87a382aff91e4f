package org.jiedui.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jiedui.message.InputException;
import org.jiedui.reference.CodeProposal.Match;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of real places, by year, as ledgers write them. */
class GazetteerTest {
  private static final Path FOLDER = Path.of("conf/geography");
  private static final Geography CHINA = Geography.load(FOLDER);
  private static final Gazetteer NAMES = Gazetteer.load(FOLDER, CHINA);

  private static CodeProposal find(String province, String prefecture, String county, int year) {
    return NAMES.find(new PlacePath(province, prefecture, county), year);
  }

  private static String proposed(String province, String prefecture, String county, int year) {
    CodeProposal found = find(province, prefecture, county, year);
    return found.match() + " " + found.proposed().map(NameSpan::code).orElse("");
  }

  private static List<String> candidates(CodeProposal found) {
    return found.candidates().stream().map(NameSpan::code).toList();
  }

  @Test
  void theFullNamesOfAYearMeanOneCode() {
    assertThat(proposed("贵州省", "安顺市", "镇宁布依族苗族自治县", 2016)).isEqualTo("EXACT 520423");
    assertThat(proposed("贵州省", "安顺市", "平坝县", 2014)).isEqualTo("EXACT 520421");
    assertThat(proposed("贵州省", "安顺市", "平坝区", 2015)).isEqualTo("EXACT 520403");
    assertThat(proposed("贵州省", "毕节地区", "威宁彝族回族苗族自治县", 2008)).isEqualTo("EXACT 522427");
    assertThat(proposed("贵州省", "毕节市", "威宁彝族回族苗族自治县", 2012)).isEqualTo("EXACT 520526");
  }

  @Test
  void shortFormsMeanTheSameAndSaySo() {
    for (String form : List.of("镇宁县", "镇宁", "镇宁自治县")) {
      assertThat(proposed("贵州", "安顺", form, 2016)).isEqualTo("SHORT 520423");
    }
    assertThat(proposed("黔", "安顺市", "平坝", 2014)).isEqualTo("SHORT 520421");
    assertThat(proposed("内蒙古", "呼伦贝尔", "莫力达瓦旗", 2018)).isEqualTo("SHORT 150722");
    assertThat(proposed("新疆", "伊犁州", "察布查尔县", 2018)).isEqualTo("SHORT 654022");
    assertThat(proposed("甘肃省", "临夏州", "积石山县", 2018)).isEqualTo("SHORT 622927");
    assertThat(proposed("甘肃省", "临夏州", "东乡县", 2018)).isEqualTo("SHORT 622926");
    assertThat(proposed("广西", "百色市", "隆林县", 2018)).isEqualTo("SHORT 451031");
  }

  @Test
  void aNameOfOtherYearsIsShownAndNotProposed() {
    CodeProposal late = find("贵州省", "安顺市", "平坝县", 2018);
    assertThat(late.match()).isEqualTo(Match.OTHER_YEARS);
    assertThat(late.proposed()).isEmpty();
    assertThat(candidates(late)).containsExactly("520403", "520421");

    assertThat(find("贵州省", "安顺市", "平坝区", 2010).match()).isEqualTo(Match.OTHER_YEARS);
  }

  @Test
  void inTheYearOfAChangeTheOldNameMayStand() {
    assertThat(proposed("贵州省", "安顺市", "平坝县", 2015)).isEqualTo("PREVIOUS 520421");
  }

  @Test
  void aBareChengguanIsAmbiguous() {
    CodeProposal bare = find("", "", "城关区", 2016);
    assertThat(bare.match()).isEqualTo(Match.AMBIGUOUS);
    assertThat(bare.proposed()).isEmpty();
    assertThat(candidates(bare)).containsExactly("540102", "620102");
    assertThat(proposed("甘肃省", "兰州市", "城关区", 2016)).isEqualTo("EXACT 620102");
    assertThat(proposed("", "", "镇宁布依族苗族自治县", 2016)).isEqualTo("PARTIAL 520423");
  }

  @Test
  void zunyiCountyHasThreeSuccessorsIn2017() {
    CodeProposal found = find("贵州省", "遵义市", "遵义县", 2017);
    assertThat(found.proposed()).isEmpty();
    assertThat(candidates(found)).contains("520302", "520303", "520304").hasSize(4);
    assertThat(proposed("贵州省", "遵义市", "遵义县", 2010)).isEqualTo("EXACT 520321");
  }

  @Test
  void aWrongNameAboveIsNoMatch() {
    assertThat(find("贵州省", "遵义市", "镇宁布依族苗族自治县", 2016).proposed()).isEmpty();
    assertThat(find("云南省", "", "镇宁县", 2016).proposed()).isEmpty();
  }

  @Test
  void aRenamedCountyHasEachNameInItsOwnYears() {
    assertThat(proposed("四川省", "绵阳市", "北川县", 2002)).isEqualTo("EXACT 510726");
    assertThat(proposed("四川省", "绵阳市", "北川羌族自治县", 2003)).isEqualTo("EXACT 510726");
    assertThat(proposed("四川省", "绵阳市", "北川羌族自治县", 2002)).isEqualTo("OTHER_YEARS ");
  }

  @Test
  void likenessProposesNothing() {
    CodeProposal typo = find("贵州省", "安顺市", "平霸区", 2018);
    assertThat(typo.match()).isEqualTo(Match.SIMILAR);
    assertThat(typo.proposed()).isEmpty();
    assertThat(candidates(typo)).contains("520403");
    assertThat(find("贵州省", "安顺市", "火星基地管理委员会", 2018).match()).isEqualTo(Match.NONE);
  }

  @Test
  void countiesWithoutAPrefectureAndPrefecturesWithoutCountiesAreFound() {
    assertThat(proposed("湖北省", "", "仙桃市", 2018)).isEqualTo("PARTIAL 429004");
    assertThat(proposed("湖北省", "省直辖县级行政区划", "仙桃市", 2018)).isEqualTo("EXACT 429004");
    assertThat(proposed("重庆市", "重庆市", "石柱县", 2018)).isEqualTo("SHORT 500240");
    assertThat(proposed("广东省", "", "东莞市", 2018)).isEqualTo("PARTIAL 441900");
    assertThat(proposed("贵州省", "安顺市", "", 2018)).isEqualTo("EXACT 520400");
    assertThat(proposed("贵州", "", "", 2018)).isEqualTo("SHORT 520000");
  }

  @Test
  void yearsBeforeTheTablesAreReadByTheNearestOne() {
    assertThat(proposed("甘肃省", "兰州市", "城关区", 1996)).isEqualTo("UNCOVERED 620102");
  }

  @Test
  void everyCountyOfTheBaseYearIsFoundByItsFullName() {
    List<String> lost =
        CHINA.names().stream()
            .filter(s -> s.holds(2020) && s.level() == Level.COUNTY)
            .filter(
                s -> {
                  CodeProposal found =
                      find(CHINA.name(s.province()), CHINA.name(s.prefecture()), s.name(), 2020);
                  boolean group = CHINA.name(s.prefecture()).equals(s.prefecture());
                  return !group && found.match() != Match.EXACT;
                })
            .map(NameSpan::toString)
            .toList();
    assertThat(lost).isEmpty();
  }

  @Test
  void aWrongListOfAliasesIsRefused(@TempDir Path dir) throws IOException {
    Files.writeString(dir.resolve("aliases.csv"), "code,alias,note\n5204,平坝,\n520403,,\n");
    assertThatThrownBy(() -> Gazetteer.load(dir, CHINA))
        .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.problems()).hasSize(2));
  }
}

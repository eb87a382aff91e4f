package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.jiedui.analysis.GapParams.Years;
import org.jiedui.analysis.PairingEra.Listed;
import org.jiedui.reference.Geography;
import org.jiedui.reference.Pair;
import org.jiedui.reference.Pairings;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.PairingEraRow;
import org.jiedui.table.PairingLinkRow;
import org.jiedui.table.PairingMatchRow;
import org.junit.jupiter.api.Test;

class PairingNetworkTest {
  private static final Offset<Double> TIGHT = within(1e-9);
  private static final Geography CHINA = Geography.load(Path.of("conf/geography"));
  private static final Pairings SHIPPED = Pairings.load(Path.of("conf/pairings"), CHINA);
  private static final PairingNetwork.Result PUBLISHED =
      PairingNetwork.of(
          PairingEra.of(SHIPPED, CHINA), List.of(), List.of(), PairingParams.ofLinks(42));

  /** Section 8 of the statistical specification: the shipped table collapsed to provinces. */
  @Test
  void thePublishedListOf2016HasTheShapeOfTheSpecification() {
    Map<String, Object> era = era(PUBLISHED.eras(), 2016);
    assertThat(era)
        .containsEntry("links", 24)
        .containsEntry("donors", 9)
        .containsEntry("recipients", 14)
        .containsEntry("donor_cities", 13)
        .containsEntry("recipient_prefectures", 23)
        .containsEntry("autonomous_covered", 19)
        .containsEntry("status", "OK");
    assertThat((Double) era.get("mean_in_degree")).isCloseTo(1.714285714, TIGHT);
    assertThat((Double) era.get("one_to_many")).isEqualTo(8 / 9.0);
    assertThat((Double) era.get("many_to_one")).isEqualTo(5 / 14.0);
    assertThat((Double) era.get("whole_region")).isEqualTo(9 / 14.0);
    assertThat((Double) era.get("hhi_links")).isCloseTo(.1284722222, TIGHT);
    assertThat((Double) era.get("density")).isEqualTo(24 / (9.0 * 14));
  }

  @Test
  void thePublishedListOf2021HasTheShapeOfTheSpecification() {
    Map<String, Object> era = era(PUBLISHED.eras(), 2021);
    assertThat(era)
        .containsEntry("links", 11)
        .containsEntry("donors", 8)
        .containsEntry("recipients", 10)
        .containsEntry("next_era", null)
        .containsEntry("turnover_status", "NO_DATA");
    assertThat((Double) era.get("mean_in_degree")).isEqualTo(1.1);
    assertThat((Double) era.get("one_to_many")).isEqualTo(3 / 8.0);
    assertThat((Double) era.get("many_to_one")).isEqualTo(1 / 10.0);
    assertThat((Double) era.get("hhi_links")).isCloseTo(.1404958678, TIGHT);
    assertThat((Double) era.get("effective_donors")).isCloseTo(7.117647059, TIGHT);
    assertThat(donorsOf(2021, "620000")).hasSize(2);
  }

  @Test
  void elevenLinksOf2016AreKeptIn2021AndNoneIsNew() {
    Map<String, Object> era = era(PUBLISHED.eras(), 2016);
    assertThat(era)
        .containsEntry("next_era", 2021)
        .containsEntry("kept", 11)
        .containsEntry("lost_rewired", 7)
        .containsEntry("exited", 6)
        .containsEntry("new_rewired", 0)
        .containsEntry("entered", 0);
    assertThat((Double) era.get("jaccard")).isCloseTo(.4583333333, TIGHT);
    assertThat((Double) era.get("beta_wn")).isCloseTo(.3714285714, TIGHT);
    assertThat((Double) era.get("beta_os")).isCloseTo(.2, TIGHT);
    assertThat((Double) era.get("beta_st")).isCloseTo(.1714285714, TIGHT);
    Map<String, Long> fates = new TreeMap<>();
    for (int row = 0; row < PUBLISHED.links().size(); row++) {
      if (PUBLISHED.links().value(row, PairingLinkRow.ERA).equals(2016)) {
        fates.merge(PUBLISHED.links().text(row, PairingLinkRow.FATE), 1L, Long::sum);
      }
    }
    assertThat(fates).isEqualTo(Map.of("kept", 11L, "rewired", 7L, "exited", 6L));
  }

  /** Many to one, cities counting for themselves, as the opinion of 2016-12-07 lists them. */
  @Test
  void fiveProvincesHadSeveralDonorsIn2016() {
    Map<String, List<Integer>> several = new TreeMap<>();
    for (String province : List.of("520000", "530000", "620000", "510000", "130000")) {
      long units =
          SHIPPED.opening(2016).stream()
              .filter(p -> p.recipientProvince().equals(province))
              .map(Pair::donorUnit)
              .distinct()
              .count();
      several.put(province, List.of((int) units, donorsOf(2016, province).size()));
    }
    assertThat(several)
        .isEqualTo(
            Map.of(
                "520000", List.of(7, 6),
                "530000", List.of(4, 2),
                "620000", List.of(4, 3),
                "510000", List.of(3, 2),
                "130000", List.of(2, 2)));
  }

  /**
   * Claim P4: of the 30 autonomous prefectures this programme names 10 and covers 9 by province.
   */
  @Test
  void nineteenAutonomousPrefecturesAreCoveredByThisProgrammeAndElevenByOthers()
      throws IOException {
    Map<String, Long> named = new TreeMap<>();
    List<String> lines =
        Files.readAllLines(Path.of("src/test/resources/pairing/autonomous_prefectures.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      boolean own =
          SHIPPED.opening(2016).stream().anyMatch(p -> p.recipientUnit().equals(cells[0]));
      String province = cells[0].substring(0, 2) + "0000";
      boolean above =
          SHIPPED.opening(2016).stream().anyMatch(p -> p.recipientUnit().equals(province));
      String how = own ? "named" : above ? "province" : "other";
      named.merge(how + " " + cells[1], 1L, Long::sum);
    }
    assertThat(named)
        .isEqualTo(
            Map.of(
                "named named_in_2016_opinion", 10L,
                "province covered_by_provincial_pair", 9L,
                "other counterpart_support_qinghai_tibetan_areas", 6L,
                "other counterpart_support_xinjiang", 5L));
  }

  @Test
  void theListOfGuizhouIsAProgrammeOfItsOwn() {
    Map<String, Object> own = era(PUBLISHED.eras(), 2013);
    assertThat(own).containsEntry("programme", "guizhou").containsEntry("recipients", 1);
    assertThat(era(PUBLISHED.eras(), 2010)).containsEntry("next_era", 2016);
  }

  /** Section 8: strength (1,2,3,4,4), need (2,1,4,3,5): τ_b .5270462767, Spearman .7181848465. */
  @Test
  void strongDonorsAndWeakRecipientsAreMatchedAsInTheSpecification() {
    double[] strength = {1, 2, 3, 4, 4};
    double[] need = {2, 1, 4, 3, 5};
    List<RegionValue> values = new ArrayList<>();
    List<Listed> listed = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      values.add(new RegionValue("1" + i + "0000", 2016, "gdp_pc", strength[i]));
      values.add(new RegionValue("5" + i + "0000", 2016, "income_pc", 10 - need[i]));
      listed.add(new Listed(2016, "1" + i + "0000", "5" + i + "0000"));
    }
    listed.add(new Listed(2016, "190000", "590000"));
    Frame match =
        PairingNetwork.of(PairingEra.of(listed), values, List.of(), params(List.of())).match();
    assertThat((Double) match.value(0, PairingMatchRow.TAU_B)).isCloseTo(.5270462767, TIGHT);
    assertThat((Double) match.value(0, PairingMatchRow.SPEARMAN)).isCloseTo(.7181848465, TIGHT);
    assertThat(match.value(0, PairingMatchRow.LINKS)).isEqualTo(6);
    assertThat(match.value(0, PairingMatchRow.LINKS_USED)).isEqualTo(5);
    // Mismatch |rank − rank|: 1+1+1+1.5+.5 = 5 as paired, .5+.5 = 1 at best (4 and 5 tie at 4.5);
    // at random the mean of all 25 distances times 5, which is 8.
    assertThat((Double) match.value(0, PairingMatchRow.EFFICIENCY)).isCloseTo(3 / 7.0, TIGHT);
  }

  @Test
  void equallyStrongDonorsAreMatchedInNoOrder() {
    List<RegionValue> values = new ArrayList<>();
    List<Listed> listed = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      values.add(new RegionValue("1" + i + "0000", 2016, "gdp_pc", 7));
      values.add(new RegionValue("5" + i + "0000", 2016, "income_pc", i));
      listed.add(new Listed(2016, "1" + i + "0000", "5" + i + "0000"));
    }
    Frame match =
        PairingNetwork.of(PairingEra.of(listed), values, List.of(), params(List.of())).match();
    assertThat(match.value(0, PairingMatchRow.TAU_B)).isNull();
    assertThat(match.text(0, PairingMatchRow.STATUS)).isEqualTo("ALL_EQUAL");
    assertThat(match.value(0, PairingMatchRow.EFFICIENCY)).isNull();
    assertThat(match.text(0, PairingMatchRow.EFFICIENCY_STATUS)).isEqualTo("DEGENERATE_NULL");
  }

  @Test
  void provincesWithoutAValueHaveTheMeanOfTheirCounties() {
    List<RegionValue> values =
        List.of(
            new RegionValue("510101", 2015, "income_pc", 1),
            new RegionValue("510101", 2015, "population", 3),
            new RegionValue("510102", 2015, "income_pc", 5),
            new RegionValue("510102", 2015, "population", 1),
            new RegionValue("520000", 2015, "income_pc", 2.1),
            new RegionValue("110000", 2015, "gdp_pc", 7),
            new RegionValue("120000", 2015, "gdp_pc", 8));
    List<Listed> listed =
        List.of(new Listed(2016, "120000", "510000"), new Listed(2016, "110000", "520000"));
    Frame match =
        PairingNetwork.of(PairingEra.of(listed), values, List.of(), params(List.of())).match();
    assertThat(match.value(0, PairingMatchRow.TAU_B)).isEqualTo(1.0);
    assertThat(match.value(0, PairingMatchRow.LEVEL_YEAR)).isEqualTo(2015);
    assertThat(match.text(0, PairingMatchRow.FLAGS)).isEqualTo("SMALL_N");
  }

  @Test
  void strengthIsWhatWentOverALinkInTheYearsOfItsEra() {
    List<Listed> listed =
        List.of(
            new Listed(2016, "110000", "510000"),
            new Listed(2016, "120000", "520000"),
            new Listed(2021, "110000", "510000"));
    AidFlows funds =
        new AidFlows(
            "fiscal",
            "paid",
            List.of(2016, 2017),
            List.of(
                new AidFlows.Flow("510101", "110000", 2016, 30),
                new AidFlows.Flow("510000", "110000", 2017, 10),
                new AidFlows.Flow("520102", "110000", 2017, 99)));
    PairingNetwork.Result found =
        PairingNetwork.of(
            PairingEra.of(listed),
            List.of(),
            List.of(funds),
            params(List.of(new Years(2016, 2020))));
    Frame links = found.links();
    assertThat(links.value(0, PairingLinkRow.AMOUNT)).isEqualTo(40.0);
    assertThat(links.value(1, PairingLinkRow.AMOUNT)).isEqualTo(0.0);
    assertThat(links.value(2, PairingLinkRow.AMOUNT)).isNull();
    assertThat(links.text(2, PairingLinkRow.STATUS)).isEqualTo("NO_DATA");
    assertThat(era(found.eras(), 2016))
        .containsEntry("hhi_funds", 1.0)
        .containsEntry("funds_status", "OK");
    assertThat(era(found.eras(), 2021))
        .containsEntry("hhi_funds", null)
        .containsEntry("funds_status", "NO_DATA");
  }

  @Test
  void anEraWithoutFlowsOrLevelsSaysSo() {
    List<Listed> listed = List.of(new Listed(2016, "110000", "510000"));
    AidFlows none = new AidFlows("fiscal", "none", List.of(2016), List.of());
    PairingNetwork.Result found =
        PairingNetwork.of(
            PairingEra.of(listed),
            List.of(),
            List.of(none),
            params(List.of(new Years(2016, 2020))));
    assertThat(era(found.eras(), 2016)).containsEntry("funds_status", "ZERO_MEAN");
    assertThat(found.match().text(0, PairingMatchRow.STATUS)).isEqualTo("NO_DATA");
    PairingEra empty = new PairingEra(2016, "", new TreeSet<>(), PairingEra.Named.UNKNOWN);
    PairingNetwork.Result nobody =
        PairingNetwork.of(List.of(empty), List.of(), List.of(), params(List.of()));
    assertThat(era(nobody.eras(), 2016))
        .containsEntry("status", "NO_PAIRS")
        .containsEntry("whole_region", null);
    assertThat(nobody.match().text(0, PairingMatchRow.STATUS)).isEqualTo("NO_PAIRS");
  }

  @Test
  void theOrderOfRowsIsNotInTheTables() {
    List<Listed> listed = new ArrayList<>();
    List<RegionValue> values = new ArrayList<>();
    List<AidFlows.Flow> flows = new ArrayList<>();
    Random random = new Random(4);
    for (int i = 0; i < 12; i++) {
      String donor = "1" + i % 5 + "0000";
      String recipient = "5" + i % 7 + "0000";
      listed.add(new Listed(2016, donor, recipient));
      flows.add(new AidFlows.Flow(recipient, donor, 2016, random.nextDouble()));
      flows.add(new AidFlows.Flow(recipient, donor, 2017, random.nextDouble()));
    }
    for (int i = 0; i < 7; i++) {
      values.add(new RegionValue("1" + i + "0000", 2016, "gdp_pc", random.nextDouble()));
      values.add(new RegionValue("5" + i + "0000", 2016, "income_pc", random.nextDouble()));
    }
    String straight = bits(listed, values, flows);
    Collections.shuffle(listed, random);
    Collections.shuffle(values, random);
    assertThat(bits(listed, values, flows)).isEqualTo(straight);
  }

  private static String bits(
      List<Listed> listed, List<RegionValue> values, List<AidFlows.Flow> flows) {
    AidFlows funds = new AidFlows("fiscal", "paid", List.of(2016, 2017), flows);
    return PairingNetwork.of(
            PairingEra.of(listed), values, List.of(funds), params(List.of(new Years(2016, 2020))))
        .tables()
        .stream()
        .map(DrawnPanel::bits)
        .collect(Collectors.joining("\n\n"));
  }

  private static PairingParams params(List<Years> spans) {
    return new PairingParams(
        "gdp_pc",
        "income_pc",
        "population",
        new Places(
            Map.of("510101", Places.COUNTY, "510102", Places.COUNTY),
            Map.of(),
            Map.of(),
            Map.of(),
            ""),
        spans,
        EffectRatio.Absent.ZERO,
        "fiscal",
        999,
        42);
  }

  private static List<String> donorsOf(int era, String recipient) {
    List<String> donors = new ArrayList<>();
    Frame links = PUBLISHED.links();
    for (int row = 0; row < links.size(); row++) {
      if (links.value(row, PairingLinkRow.ERA).equals(era)
          && links.text(row, PairingLinkRow.RECIPIENT_CODE).equals(recipient)) {
        donors.add(links.text(row, PairingLinkRow.DONOR_CODE));
      }
    }
    return donors;
  }

  private static Map<String, Object> era(Frame eras, int first) {
    Map<String, Object> found = new TreeMap<>();
    for (int row = 0; row < eras.size(); row++) {
      if (eras.value(row, PairingEraRow.ERA).equals(first)) {
        for (Field field : eras.fields()) {
          found.put(field.column(), eras.value(row, field));
        }
      }
    }
    return found;
  }
}

package org.jiedui.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WorldTest {
  /** The 34 two-digit codes of provinces that GB/T 2260 allocates. */
  private static final Set<String> ALLOCATED =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82");

  private final World small = World.of(Plan.SEED, 160, 6);
  private final World large = World.of(Plan.SEED, 2_900, 10);

  @Test
  void noCodeLiesInAnAllocatedProvince() {
    assertThat(ALLOCATED).hasSize(34);
    for (String code : codes(large)) {
      assertThat(code).matches("[0-9]{6}");
      assertThat(ALLOCATED).doesNotContain(code.substring(0, 2));
    }
  }

  @Test
  void aCodeMeansOnePlaceInAYearUnlessItIsMergedOrNotYetSplit() {
    for (World world : List.of(small, large)) {
      for (int year : new int[] {1996, 2011, 2020}) {
        Set<String> names = new TreeSet<>();
        Set<String> codes = new TreeSet<>();
        for (Place place : world.places()) {
          codes.add(place.at(year).code());
          names.add(place.at(year).name());
        }
        assertThat(codes).hasSize(world.places().size() - (year == 2011 ? 2 : 1));
        assertThat(names).hasSameSizeAs(codes);
      }
    }
  }

  @Test
  void theSampleHasThreeOrFourPrefecturesAProvinceWithFiveToNineCounties() {
    for (Province province : small.recipients()) {
      List<Prefecture> own =
          small.prefectures().stream().filter(p -> p.province().equals(province)).toList();
      assertThat(own).hasSizeBetween(3, 4);
      for (Prefecture prefecture : own) {
        assertThat(small.places().stream().filter(p -> p.prefecture().equals(prefecture)).count())
            .isBetween(5L, 9L);
      }
    }
  }

  @Test
  void theSplitCountyIsOneUnitOfItsPartsAndTheMergedOneIsTheDistrict() {
    Set<String> units = new TreeSet<>();
    small.places().forEach(p -> units.add(small.unitOf(p)));

    assertThat(units).contains("770221+770222", "280103").hasSize(158);
  }

  @Test
  void spellsFollowEachOtherWithoutGap() {
    for (Place place : large.places()) {
      int next = 1996;
      for (Spell spell : place.spells()) {
        assertThat(spell.from()).isEqualTo(next);
        next = spell.to() + 1;
      }
      assertThat(next).isEqualTo(2021);
    }
  }

  @Test
  void everyCountyHasADonorInEveryEra() {
    Pairs pairs = Pairs.of(small);
    for (Place place : small.places()) {
      assertThat(pairs.donorsOf(place, 1996)).isNotEmpty();
      assertThat(pairs.donorsOf(place, 2012)).isNotEmpty();
      assertThat(pairs.donorsOf(place, 2018)).isNotEmpty();
    }
  }

  @Test
  void namesSufficeForAnySizeThatIsOffered() {
    for (Plan.Layout layout : Plan.Layout.values()) {
      int provinces = layout == Plan.Layout.BULK ? 10 : 6;
      for (int counties : new int[] {layout.fewest(), layout.fewest() + 1, 1_000, 3_200}) {
        assertThat(World.of(1, counties, provinces).places()).hasSize(counties);
      }
    }
    assertThat(Names.firstCharacters()).doesNotHaveDuplicates();
  }

  private static List<String> codes(World world) {
    List<String> codes = new ArrayList<>();
    world.provinces().forEach(p -> codes.add(p.code()));
    world.prefectures().forEach(p -> codes.add(p.code()));
    world.places().forEach(p -> p.spells().forEach(s -> codes.add(s.code())));
    return codes;
  }
}

package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PersonTimeTest {
  private static long in(int year, String from, String to) {
    return PersonTime.in(year, LocalDate.parse(from), LocalDate.parse(to));
  }

  @Test
  void aWholeYearIsExactlyOneWhetherItLeapsOrNot() {
    assertThat(in(2015, "2015-01-01", "2015-12-31")).isEqualTo(1_000_000);
    assertThat(in(2016, "2014-01-01", "2020-12-31")).isEqualTo(1_000_000);
  }

  @Test
  void theFirstHalfOfALeapYearIs182Of366Days() {
    assertThat(in(2016, "2016-01-01", "2016-06-30")).isEqualTo(1_000_000L * 182 / 366);
    assertThat(in(2016, "2016-02-29", "2016-02-29")).isEqualTo(163934 - 161202);
  }

  @Test
  void aYearOutsideThePostingHasNone() {
    assertThat(in(2015, "2016-01-01", "2016-12-31")).isZero();
    assertThat(in(2017, "2016-01-01", "2016-12-31")).isZero();
  }

  /** Seed 20260611. */
  @Test
  void spellsThatFollowEachOtherAddUpToTheirUnion() {
    Random random = new Random(20260611);
    for (int i = 0; i < 1000; i++) {
      LocalDate from = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(500));
      LocalDate middle = from.plusDays(random.nextInt(400));
      LocalDate to = middle.plusDays(1 + random.nextInt(400));
      for (int year = 2015; year <= 2018; year++) {
        assertThat(PersonTime.in(year, from, middle) + PersonTime.in(year, middle.plusDays(1), to))
            .isEqualTo(PersonTime.in(year, from, to));
      }
    }
  }

  @Test
  void daysAreReadInTheWaysTheyAreWritten() {
    for (String day :
        new String[] {"2016-03-05", "2016/3/5", "2016.03.05", "2016年3月5日", "20160305"}) {
      assertThat(DateGrammar.read(day)).as(day).contains(LocalDate.of(2016, 3, 5));
    }
    for (String day :
        new String[] {"2016-02-30", "2016-3", "16-03-05", "2016-03/05", "5/3/2016", ""}) {
      assertThat(DateGrammar.read(day)).as(day).isEmpty();
    }
  }
}

package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodGrammarTest {
  @ParameterizedTest
  @CsvSource({
    "2016-2020,2016,2020",
    "2016—2020年,2016,2020",
    "2016年至2020年,2016,2020",
    "1996–2015年合计,1996,2015",
    "2016~2020累计,2016,2020",
    "2016-2020,2016,2020",
    "九五,1996,2000",
    "“十二五”时期,2011,2015",
    "十三五合计,2016,2020",
    "十三五期间,2016,2020",
    "2016,2016,2016",
    "2016年,2016,2016"
  })
  void aPeriodIsReadAsItsFirstAndLastYear(String cell, int from, int to) {
    PeriodGrammar.Read read = PeriodGrammar.read(cell, 1996, 2040);

    assertThat(read.year().error()).isNull();
    assertThat(read.from()).isEqualTo(from);
    assertThat(read.year().value()).isEqualTo(to);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-2016,YEAR_RANGE",
    "1990-2000,YEAR_RANGE",
    "2016-2050,YEAR_RANGE",
    "16-20,NUM_SYNTAX",
    "2016-20,NUM_SYNTAX",
    "七五,NUM_SYNTAX",
    "历年,NUM_SYNTAX"
  })
  void whatIsNoPeriodIsRefused(String cell, Reason why) {
    assertThat(PeriodGrammar.read(cell, 1996, 2040).year().error()).isEqualTo(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2016-2020", "十三五合计", "“十二五”期间", "1996—2015年累计"})
  void inAColumnOfYearsAPeriodIsRefusedByItsName(String cell) {
    assertThat(YearGrammar.read(cell, 1996, 2040).error()).isEqualTo(Reason.YEAR_PERIOD);
  }
}

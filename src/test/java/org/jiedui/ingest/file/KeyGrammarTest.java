package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyGrammarTest {
  @ParameterizedTest
  @CsvSource({
    "2016,,,2016",
    "2016年,,,2016",
    "2016年度,,,2016",
    "2016.0,,,2016",
    "２０１６,,,2016",
    "' 2016 ',,,2016",
    "2016-03-05,,YEAR_FROM_DATE,2016",
    "2016/3/5,,YEAR_FROM_DATE,2016",
    "2016年3月5日,,YEAR_FROM_DATE,2016",
    "2016年3月,,YEAR_FROM_DATE,2016",
    "2016-13-05,NUM_SYNTAX,,0",
    "16,YEAR_RANGE,,0",
    "16年,YEAR_RANGE,,0",
    "42370,YEAR_RANGE,,0",
    "1995,YEAR_RANGE,,0",
    "2041,YEAR_RANGE,,0",
    "2016-2020,YEAR_PERIOD,,0",
    "2016—2020年,YEAR_PERIOD,,0",
    "2016至2020,YEAR_PERIOD,,0",
    "2016.5,NUM_SYNTAX,,0",
    "二〇一六,NUM_SYNTAX,,0",
    "2O16,NUM_SYNTAX,,0",
    "'',NUM_SYNTAX,,0"
  })
  void aYearHasFourDigits(String cell, Reason error, Reason flag, long year) {
    Num num = YearGrammar.read(cell, 1996, 2040);

    assertThat(num.error()).isEqualTo(error);
    assertThat(num.flag()).isEqualTo(flag);
    assertThat(num.value()).isEqualTo(year);
  }

  @Test
  void aDateNumberIsNamedAsOne() {
    assertThat(YearGrammar.read("42370", 1996, 2040).suggestion().en())
        .startsWith("looks like the date number of 2016-01-01");
  }

  @ParameterizedTest
  @CsvSource({
    "710101,,,710101",
    "７１０１０１,,,710101",
    "'''710101',,,710101",
    "710101000000,,CODE_12DIGIT,710101",
    "710101001000,CODE_SYNTAX,,0",
    "710101.0,,CODE_FLOAT,710101",
    "710101.5,CODE_SYNTAX,,0",
    "7.1E+05,CODE_SCI,,0",
    "7.10101e5,CODE_SCI,,0",
    "71010,CODE_SYNTAX,,0",
    "010101,CODE_SYNTAX,,0",
    "71O101,CODE_SYNTAX,,0",
    "7101011,CODE_SYNTAX,,0",
    "'',CODE_SYNTAX,,0"
  })
  void aCodeHasSixDigits(String cell, Reason error, Reason flag, long code) {
    Num num = CodeGrammar.read(cell);

    assertThat(num.error()).isEqualTo(error);
    assertThat(num.flag()).isEqualTo(flag);
    assertThat(num.value()).isEqualTo(code);
  }

  @Test
  void aLostZeroIsHinted() {
    assertThat(CodeGrammar.read("7101").suggestion().en()).contains("710100");
  }
}

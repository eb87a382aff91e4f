package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberGrammarTest {
  private static final Measure MONEY = measure(Measure.Kind.MONEY, 2, "元");
  private static final Measure COUNT = measure(Measure.Kind.COUNT, 0, "人");
  private static final Measure REAL = measure(Measure.Kind.REAL, 2, "%");

  private final NumberGrammar yuan = new NumberGrammar(MONEY, 2);
  private final NumberGrammar wan = new NumberGrammar(MONEY, 6);
  private final NumberGrammar people = new NumberGrammar(COUNT, 0);
  private final NumberGrammar real = new NumberGrammar(REAL, 2);

  private static Measure measure(Measure.Kind kind, int decimals, String unit) {
    return new Measure("x", kind, decimals, "none", "", unit, "", -Long.MAX_VALUE, Long.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "-0 | 0",
        "1234.56 | 123456",
        "1,234.56 | 123456",
        "1,234,567 | 123456700",
        "1 234 567.8 | 123456780",
        "'1\u00A0234' | 123400",
        "'1\u2009234' | 123400",
        "'1\u202F234' | 123400",
        "'\u00A01234\u3000' | 123400",
        "+12 | 1200",
        "-5 | -500",
        "\u22125 | -500",
        "－５ | -500",
        "１２３４．５ | 123450",
        "１，２３４．５ | 123450",
        "（1,200） | -120000",
        "(1,200) | -120000",
        "（12.5万） | -12500000",
        "¥1234 | 123400",
        "￥1,234 | 123400",
        "¥-5 | -500",
        "12.5万 | 12500000",
        "3.2亿元 | 32000000000",
        "3千 | 300000",
        "2百万元 | 200000000",
        "1200元 | 120000",
        "007 | 700",
        "90000000000000.00 | 9000000000000000",
        "92233720368547758.07 | 9223372036854775807",
        "-92233720368547758.08 | -9223372036854775808"
      })
  void moneyInYuanIsReadExactly(String cell, long fen) {
    assertThat(yuan.read(cell)).isEqualTo(Num.of(fen));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,23 | NUM_AMBIGUOUS | 1.23 or 123",
        "1.234,5 | NUM_AMBIGUOUS | 1234.5 or 1.2345",
        "1,2345 | NUM_AMBIGUOUS | 1.2345 or 12345",
        "1.234.567 | NUM_AMBIGUOUS | 1234.567 or 1234567",
        "12,34,567 | NUM_AMBIGUOUS | 1234.567 or 1234567",
        "1,234 567 | NUM_SYNTAX | 1234567",
        "(-5) | NUM_AMBIGUOUS | -5 or 5",
        "((5)) | NUM_SYNTAX | 5",
        "1.2E+05 | NUM_SCI | about 120000; its last digits are gone",
        "5e3 | NUM_SCI | about 5000; its last digits are gone",
        "约1200 | NUM_SYNTAX | 1200",
        "1200* | NUM_SYNTAX | 1200",
        ">100 | NUM_SYNTAX | 100",
        "一千二百 | NUM_SYNTAX | 1200",
        "三万五千元 | NUM_SYNTAX | 35000",
        "NaN | NUM_SYNTAX | ''",
        "1e400 | NUM_SYNTAX | ''",
        "Infinity | NUM_SYNTAX | ''",
        ".5 | NUM_SYNTAX | 0.5",
        "5. | NUM_SYNTAX | 5",
        "-¥5 | NUM_SYNTAX | 5",
        "1-2 | NUM_SYNTAX | ''",
        "12.5% | NUM_SYNTAX | 12.5",
        "0x1F | NUM_SYNTAX | ''",
        "1_000 | NUM_SYNTAX | ''",
        "١٢٣ | NUM_SYNTAX | ''",
        "12人 | UNIT_CONFLICT | leave the unit out and write the number in the unit of the column",
        "92233720368547758.08 | NUM_OVERFLOW | ''",
        "1000000000亿 | NUM_OVERFLOW | ''"
      })
  void whatIsNoNumberIsRefusedWithItsLikelyReading(String cell, Reason reason, String suggestion) {
    Num num = yuan.read(cell);

    assertThat(num.error()).isEqualTo(reason);
    assertThat(num.suggestion().en()).isEqualTo(suggestion);
  }

  @ParameterizedTest
  @CsvSource({"1.234,123,0.4", "1.235,124,-0.5", "-1.235,-124,0.5", "0.001,0,0.1"})
  void surplusDecimalsAreRoundedHalfUpAndTheResidueIsKept(String cell, long fen, String residue) {
    assertThat(yuan.read(cell)).isEqualTo(Num.rounded(fen, new BigDecimal(residue)));
  }

  @ParameterizedTest
  @CsvSource({"1,1000000", "0.000001,1", "12.345678,12345678", "-3.5,-3500000"})
  void tenThousandYuanAreExactToTheFen(String cell, long fen) {
    assertThat(wan.read(cell)).isEqualTo(Num.of(fen));
  }

  @ParameterizedTest
  @CsvSource({"12.5万", "3亿", "1200元", "¥1200"})
  void aSuffixUnderTenThousandYuanContradictsTheColumn(String cell) {
    assertThat(wan.read(cell).error()).isEqualTo(Reason.UNIT_CONFLICT);
  }

  @ParameterizedTest
  @CsvSource({
    "12,,12",
    "12.0,,12",
    "'1,200',,1200",
    "1.5万人,,15000",
    "12人,,12",
    "12.5,NUM_FRACTION,0",
    "12元,UNIT_CONFLICT,0",
    "¥12,UNIT_CONFLICT,0",
    "12人次,MEASURE_CONFLICT,0",
    "1.2E+05,NUM_SCI,0"
  })
  void peopleAreWhole(String cell, Reason error, long value) {
    Num num = people.read(cell);

    assertThat(num.error()).isEqualTo(error);
    assertThat(num.value()).isEqualTo(value);
  }

  @Test
  void scientificNotationIsAllowedForRealValues() {
    assertThat(real.read("1.25E+01")).isEqualTo(Num.of(1250));
    assertThat(real.read("1e400").error()).isEqualTo(Reason.NUM_SYNTAX);
    assertThat(real.read("1.E2")).isEqualTo(Num.of(10000));
  }

  @Test
  void hostileLengthsEndQuickly() {
    assertThat(yuan.read("9".repeat(1 << 20)).error()).isEqualTo(Reason.NUM_OVERFLOW);
    assertThat(yuan.read("0." + "9".repeat(1 << 20)).error()).isEqualTo(Reason.NUM_SYNTAX);
    assertThat(yuan.read("1,".repeat(1 << 19)).error()).isEqualTo(Reason.NUM_SYNTAX);
    assertThat(yuan.read("1" + ",234".repeat(1 << 18)).error()).isEqualTo(Reason.NUM_SYNTAX);
    assertThat(yuan.read("1" + ".1".repeat(1 << 18)).error()).isEqualTo(Reason.NUM_SYNTAX);
    assertThat(real.read("1e999999999").error()).isEqualTo(Reason.NUM_SYNTAX);
  }

  @Test
  void theShortWayAndTheWholeGrammarAgree() {
    var random = new Random(20260101);
    for (int i = 0; i < 50_000; i++) {
      long fen = random.nextLong(10_000_000_000L);
      String plain = BigDecimal.valueOf(fen, 2).toPlainString();

      assertThat(yuan.read(plain).value()).as(plain).isEqualTo(fen);
      assertThat(yuan.read("+" + plain)).as(plain).isEqualTo(yuan.read(plain));
    }
  }
}

package org.jiedui.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiedui.analysis.Convergence;
import org.jiedui.analysis.Inequality;
import org.jiedui.analysis.Windows;
import org.jiedui.ingest.file.PanelFile;
import org.jiedui.message.InputException;
import org.jiedui.table.Frame;
import org.jiedui.table.GapWeightRow;
import org.jiedui.table.InequalityRow;
import org.junit.jupiter.api.Test;

class OwnPanelTest {
  private static final Windows WINDOWS = new Windows(2012, 2015, 2016, 2020);

  @Test
  void theOrderOfTheRowsCannotBeSeenInGapAndInequality() {
    List<PanelFile.Value> values = new ArrayList<>(panel());
    String expected = tables(new OwnPanel(values));
    for (int seed = 0; seed < 3; seed++) {
      Collections.shuffle(values, new Random(seed));
      assertThat(tables(new OwnPanel(values))).isEqualTo(expected);
    }
    values.remove(0);
    assertThat(tables(new OwnPanel(values))).isNotEqualTo(expected);
  }

  @Test
  void constantIndicatorsNegativeValuesAndZerosHaveAStatusAndNoNumber() {
    OwnPanel own = new OwnPanel(panel());
    Frame weights = own.gap(Set.of(), WINDOWS, 42).weights();
    assertThat(weights.rows())
        .extracting(row -> row[0] + " " + row[weights.index(GapWeightRow.STATUS)])
        .containsExactly("常量 CONSTANT", "收入 OK", "负值 OK", "零 CONSTANT");

    Frame measures = own.inequality(WINDOWS).measures();
    int indicator = measures.index(InequalityRow.INDICATOR);
    int status = measures.index(InequalityRow.VALUE_STATUS);
    int value = measures.index(InequalityRow.VALUE);
    Frame zeros = measures.where(row -> row[indicator].equals("零"));
    assertThat(zeros.rows())
        .isNotEmpty()
        .allMatch(row -> row[value] == null && !row[status].equals("OK"))
        .anyMatch(row -> row[status].equals("ZERO_MEAN"));
    Frame negative = measures.where(row -> row[indicator].equals("负值"));
    assertThat(negative.rows()).extracting(row -> row[status]).contains("NEGATIVE_VALUE");
    assertThat(tables(own)).doesNotContain("NaN", "Infinity");
  }

  @Test
  void aUnitInTwoGroupsIsRefusedWithBoth() {
    List<PanelFile.Value> values = new ArrayList<>(panel());
    values.add(new PanelFile.Value("县0", "乙", "收入", 2021, BigDecimal.ONE));
    assertThatThrownBy(() -> new OwnPanel(values).inequality(WINDOWS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("县0");
  }

  private static String tables(OwnPanel own) {
    Inequality.Result inequality = own.inequality(WINDOWS);
    Convergence.Result convergence = own.convergence(WINDOWS);
    return Stream.concat(
            own.gap(Set.of(), WINDOWS, 42).tables().stream(),
            Stream.of(
                inequality.measures(),
                inequality.parts(),
                convergence.convergence(),
                convergence.transition()))
        .map(OwnPanelTest::text)
        .collect(Collectors.joining("\n"));
  }

  private static String text(Frame frame) {
    return frame.table()
        + frame.rows().stream().map(Arrays::toString).collect(Collectors.joining("\n"));
  }

  /** Twelve counties of two groups in nine years, one of them without some years. */
  private static List<PanelFile.Value> panel() {
    Random random = new Random(6);
    List<PanelFile.Value> values = new ArrayList<>();
    for (int year = 2012; year <= 2020; year++) {
      for (int i = 0; i < 12; i++) {
        if (i != 3 || year != 2014) {
          double income = 8000 + 500 * i + 700 * (year - 2012) + 300 * random.nextGaussian();
          add(values, i, "收入", year, Math.round(income));
          add(values, i, "负值", year, i - 4L);
          add(values, i, "零", year, 0);
          add(values, i, "常量", year, 7);
        }
      }
    }
    return values;
  }

  private static void add(
      List<PanelFile.Value> values, int unit, String indicator, int year, long value) {
    values.add(
        new PanelFile.Value(
            "县" + unit, unit % 2 == 0 ? "甲" : "乙", indicator, year, BigDecimal.valueOf(value)));
  }
}

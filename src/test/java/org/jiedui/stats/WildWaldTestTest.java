package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Reference values: R 4.2, every draw estimated again. {@code stat <- function(y) { b <- H %*% y; u
 * <- (y - X %*% b) * w; S <- rowsum(X * u, g); V <- A %*% crossprod(S) %*% A; t(b[k]) %*%
 * solve(V[k, k]) %*% b[k] }} with {@code A <- solve(t(X * w) %*% X); H <- A %*% t(X * w)}; y* from
 * the regression without k, all sign vectors.
 */
class WildWaldTestTest {
  private static final SeedSequence SEEDS = new SeedSequence(42, "test.wald");

  private static Fit grunfeld() {
    return Regression.ols(GrunfeldPanel.twoWay());
  }

  /** X: value, capital and dummies of firm and year; w 1. */
  @Test
  void bothSlopesOfGrunfeldHaveTheShareOfR() {
    var found =
        WildWaldTest.of(grunfeld(), List.of("value", "capital"), GrunfeldPanel.firm(), SEEDS);
    assertThat(found.statistic()).isCloseTo(149.267620724, within(1e-7));
    assertThat(found.q()).isEqualTo(2);
    assertThat(found.p()).isEqualTo(154 / 1024.0);
  }

  @Test
  void ofOneCoefficientItIsTheTestOfThatOne() {
    var one = WildWaldTest.of(grunfeld(), List.of("capital"), GrunfeldPanel.firm(), SEEDS);
    assertThat(Math.sqrt(one.statistic())).isCloseTo(8.336991084, within(5e-8));
    assertThat(one.p()).isEqualTo(52 / 1024.0);
  }

  /**
   * X: dummies of unit and year and of the first five units in each year but 2015; mu of {@code
   * glm} without those of 2010 to 2014, {@code y = (y - mu) / mu, w = mu}.
   */
  @Test
  void leadsOfAPoissonEventStudyHaveTheShareOfR() {
    int[] unit = IntStream.range(0, 99).map(i -> 1 + i / 11).toArray();
    int[] year = IntStream.range(0, 99).map(i -> 2008 + i % 11).toArray();
    int[] first = IntStream.of(unit).map(u -> u <= 5 ? 2016 : EventStudy.NEVER).toArray();
    double[] y = IntStream.range(0, 99).mapToDouble(i -> value(unit[i], year[i])).toArray();
    EventStudy study = new EventStudy(year, first, -8, 2);
    Factor units = Factor.of("unit", unit);
    Design design = study.terms(Design.of(y)).effect(units).effect(Factor.of("year", year));
    List<String> leads = IntStream.rangeClosed(-6, -2).mapToObj(study::name).toList();
    var found = WildWaldTest.of(Ppml.fit(design), leads, units, SEEDS);
    assertThat(found.statistic()).isCloseTo(4.71374234714, within(1e-8));
    assertThat(found.p()).isEqualTo(460 / 512.0);
  }

  private static double value(int unit, int year) {
    int since = year - 2008;
    int noise = 10 * ((unit * 7 + since * 3 + unit * unit * since) % 11);
    return 100 * unit + noise + (unit <= 5 && year >= 2016 ? 60 * unit + (year - 2016) * 20 : 0);
  }

  @Test
  void nothingToTestIsRefused() {
    assertThatThrownBy(
            () -> WildWaldTest.of(grunfeld(), List.of("none"), GrunfeldPanel.firm(), SEEDS))
        .isInstanceOf(NotEstimable.class)
        .hasMessage("NO_PRE_PERIOD");
  }
}

package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CanonicalLabelsTest {
  @Test
  void clustersAreNumberedByTheMeanOfTheFirstVariable() {
    double[] gap = {.9, .1, .5, .7, .1};
    assertThat(CanonicalLabels.of(new int[] {0, 1, 2, 0, 1}, gap)).containsExactly(3, 1, 2, 3, 1);
  }

  @Test
  void whatAMethodCalledThemDoesNotMatter() {
    double[] gap = {.9, .1, .5, .7, .1};
    assertThat(CanonicalLabels.of(new int[] {2, 0, 1, 2, 0}, gap)).containsExactly(3, 1, 2, 3, 1);
  }

  @Test
  void equalMeansGoByTheNextVariableAndThenByTheFirstMember() {
    double[] gap = {.5, .5, .5};
    double[] income = {2, 1, 2};
    assertThat(CanonicalLabels.of(new int[] {0, 1, 2}, gap, income)).containsExactly(2, 1, 3);
    assertThat(CanonicalLabels.of(new int[] {2, 1, 0}, gap, income)).containsExactly(2, 1, 3);
  }

  @Test
  void aNumberNobodyHasIsLeftOut() {
    assertThat(CanonicalLabels.of(new int[] {3, 1}, new double[] {0, 1})).containsExactly(1, 2);
  }
}

package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reference values: statistics.md section 1. */
class ReproducibilityTest {

  @Test
  void whatAdditionLosesIsKept() {
    assertThat(CompensatedSum.of(1, 1e100, 1, -1e100)).isEqualTo(2);
    double[] tenths = Collections.nCopies(10, 0.1).stream().mapToDouble(d -> d).toArray();
    assertThat(CompensatedSum.of(tenths)).isEqualTo(1);
    assertThat(CompensatedSum.of()).isZero();
  }

  @Test
  void theGeneratorStepsAsPublished() {
    SplitMix64 generator = new SplitMix64(1234567);
    assertThat(
            List.of(generator.nextLong(), generator.nextLong(), generator.nextLong()).stream()
                .map(Long::toUnsignedString))
        .containsExactly("6457827717110365317", "3203168211198807973", "9817491932198370423");
  }

  @Test
  void everyReplicateHasItsOwnSeed() {
    SeedSequence seeds = new SeedSequence(42, "boot.effect_ratio");
    assertThat(seeds.seed(0)).isEqualTo(0xb1deccd60521ca53L);
    assertThat(seeds.generator(0).nextUniform()).isEqualTo(0.7098552206289745);
    assertThat(seeds.seed(1)).isNotEqualTo(seeds.seed(0));
    assertThat(new SplitMix64(7).nextIndex(1)).isZero();
  }

  /** R 4.2: quantile(c(1, 2, 4, 8), c(.1, .5, .9), type = 7) gives 1.3, 3, 6.8. */
  @Test
  void quantilesInterpolateOrderStatistics() {
    double[] values = {8, 1, 4, 2};
    assertThat(Quantile.of(values, .1)).isCloseTo(1.3, within(1e-15));
    assertThat(Quantile.median(values)).isEqualTo(3);
    assertThat(Quantile.of(values, .9)).isCloseTo(6.8, within(1e-15));
    assertThat(Quantile.of(values, 1)).isEqualTo(8);
    assertThat(values).containsExactly(8, 1, 4, 2);
    assertThatThrownBy(() -> Quantile.of(new double[0], .5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** R 4.2: qt(.975, c(1, 9, 23, 1e6)), qnorm(.975), printed with 15 digits. */
  @Test
  void criticalValuesAgree() {
    ReferenceDistribution t = ReferenceDistribution.T;
    assertThat(t.critical(.95, 1)).isCloseTo(12.70620473617469, within(1e-10));
    assertThat(t.critical(.95, 9)).isCloseTo(2.26215716279820, within(1e-12));
    assertThat(t.critical(.95, 23)).isCloseTo(2.06865761041905, within(1e-12));
    assertThat(t.critical(.95, 1_000_000)).isCloseTo(1.95996635681411, within(1e-9));
    assertThat(ReferenceDistribution.NORMAL.critical(.95, 9))
        .isCloseTo(1.95996398454005, within(1e-13));
  }
}

package org.jiedui.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactSumTest {
  @Test
  void whatCancelsLeavesWhatStoodBesideIt() {
    assertThat(ExactSum.of(1, 1e100, 1, -1e100)).isEqualTo(2);
    assertThat(ExactSum.of(.1, .1, .1, .1, .1, .1, .1, .1, .1, .1)).isEqualTo(1);
    // Compensated summation loses the 1 between two sizes of terms.
    assertThat(CompensatedSum.of(1e200, 1, 1e100, -1e200, -1e100)).isNotEqualTo(1);
    assertThat(ExactSum.of(1e200, 1, 1e100, -1e200, -1e100)).isEqualTo(1);
    assertThat(ExactSum.of()).isZero();
    assertThat(ExactSum.of(Double.MIN_VALUE, Double.MIN_VALUE)).isEqualTo(2 * Double.MIN_VALUE);
    assertThat(ExactSum.of(Double.MAX_VALUE, 1, -Double.MAX_VALUE)).isEqualTo(1);
    // Half a unit in the last place goes to the even neighbour, a trace more goes up.
    assertThat(ExactSum.of(1, 0x1p-53)).isEqualTo(1);
    assertThat(ExactSum.of(1, 0x1p-53, 0x1p-1000)).isEqualTo(1 + 0x1p-52);
  }

  @Test
  void anyOrderAndAnyPartsGiveTheDoubleNextToTheSum() {
    Random random = new Random(4);
    double[] terms = new double[5000];
    BigDecimal exact = BigDecimal.ZERO;
    ExactSum whole = new ExactSum();
    ExactSum[] parts = {new ExactSum(), new ExactSum(), new ExactSum()};
    for (int i = 0; i < terms.length; i++) {
      terms[i] = Math.scalb(random.nextGaussian(), random.nextInt(240) - 120);
      exact = exact.add(new BigDecimal(terms[i]));
      parts[random.nextInt(3)].add(terms[i]);
    }
    for (int i = terms.length - 1; i >= 0; i--) {
      whole.add(terms[i]);
    }
    assertThat(whole.value()).isEqualTo(exact.doubleValue());
    assertThat(parts[2].add(parts[0]).add(parts[1]).value()).isEqualTo(whole.value());
  }

  @Test
  void manyEqualTermsDoNotRunOver() {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < 3_000_000; i++) {
      sum.add(-0x1.fffffffffffffp40);
    }
    assertThat(sum.value()).isEqualTo(-3_000_000 * 0x1.fffffffffffffp40);
  }

  @Test
  void aTermThatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> ExactSum.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ExactSum.of(Double.NEGATIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

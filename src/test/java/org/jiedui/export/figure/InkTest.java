package org.jiedui.export.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jiedui.message.Text;
import org.junit.jupiter.api.Test;

/** Series and scales. */
class InkTest {
  @Test
  void anyTwoSeriesDifferInGrey() {
    for (Ink a : Ink.values()) {
      for (Ink b : Ink.values()) {
        if (a != b) {
          assertThat(a.dash()).isNotEqualTo(b.dash());
          assertThat(a.shape()).isNotEqualTo(b.shape());
          assertThat(a.hatch()).isNotEqualTo(b.hatch());
        }
      }
    }
    assertThat(IntStream.range(0, 7).mapToObj(Ink::series).distinct()).hasSize(7);
    assertThatThrownBy(() -> Ink.series(7)).hasMessageContaining("7");
  }

  /** Lightness by sRGB luminance, IEC 61966-2-1. */
  @Test
  void aTintGetsDarkerWithTheShare() {
    double last = 2;
    for (int i = 0; i <= 10; i++) {
      int rgb = Integer.parseInt(Tint.of(i / 10.0).substring(1), 16);
      double light =
          0.2126 * linear(rgb >> 16 & 255)
              + 0.7152 * linear(rgb >> 8 & 255)
              + 0.0722 * linear(rgb & 255);
      assertThat(light).isLessThan(last);
      last = light;
    }
  }

  private static double linear(int level) {
    double share = level / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  @Test
  void aLinearScaleEndsOnNiceNumbers() {
    Scale.Linear scale = Scale.Linear.around(DoubleStream.of(3.2, 96));
    assertThat(scale).isEqualTo(new Scale.Linear(0, 100));
    assertThat(scale.place(25)).isEqualTo(0.25);
    assertThat(scale.ticks(5))
        .extracting(Scale.Tick::words)
        .containsExactly(same("0"), same("20"), same("40"), same("60"), same("80"), same("100"));
    assertThat(new Scale.Linear(-1, 1).ticks(4))
        .extracting(Scale.Tick::words)
        .containsExactly(same("−1.0"), same("−0.5"), same("0.0"), same("0.5"), same("1.0"));
  }

  @Test
  void aLogScaleHasEqualLengthsForEqualRatios() {
    Scale.Log scale = Scale.Log.around(DoubleStream.of(2.4, 180));
    assertThat(scale).isEqualTo(new Scale.Log(2, 200));
    assertThat(scale.place(20)).isEqualTo(0.5);
    assertThat(scale.ticks(9))
        .extracting(Scale.Tick::words)
        .containsExactly(
            same("2"), same("5"), same("10"), same("20"), same("50"), same("100"), same("200"));
    assertThat(scale.ticks(3))
        .extracting(Scale.Tick::words)
        .containsExactly(same("10"), same("100"));
    assertThat(new Scale.Log(2, 20).ticks(2))
        .extracting(Scale.Tick::words)
        .containsExactly(same("2"), same("20"));
    assertThatThrownBy(() -> new Scale.Log(0, 5)).hasMessageContaining("above 0");
  }

  @Test
  void wordsAreBrokenWhereTheyMayBe() {
    assertThat(TextWidth.of("结对", 8)).isEqualTo(16);
    assertThat(TextWidth.wrapped("三个字。四个字", 10, 30)).containsExactly("三个", "字。四", "个字");
    assertThat(TextWidth.wrapped("one two n = 3", 10, 42)).containsExactly("one two", "n = 3");
    assertThat(TextWidth.wrapped("", 10, 42)).containsExactly("");
  }

  private static Text same(String word) {
    return Text.same(word);
  }
}

package org.jiedui.export.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jiedui.export.Rounding;
import org.jiedui.message.Text;

/** How values of an axis become places from 0 to 1, and which of them are named. */
public sealed interface Scale {
  double place(double value);

  /** At most so many ticks as nice numbers allow, lowest first. */
  List<Tick> ticks(int most);

  /** A named value. */
  record Tick(double value, Text words) {}

  /** Equal differences are equal lengths. */
  record Linear(double low, double high) implements Scale {
    public Linear {
      ordered(low, high);
    }

    /**
     * From nice number to nice number around the values; a single value gets room on both sides.
     */
    public static Linear around(DoubleStream values) {
      double[] all = values.sorted().toArray();
      double low = all.length == 0 ? 0 : all[0];
      double high = all.length == 0 ? 1 : all[all.length - 1];
      if (low == high) {
        double room = low == 0 ? 1 : Math.abs(low) / 10;
        return new Linear(low - room, high + room);
      }
      double step = step((high - low) / 5);
      return new Linear(Math.floor(low / step) * step, Math.ceil(high / step) * step);
    }

    /** The same, with zero on the axis. */
    public static Linear fromZero(DoubleStream values) {
      return around(DoubleStream.concat(DoubleStream.of(0), values));
    }

    @Override
    public double place(double value) {
      return (value - low) / (high - low);
    }

    @Override
    public List<Tick> ticks(int most) {
      double step = step((high - low) / Math.max(1, most));
      int decimals = decimals(step);
      List<Tick> ticks = new ArrayList<>();
      for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
        ticks.add(new Tick(i * step, number(i * step, decimals)));
      }
      return ticks;
    }

    /** The smallest of 1, 2, 5 times a power of ten that is not below the wish. */
    private static double step(double wish) {
      double power = StrictMath.pow(10, Math.floor(StrictMath.log10(wish)));
      for (int factor : new int[] {1, 2, 5}) {
        if (factor * power >= wish * (1 - 1e-9)) {
          return factor * power;
        }
      }
      return 10 * power;
    }

    private static int decimals(double step) {
      return (int) Math.max(0, -Math.floor(StrictMath.log10(step) + 1e-9));
    }
  }

  /** Equal ratios are equal lengths. Only for values above zero. */
  record Log(double low, double high) implements Scale {
    public Log {
      ordered(low, high);
      if (low <= 0) {
        throw new IllegalArgumentException("a log scale starts above 0, not at " + low);
      }
    }

    /** From one of 1, 2, 5 to one of them around the values. */
    public static Log around(DoubleStream values) {
      double[] all = values.sorted().toArray();
      double low = all.length == 0 ? 1 : all[0];
      double high = all.length == 0 ? 10 : all[all.length - 1];
      double from = round(low, true);
      double to = round(high, false);
      return from < to
          ? new Log(from, to)
          : new Log(round(from * 0.99, true), round(to * 1.01, false));
    }

    @Override
    public double place(double value) {
      return StrictMath.log(value / low) / StrictMath.log(high / low);
    }

    @Override
    public List<Tick> ticks(int most) {
      for (int[] factors : new int[][] {{1, 2, 5}, {1}}) {
        List<Tick> ticks = ticks(factors, 1);
        if (ticks.size() <= most && ticks.size() > 1) {
          return ticks;
        }
      }
      int every = 2;
      while (ticks(new int[] {1}, every).size() > Math.max(2, most)) {
        every++;
      }
      List<Tick> tens = ticks(new int[] {1}, every);
      return tens.size() > 1 ? tens : List.of(end(low), end(high));
    }

    private static Tick end(double value) {
      int power = (int) Math.floor(StrictMath.log10(value) + 1e-9);
      return new Tick(value, number(value, Math.max(0, -power)));
    }

    private List<Tick> ticks(int[] factors, int every) {
      List<Tick> ticks = new ArrayList<>();
      int from = (int) Math.floor(StrictMath.log10(low) + 1e-9);
      int to = (int) Math.ceil(StrictMath.log10(high) - 1e-9);
      for (int power = from; power <= to; power++) {
        for (int factor : factors) {
          double value = factor * StrictMath.pow(10, power);
          if (power % every == 0 && value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
            ticks.add(new Tick(value, number(value, Math.max(0, -power))));
          }
        }
      }
      return ticks;
    }

    private static double round(double value, boolean down) {
      double power = StrictMath.pow(10, Math.floor(StrictMath.log10(value) + 1e-12));
      double[] steps = {power, 2 * power, 5 * power, 10 * power};
      return down
          ? IntStream.of(2, 1, 0)
              .mapToDouble(i -> steps[i])
              .filter(s -> s <= value * (1 + 1e-9))
              .findFirst()
              .orElse(power)
          : DoubleStream.of(steps)
              .filter(s -> s >= value * (1 - 1e-9))
              .findFirst()
              .orElse(steps[3]);
    }
  }

  /** Years, named without thousands separators. */
  record Years(int first, int last) implements Scale {
    @Override
    public double place(double value) {
      return (value - first + 0.5) / (last - first + 1);
    }

    @Override
    public List<Tick> ticks(int most) {
      int step =
          IntStream.of(1, 2, 5, 10, 20, 50)
              .filter(s -> last / s - (first - 1) / s <= most)
              .findFirst()
              .orElse(100);
      return IntStream.rangeClosed(first, last)
          .filter(year -> year % step == 0)
          .mapToObj(year -> new Tick(year, Text.same(Integer.toString(year))))
          .toList();
    }
  }

  /** Names, one band each; the value of the n-th band is n, from 0. Vertical ones go downwards. */
  record Bands(List<Text> names) implements Scale {
    public Bands {
      names = List.copyOf(names);
    }

    @Override
    public double place(double value) {
      return (value + 0.5) / names.size();
    }

    @Override
    public List<Tick> ticks(int most) {
      return IntStream.range(0, names.size()).mapToObj(i -> new Tick(i, names.get(i))).toList();
    }
  }

  /** Coordinates without names. */
  record Plane(double low, double high) implements Scale {
    public Plane {
      ordered(low, high);
    }

    @Override
    public double place(double value) {
      return (value - low) / (high - low);
    }

    @Override
    public List<Tick> ticks(int most) {
      return List.of();
    }
  }

  private static void ordered(double low, double high) {
    if (!(low < high) || !Double.isFinite(high - low)) {
      throw new IllegalArgumentException("a scale needs two different ends: " + low + ", " + high);
    }
  }

  private static Text number(double value, int decimals) {
    return Text.same(Rounding.grouped(Rounding.fixed(value, decimals)).replace('-', '\u2212'));
  }
}

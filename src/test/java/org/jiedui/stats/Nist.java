package org.jiedui.stats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Data sets and certified values of the NIST Statistical Reference Datasets. */
final class Nist {
  /** The number of correct digits, at most 15. */
  static double digits(double found, double certified) {
    double off = certified == 0 ? Math.abs(found) : Math.abs((found - certified) / certified);
    return off == 0 ? 15 : Math.min(15, Math.max(0, -Math.log10(off)));
  }

  /** A model with its certified coefficients, their standard deviations, and that of residuals. */
  record Linear(
      String name, Design design, double[] coefficients, double[] errors, double residual) {}

  /** One-way analysis of variance with certified F, residual standard deviation and R². */
  record Anova(String name, int[] group, double[] y, double f, double residual, double r2) {}

  /** One variable with certified mean and standard deviation. */
  record Univariate(String name, double[] y, double mean, double deviation) {}

  private Nist() {}

  private static double[] numbers(String name) {
    try (InputStream in = Nist.class.getResourceAsStream("/nist/" + name + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
          .mapToDouble(Double::parseDouble)
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] column(double[] numbers, int width, int at) {
    return IntStream.range(0, numbers.length / width)
        .mapToDouble(row -> numbers[row * width + at])
        .toArray();
  }

  private static Design polynomial(double[] y, double[] x, int degree) {
    Design design = Design.of(y).constant();
    double[] power = x.clone();
    for (int k = 1; k <= degree; k++) {
      design = design.regressor("x^" + k, power.clone());
      for (int i = 0; i < power.length; i++) {
        power[i] *= x[i];
      }
    }
    return design;
  }

  private static Design polynomial(String name, int degree) {
    double[] numbers = numbers(name);
    return polynomial(column(numbers, 2, 0), column(numbers, 2, 1), degree);
  }

  private static Linear wampler(int number, double[] y, double[] beta, double scale) {
    double[] x = IntStream.rangeClosed(0, 20).asDoubleStream().toArray();
    double[] errors = {
      2152.32624678170,
      2363.55173469681,
      779.343524331583,
      101.475507550350,
      5.64566512170752,
      0.112324854679312
    };
    double[] scaled = Arrays.stream(errors).map(e -> e * scale).toArray();
    return new Linear(
        "Wampler" + number, polynomial(y, x, 5), beta, scaled, 2360.14502379268 * scale);
  }

  static List<Linear> linear() {
    double[] ones = {1, 1, 1, 1, 1, 1};
    double[] tenths = {1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5};
    List<Linear> sets = new ArrayList<>();
    sets.add(
        new Linear(
            "Norris",
            polynomial("norris", 1),
            new double[] {-0.262323073774029, 1.00211681802045},
            new double[] {0.232818234301152, 0.429796848199937E-03},
            0.884796396144373));
    sets.add(
        new Linear(
            "Pontius",
            polynomial("pontius", 2),
            new double[] {0.673565789473684E-03, 0.732059160401003E-06, -0.316081871345029E-14},
            new double[] {0.107938612033077E-03, 0.157817399981659E-09, 0.486652849992036E-16},
            0.205177424076185E-03));
    sets.add(
        new Linear(
            "NoInt1",
            Design.of(IntStream.rangeClosed(130, 140).asDoubleStream().toArray())
                .regressor("x", IntStream.rangeClosed(60, 70).asDoubleStream().toArray()),
            new double[] {2.07438016528926},
            new double[] {0.165289256198347E-01},
            3.56753034006338));
    sets.add(
        new Linear(
            "NoInt2",
            Design.of(3, 4, 4).regressor("x", 4, 5, 6),
            new double[] {0.727272727272727},
            new double[] {0.420827318078432E-01},
            0.369274472937998));
    sets.add(
        new Linear(
            "Filip",
            polynomial("filip", 10),
            new double[] {
              -1467.48961422980,
              -2772.17959193342,
              -2316.37108160893,
              -1127.97394098372,
              -354.478233703349,
              -75.1242017393757,
              -10.8753180355343,
              -1.06221498588947,
              -0.670191154593408E-01,
              -0.246781078275479E-02,
              -0.402962525080404E-04
            },
            new double[] {
              298.084530995537,
              559.779865474950,
              466.477572127796,
              227.204274477751,
              71.6478660875927,
              15.2897178747400,
              2.23691159816033,
              0.221624321934227,
              0.142363763154724E-01,
              0.535617408889821E-03,
              0.896632837373868E-05
            },
            0.334801051324544E-02));
    sets.add(longley());
    sets.add(wampler(1, polynomialValues(0, ones), ones, 0));
    sets.add(wampler(2, polynomialValues(0, tenths), tenths, 0));
    sets.add(wampler(3, polynomialValues(1, ones), ones, 1));
    sets.add(wampler(4, polynomialValues(100, ones), ones, 100));
    sets.add(wampler(5, polynomialValues(10_000, ones), ones, 10_000));
    return sets;
  }

  /** Wampler's outcomes: the polynomial of 0 to 20, and residuals of his third set times a size. */
  private static double[] polynomialValues(int size, double[] beta) {
    double[] residuals = {
      759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048, -2048, 1838, -2048,
      2048, -2048, 2523, -2048, 2048, -2048, 759
    };
    double[] y = new double[21];
    for (int x = 0; x <= 20; x++) {
      double exact = 0;
      for (int k = 5; k >= 0; k--) {
        exact = exact * x + Math.round(beta[k] * 1e5);
      }
      y[x] = exact / 1e5 + size * residuals[x];
    }
    return y;
  }

  private static Linear longley() {
    double[] numbers = numbers("longley");
    Design design = Design.of(column(numbers, 7, 0)).constant();
    for (int k = 1; k <= 6; k++) {
      design = design.regressor("x" + k, column(numbers, 7, k));
    }
    return new Linear(
        "Longley",
        design,
        new double[] {
          -3482258.63459582,
          15.0618722713733,
          -0.358191792925910E-01,
          -2.02022980381683,
          -1.03322686717359,
          -0.511041056535807E-01,
          1829.15146461355
        },
        new double[] {
          890420.383607373,
          84.9149257747669,
          0.334910077722432E-01,
          0.488399681651699,
          0.214274163161675,
          0.226073200069370,
          455.478499142212
        },
        304.854073561965);
  }

  static List<Anova> anova() {
    List<Anova> sets = new ArrayList<>();
    sets.add(measured("SiRstv", 1.18046237440255, 1.04076068334656E-01, 1.90999039051129E-01));
    sets.add(
        measured(
            "AtmWtAg",
            1.59467335677930E+01,
            Math.sqrt(1.04951729166667E-08 / 46),
            0.257426544538321));
    double[] f = {21, 201, 2001};
    double[] r2 = {0.482758620689655, 0.471830985915493, 160.08 / 340.08};
    for (int size = 0; size < 3; size++) {
      sets.add(simulated("SmLs0" + (size + 1), 0, 10 * tens(size), f[size], r2[size]));
    }
    for (int size = 0; size < 3; size++) {
      sets.add(simulated("SmLs0" + (size + 4), 1_000_000, 10 * tens(size), f[size], r2[size]));
    }
    return sets;
  }

  private static int tens(int exponent) {
    return exponent == 0 ? 1 : 10 * tens(exponent - 1);
  }

  private static Anova measured(String name, double f, double residual, double r2) {
    double[] numbers = numbers(name.toLowerCase(java.util.Locale.ROOT));
    int[] group = Arrays.stream(column(numbers, 2, 0)).mapToInt(g -> (int) g).toArray();
    return new Anova(name, group, column(numbers, 2, 1), f, residual, r2);
  }

  /** Nine groups with the means 1.4, 1.3, 1.5, 1.3, …; in each its mean and pairs of ± 0.1. */
  private static Anova simulated(String name, int shift, int pairs, double f, double r2) {
    int size = 2 * pairs + 1;
    int[] group = new int[9 * size];
    double[] y = new double[9 * size];
    for (int i = 0; i < y.length; i++) {
      group[i] = i / size;
      int tenths = group[i] == 0 ? 4 : group[i] % 2 == 1 ? 3 : 5;
      y[i] =
          (shift * 10.0 + (shift == 0 ? 10 : 0) + tenths + (i % size == 0 ? 0 : sign(i, size)))
              / 10;
    }
    return new Anova(name, group, y, f, 0.1, r2);
  }

  private static int sign(int i, int size) {
    return (i % size) % 2 == 1 ? -1 : 1;
  }

  static List<Univariate> univariate() {
    double[] speeds = numbers("michelso");
    return List.of(
        new Univariate("Michelso", speeds, 299.852400000000, 0.0790105478190518),
        new Univariate("NumAcc1", new double[] {10000001, 10000003, 10000002}, 10000002, 1),
        new Univariate("NumAcc2", alternating(1.2, 1.1, 1.3), 1.2, 0.1),
        new Univariate("NumAcc3", alternating(1000000.2, 1000000.1, 1000000.3), 1000000.2, 0.1),
        new Univariate(
            "NumAcc4", alternating(10000000.2, 10000000.1, 10000000.3), 10000000.2, 0.1));
  }

  private static double[] alternating(double first, double low, double high) {
    double[] y = new double[1001];
    for (int i = 0; i < y.length; i++) {
      y[i] = i == 0 ? first : i % 2 == 1 ? low : high;
    }
    return y;
  }
}

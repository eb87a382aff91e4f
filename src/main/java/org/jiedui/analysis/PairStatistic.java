package org.jiedui.analysis;

import java.util.Arrays;
import java.util.List;
import org.jiedui.stats.Shares;
import org.jiedui.table.Status;

/**
 * One number told of a group of pairs: a function of sums of quantities.
 *
 * @param parts quantities whose sums the number is made of; of a share or a ratio those above the
 *     line and those below it
 * @param sources quantities that are recorded together; a year counts when each of them is recorded
 * @param scale what a ratio is multiplied with
 */
record PairStatistic(
    String measure,
    String part,
    List<List<String>> parts,
    List<List<String>> sources,
    Form form,
    double scale) {

  PairStatistic(
      String measure,
      String part,
      List<List<String>> parts,
      List<List<String>> sources,
      Form form) {
    this(measure, part, parts, sources, form, 1);
  }

  /** How sums make the number. */
  enum Form {
    /** Part of a whole; undefined with a part below 0. */
    SHARE,
    RATIO,
    /** The smaller of the two over the larger. */
    BALANCE,
    /** −Σ s ln s of the parts. */
    ENTROPY,
    /** Entropy over the logarithm of the number of parts. */
    EVENNESS
  }

  static PairStatistic share(
      String measure, String part, List<String> of, List<String> whole, List<List<String>> from) {
    return new PairStatistic(measure, part, List.of(of, whole), from, Form.SHARE);
  }

  static PairStatistic ratio(String measure, String part, List<String> over, List<String> under) {
    return new PairStatistic(measure, part, List.of(over, under), List.of(over, under), Form.RATIO);
  }

  /** So many of the output for each {@code per} of the funds. */
  static PairStatistic output(String output, List<String> funds, double per) {
    List<List<String>> parts = List.of(List.of(output), funds);
    return new PairStatistic("output", output, parts, parts, Form.RATIO, per);
  }

  static List<String> together(List<List<String>> lists) {
    return lists.stream().flatMap(List::stream).distinct().toList();
  }

  boolean isFraction() {
    return form == Form.SHARE || form == Form.RATIO || form == Form.BALANCE;
  }

  List<String> quantities() {
    return together(parts);
  }

  /** NaN where {@link #status} is not OK. */
  double of(double[] sums) {
    if (status(sums) != Status.OK) {
      return Double.NaN;
    }
    return switch (form) {
      case SHARE, RATIO -> scale * sums[0] / sums[1];
      case BALANCE -> Math.min(sums[0], sums[1]) / Math.max(sums[0], sums[1]);
      case ENTROPY -> new Shares(sums).entropy().orElse(Double.NaN);
      case EVENNESS -> new Shares(sums).evenness().orElse(Double.NaN);
    };
  }

  Status status(double[] sums) {
    boolean negative = Arrays.stream(sums).anyMatch(sum -> sum < 0);
    if (form != Form.RATIO && negative) {
      return Status.NEGATIVE_VALUE;
    }
    double base =
        switch (form) {
          case SHARE, RATIO -> sums[1];
          case BALANCE -> Math.max(sums[0], sums[1]);
          case ENTROPY, EVENNESS -> Arrays.stream(sums).sum();
        };
    if (base == 0) {
      return Status.ZERO_BASE;
    }
    if (base < 0) {
      return Status.NEGATIVE_BASE;
    }
    return form == Form.EVENNESS && sums.length < 2 ? Status.SINGLE_GROUP : Status.OK;
  }

  /** The later number less the earlier one, of sums of both periods one after the other. */
  double change(double[] both) {
    return of(later(both)) - of(earlier(both));
  }

  Status changeStatus(double[] both) {
    Status before = status(earlier(both));
    return before == Status.OK ? status(later(both)) : before;
  }

  private static double[] earlier(double[] both) {
    return Arrays.copyOf(both, both.length / 2);
  }

  private static double[] later(double[] both) {
    return Arrays.copyOfRange(both, both.length / 2, both.length);
  }
}

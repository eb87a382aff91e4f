package org.jiedui.analysis;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.jiedui.stats.CompensatedSum;
import org.jiedui.stats.ExactSum;
import org.jiedui.stats.Standardise;

/**
 * Count, means, sums of squares and medians of variables by group, of rows that are spread over
 * Spark. Sums are exact, medians are order statistics: nothing depends on the partitions.
 *
 * @param counts of each group; group 0 is all rows
 * @param means of each group and variable
 * @param squares around these means
 * @param medians of each group and variable
 */
record SpreadGroups(long[] counts, double[][] means, double[][] squares, double[][] medians) {

  private static final int DIGIT_BITS = 8;
  private static final int DIGITS = 1 << DIGIT_BITS;

  /**
   * Rows with their groups.
   *
   * @param labels 1…k, or 0 for a row in no group but that of all
   */
  record Block(double[][] rows, int[] labels) implements Serializable {}

  /** At least one row. */
  static SpreadGroups of(JavaRDD<Block> blocks, int k, int variables) {
    long[] counts = counts(blocks, k);
    double[][] means = means(sums(blocks, k, new double[k + 1][variables], Power.FIRST), counts);
    double[][] squares = sums(blocks, k, means, Power.SECOND);
    return new SpreadGroups(counts, means, squares, medians(blocks, counts, variables));
  }

  /** Mean and sample standard deviation of each variable over all rows; 0 of fewer than two. */
  static Standardise scale(JavaRDD<double[][]> rows, int variables) {
    JavaRDD<Block> blocks = rows.map(block -> new Block(block, new int[block.length]));
    long count = counts(blocks, 0)[0];
    double[] mean =
        means(sums(blocks, 0, new double[1][variables], Power.FIRST), new long[] {count})[0];
    double[] squares = sums(blocks, 0, new double[][] {mean}, Power.SECOND)[0];
    double[][][] ends = ordered(blocks, new long[] {count}, variables, List.of(n -> 0, n -> n - 1));
    return new Standardise(
        mean,
        IntStream.range(0, variables)
            .mapToDouble(
                j -> ends[0][0][j] == ends[1][0][j] ? 0 : Math.sqrt(squares[j] / (count - 1)))
            .toArray());
  }

  /** Sample standard deviation; NaN of fewer than two rows. */
  double deviation(int group, int variable) {
    return counts[group] < 2
        ? Double.NaN
        : Math.sqrt(squares[group][variable] / (counts[group] - 1));
  }

  /** Mean of a group less the mean of all, in standard deviations of all. */
  double standardised(int group, int variable) {
    double all = deviation(0, variable);
    return all > 0 ? (means[group][variable] - means[0][variable]) / all : 0;
  }

  /** Share of a variable's variation that lies between the groups. */
  double etaSquared(int variable) {
    double[] between =
        IntStream.range(1, counts.length)
            .mapToDouble(
                group -> {
                  double shift = means[group][variable] - means[0][variable];
                  return counts[group] * shift * shift;
                })
            .toArray();
    return CompensatedSum.of(between) / squares[0][variable];
  }

  private enum Power {
    FIRST,
    SECOND;

    double of(double x) {
      return this == FIRST ? x : x * x;
    }
  }

  private static long[] counts(JavaRDD<Block> blocks, int k) {
    return blocks
        .map(
            block -> {
              long[] counts = new long[k + 1];
              IntStream.of(block.labels).filter(label -> label > 0).forEach(l -> counts[l]++);
              counts[0] = block.labels.length;
              return counts;
            })
        .treeReduce(SpreadGroups::plus);
  }

  private static double[][] means(double[][] sums, long[] counts) {
    for (int group = 0; group < sums.length; group++) {
      for (int j = 0; j < sums[group].length; j++) {
        sums[group][j] /= counts[group];
      }
    }
    return sums;
  }

  private static double[][] sums(JavaRDD<Block> blocks, int k, double[][] centres, Power power) {
    int variables = centres[0].length;
    ExactSum[] all =
        blocks.map(block -> sums(block, k, centres, power)).treeReduce(SpreadGroups::plus);
    return IntStream.rangeClosed(0, k)
        .mapToObj(
            group ->
                Arrays.stream(all, group * variables, (group + 1) * variables)
                    .mapToDouble(ExactSum::value)
                    .toArray())
        .toArray(double[][]::new);
  }

  private static ExactSum[] sums(Block block, int k, double[][] centres, Power power) {
    int variables = centres[0].length;
    ExactSum[] sums =
        Stream.generate(ExactSum::new).limit((k + 1L) * variables).toArray(ExactSum[]::new);
    for (int i = 0; i < block.rows.length; i++) {
      int own = block.labels[i];
      for (int j = 0; j < variables; j++) {
        sums[j].add(power.of(block.rows[i][j] - centres[0][j]));
        if (own > 0) {
          sums[own * variables + j].add(power.of(block.rows[i][j] - centres[own][j]));
        }
      }
    }
    return sums;
  }

  private static ExactSum[] plus(ExactSum[] some, ExactSum[] others) {
    for (int i = 0; i < some.length; i++) {
      some[i].add(others[i]);
    }
    return some;
  }

  private static long[] plus(long[] some, long[] others) {
    for (int i = 0; i < some.length; i++) {
      some[i] += others[i];
    }
    return some;
  }

  /** Mean of the two order statistics in the middle, which are one where the count is odd. */
  private static double[][] medians(JavaRDD<Block> blocks, long[] counts, int variables) {
    double[][][] middle = ordered(blocks, counts, variables, List.of(n -> (n - 1) / 2, n -> n / 2));
    double[][] medians = new double[counts.length][variables];
    for (int group = 0; group < medians.length; group++) {
      for (int j = 0; j < variables; j++) {
        double low = middle[0][group][j];
        medians[group][j] = low + .5 * (middle[1][group][j] - low);
      }
    }
    return medians;
  }

  /** A rank, from 0, among so many. */
  private interface Rank extends LongUnaryOperator, Serializable {}

  /**
   * Order statistics by rank, group and variable, found digit by digit: each pass counts the next
   * eight bits of the values that begin like the one looked for.
   */
  private static double[][][] ordered(
      JavaRDD<Block> blocks, long[] counts, int variables, List<Rank> ranks) {
    int slots = counts.length * variables;
    long[] begun = new long[ranks.size() * slots];
    long[] before = new long[begun.length];
    for (int i = 0; i < begun.length; i++) {
      before[i] = ranks.get(i / slots).applyAsLong(counts[i % slots / variables]);
    }
    for (int shift = Long.SIZE - DIGIT_BITS; shift >= 0; shift -= DIGIT_BITS) {
      int pass = shift;
      long[] found =
          blocks
              .map(block -> digits(block, begun.clone(), pass, variables, slots))
              .treeReduce(SpreadGroups::plus);
      for (int i = 0; i < begun.length; i++) {
        int digit = 0;
        while (digit + 1 < DIGITS && before[i] >= found[i * DIGITS + digit]) {
          before[i] -= found[i * DIGITS + digit];
          digit++;
        }
        begun[i] = begun[i] << DIGIT_BITS | digit;
      }
    }
    double[][][] values = new double[ranks.size()][counts.length][variables];
    for (int i = 0; i < begun.length; i++) {
      values[i / slots][i % slots / variables][i % variables] = number(begun[i]);
    }
    return values;
  }

  private static long[] digits(Block block, long[] begun, int shift, int variables, int slots) {
    long[] found = new long[begun.length * DIGITS];
    for (int i = 0; i < block.rows.length; i++) {
      for (int j = 0; j < variables; j++) {
        long place = place(block.rows[i][j]);
        int own = block.labels[i] * variables + j;
        for (int slot = j; slot < begun.length; slot += slots) {
          count(found, slot, begun, place, shift);
          if (own != j) {
            count(found, slot - j + own, begun, place, shift);
          }
        }
      }
    }
    return found;
  }

  private static void count(long[] found, int slot, long[] begun, long place, int shift) {
    boolean alike = shift == Long.SIZE - DIGIT_BITS || place >>> shift + DIGIT_BITS == begun[slot];
    if (alike) {
      found[slot * DIGITS + (int) (place >>> shift & DIGITS - 1)]++;
    }
  }

  /** Numbers without sign in the order of the doubles. */
  private static long place(double x) {
    long bits = Double.doubleToRawLongBits(x);
    return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
  }

  private static double number(long place) {
    return Double.longBitsToDouble(place < 0 ? place ^ Long.MIN_VALUE : ~place);
  }
}

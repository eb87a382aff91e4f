package org.jiedui.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.table.Status;

/**
 * Shares of a whole number by weights, which add up to it exactly (largest remainder, Hamilton).
 *
 * <p>Formula: {@code q_i = |T| w_i / Σw}; every part gets the floor of its quota, and the units
 * left over go one each to the largest remainders, ties to the smallest code; a negative total is
 * shared as its absolute value. Weights are taken at their shortest decimal form and quotas are
 * exact.
 *
 * <p>Unit: that of the total. Undefined (refused) where a weight is negative or not finite, or
 * where |Σw - 1| exceeds {@link #TOLERANCE}. Source: Balinski and Young, Fair Representation, 2nd
 * ed., 2001, ch. 3.
 */
public final class Apportionment {
  /** How far the sum of the weights may lie from 1. */
  public static final double TOLERANCE = 1e-9;

  private static final BigDecimal LIMIT = BigDecimal.valueOf(TOLERANCE);

  private Apportionment() {}

  private record Quota(String code, BigInteger whole, BigInteger remainder) {}

  /**
   * The share of every code.
   *
   * @param total amount in minor units
   * @param weights code to weight; they sum to 1
   */
  public static SortedMap<String, Long> of(long total, Map<String, Double> weights) {
    SortedMap<String, BigDecimal> exact = exact(weights);
    BigDecimal sum = exact.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    List<Quota> quotas = quotas(BigInteger.valueOf(total).abs(), exact, sum);
    BigInteger given = quotas.stream().map(Quota::whole).reduce(BigInteger.ZERO, BigInteger::add);
    int left = BigInteger.valueOf(total).abs().subtract(given).intValueExact();
    quotas.sort(Comparator.comparing(Quota::remainder).reversed().thenComparing(Quota::code));
    SortedMap<String, Long> shares = new TreeMap<>();
    for (int i = 0; i < quotas.size(); i++) {
      BigInteger share = quotas.get(i).whole().add(i < left ? BigInteger.ONE : BigInteger.ZERO);
      shares.put(quotas.get(i).code(), (total < 0 ? share.negate() : share).longValueExact());
    }
    return shares;
  }

  private static List<Quota> quotas(
      BigInteger total, SortedMap<String, BigDecimal> weights, BigDecimal sum) {
    int scale = weights.values().stream().mapToInt(BigDecimal::scale).max().orElse(0);
    int places = Math.max(scale, Math.max(sum.scale(), 0));
    BigInteger whole = sum.setScale(places).unscaledValue();
    List<Quota> quotas = new ArrayList<>();
    weights.forEach(
        (code, weight) -> {
          BigInteger product = total.multiply(weight.setScale(places).unscaledValue());
          BigInteger[] parts = product.divideAndRemainder(whole);
          quotas.add(new Quota(code, parts[0], parts[1]));
        });
    return quotas;
  }

  private static SortedMap<String, BigDecimal> exact(Map<String, Double> weights) {
    SortedMap<String, BigDecimal> exact = new TreeMap<>();
    weights.forEach(
        (code, weight) -> {
          if (!Double.isFinite(weight) || weight < 0) {
            throw refused(code + " = " + weight);
          }
          exact.put(code, BigDecimal.valueOf(weight));
        });
    BigDecimal sum = exact.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.subtract(BigDecimal.ONE).abs().compareTo(LIMIT) > 0) {
      throw refused("Σ = " + sum.round(MathContext.DECIMAL32).toPlainString());
    }
    return exact;
  }

  private static InputException refused(String found) {
    return new InputException(
        ExitCode.USAGE,
        Problem.error(
                Status.WEIGHTS_NOT_ONE.name(),
                Text.of("权重之和不为 1,或有权重不可用", "weights do not sum to 1, or one is unusable"))
            .showing(found)
            .expected(
                "不小于 0 的数,其和为 1(误差 1e-9 以内)", "numbers of 0 or more that sum to 1 within 1e-9"));
  }
}

package org.jiedui.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is regressed on what: an outcome, named regressors, fixed effects, weights and an offset of
 * equally many rows. Each method returns a larger design and leaves this one as it is.
 */
public final class Design {
  /** The regressor that is 1 in every row. */
  public static final String CONSTANT = "(Intercept)";

  private final double[] outcome;
  private final List<String> names;
  private final List<double[]> regressors;
  private final List<Factor> effects;
  private final double[] weights;
  private final double[] offset;

  private Design(
      double[] outcome,
      List<String> names,
      List<double[]> regressors,
      List<Factor> effects,
      double[] weights,
      double[] offset) {
    this.outcome = outcome;
    this.names = List.copyOf(names);
    this.regressors = List.copyOf(regressors);
    this.effects = List.copyOf(effects);
    this.weights = weights;
    this.offset = offset;
  }

  public static Design of(double... outcome) {
    return new Design(outcome, List.of(), List.of(), List.of(), null, null);
  }

  public Design regressor(String name, double... column) {
    same(column.length);
    return new Design(
        outcome, plus(names, name), plus(regressors, column), effects, weights, offset);
  }

  public Design constant() {
    double[] ones = new double[rows()];
    Arrays.fill(ones, 1);
    return regressor(CONSTANT, ones);
  }

  public Design effect(Factor factor) {
    same(factor.size());
    return new Design(outcome, names, regressors, plus(effects, factor), weights, offset);
  }

  /** Weights above 0. */
  public Design weights(double... rows) {
    same(rows.length);
    return new Design(outcome, names, regressors, effects, rows, offset);
  }

  /** What is added to the linear predictor with coefficient 1. */
  public Design offset(double... rows) {
    same(rows.length);
    return new Design(outcome, names, regressors, effects, weights, rows);
  }

  public Design outcome(double... other) {
    same(other.length);
    return new Design(other, names, regressors, effects, weights, offset);
  }

  public Design without(String name) {
    int at = names.indexOf(name);
    List<String> left = new ArrayList<>(names);
    List<double[]> columns = new ArrayList<>(regressors);
    left.remove(at);
    columns.remove(at);
    return new Design(outcome, left, columns, effects, weights, offset);
  }

  /** Only these regressors, in their order here. */
  Design keep(List<String> some) {
    Design left = this;
    for (String name : names) {
      left = some.contains(name) ? left : left.without(name);
    }
    return left;
  }

  Design withoutOffset() {
    return new Design(outcome, names, regressors, effects, weights, null);
  }

  public int rows() {
    return outcome.length;
  }

  public List<String> names() {
    return names;
  }

  double[] outcome() {
    return outcome;
  }

  List<double[]> regressors() {
    return regressors;
  }

  double[] regressor(String name) {
    return regressors.get(names.indexOf(name));
  }

  List<Factor> effects() {
    return effects;
  }

  /** Null for weights of 1. */
  double[] weights() {
    return weights;
  }

  double weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  double offset(int row) {
    return offset == null ? 0 : offset[row];
  }

  Design only(int... kept) {
    if (kept.length == rows()) {
      return this;
    }
    return new Design(
        pick(outcome, kept),
        names,
        regressors.stream().map(column -> pick(column, kept)).toList(),
        effects.stream().map(factor -> factor.only(kept)).toList(),
        Optional.ofNullable(weights).map(w -> pick(w, kept)).orElse(null),
        Optional.ofNullable(offset).map(o -> pick(o, kept)).orElse(null));
  }

  static double[] pick(double[] values, int... rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }

  private void same(int size) {
    if (size != rows()) {
      throw new IllegalArgumentException(size + " values for " + rows() + " rows");
    }
  }

  private static <T> List<T> plus(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }
}

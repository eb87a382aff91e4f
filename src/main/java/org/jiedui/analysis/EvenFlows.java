package org.jiedui.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiedui.reference.NationalTotal;

/**
 * Yearly flows of a window whose total is given, as far as published totals of shorter periods tell
 * them; inside a block of years that no figure divides they are assumed even.
 *
 * <p>Figures are differences between two year starts. Those that hang together fix the value of
 * every block between neighbouring starts; where figures disagree, the surer and then the shorter
 * one counts. Figures inside a block that hang together with nothing else are taken out of it and
 * the rest is spread over its other years.
 */
final class EvenFlows {
  private static final List<String> SURENESS = List.of("high", "medium", "low");

  private final int from;
  private final int to;

  /** Component of each year start, and its level within the component. */
  private final Map<Integer, Integer> component = new HashMap<>();

  private final Map<Integer, Long> level = new HashMap<>();

  private EvenFlows(int from, int to) {
    this.from = from;
    this.to = to;
    for (int start = from; start <= to + 1; start++) {
      component.put(start, start);
      level.put(start, 0L);
    }
  }

  /** Minor units of each year from {@code from} to {@code to}; their sum is the total. */
  static double[] of(List<NationalTotal> figures, int from, int to, long total) {
    EvenFlows flows = new EvenFlows(from, to);
    flows.join(from, to + 1, total);
    figures.stream()
        .filter(f -> f.within(from, to) && f.coverage() == NationalTotal.Coverage.FULL)
        .filter(f -> SURENESS.contains(f.confidence()))
        .sorted(
            Comparator.comparingInt((NationalTotal f) -> SURENESS.indexOf(f.confidence()))
                .thenComparingInt(f -> f.to() - f.from())
                .thenComparingInt(NationalTotal::from)
                .thenComparingLong(NationalTotal::amount))
        .forEach(f -> flows.join(f.from(), f.to() + 1, f.amount()));
    return flows.yearly(total);
  }

  /** Fixes level(b) − level(a); nothing when the two already hang together. */
  private void join(int a, int b, long amount) {
    int keep = component.get(a);
    int move = component.get(b);
    if (keep == move) {
      return;
    }
    long shift = level.get(a) + amount - level.get(b);
    for (int start = from; start <= to + 1; start++) {
      if (component.get(start) == move) {
        component.put(start, keep);
        level.merge(start, shift, Long::sum);
      }
    }
  }

  private double[] yearly(long total) {
    double[] flows = new double[to - from + 1];
    List<int[]> blocks = blocks(component.get(from));
    if (blocks.stream().anyMatch(block -> value(block) < 0)) {
      Arrays.fill(flows, (double) total / flows.length);
      return flows;
    }
    blocks.forEach(block -> fill(flows, block));
    return flows;
  }

  /** Neighbouring year starts of a component. */
  private List<int[]> blocks(int of) {
    List<int[]> blocks = new ArrayList<>();
    int last = -1;
    for (int start = from; start <= to + 1; start++) {
      if (component.get(start) == of) {
        if (last >= 0) {
          blocks.add(new int[] {last, start});
        }
        last = start;
      }
    }
    return blocks;
  }

  private long value(int[] block) {
    return level.get(block[1]) - level.get(block[0]);
  }

  private void fill(double[] flows, int[] block) {
    TreeMap<Integer, int[]> inner = new TreeMap<>();
    int taken = block[0];
    long rest = value(block);
    int years = block[1] - block[0];
    for (int[] other : inside(block)) {
      boolean fits = other[0] >= taken && value(other) >= 0 && value(other) <= rest;
      if (fits && years > other[1] - other[0]) {
        inner.put(other[0], other);
        taken = other[1];
        rest -= value(other);
        years -= other[1] - other[0];
      }
    }
    for (int year = block[0]; year < block[1]; year++) {
      flows[year - from] = (double) rest / years;
    }
    for (int[] other : inner.values()) {
      for (int year = other[0]; year < other[1]; year++) {
        flows[year - from] = (double) value(other) / (other[1] - other[0]);
      }
    }
  }

  private List<int[]> inside(int[] block) {
    List<int[]> found = new ArrayList<>();
    component.values().stream()
        .distinct()
        .sorted()
        .filter(of -> !of.equals(component.get(from)))
        .forEach(of -> found.addAll(blocks(of)));
    return found.stream()
        .filter(other -> other[0] >= block[0] && other[1] <= block[1])
        .sorted(Comparator.comparingInt(other -> other[0]))
        .toList();
  }
}

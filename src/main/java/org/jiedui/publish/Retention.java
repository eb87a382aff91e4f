package org.jiedui.publish;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which versions are kept: the default and those waiting for approval, the last thirty, one a
 * month, the newest of every day of the last 400 days, and what is pinned.
 */
final class Retention {
  private static final int LAST = 30;
  private static final int DAYS = 400;

  private Retention() {}

  /** Numbers of the versions to keep; {@code today} is by the store's clock. */
  static Set<Long> kept(History history, Set<Long> pinned, LocalDate today) {
    List<Commit> there = history.commits().stream().filter(c -> !history.isCollected(c)).toList();
    Set<Long> kept = new TreeSet<>(pinned);
    history.head().ifPresent(head -> kept.add(head.seq()));
    Set<YearMonth> months = new HashSet<>();
    Set<LocalDate> days = new HashSet<>();
    for (int i = there.size() - 1; i >= 0; i--) {
      Commit commit = there.get(i);
      boolean newest = days.add(commit.asOf());
      boolean month = months.add(YearMonth.from(commit.asOf()));
      boolean recent = !commit.asOf().isBefore(today.minusDays(DAYS));
      boolean last = there.size() - i <= LAST;
      if (last || month || newest && recent || history.isHeld(commit)) {
        kept.add(commit.seq());
      }
    }
    return kept;
  }
}

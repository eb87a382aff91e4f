package org.jiedui.message;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * The known word nearest to an unknown one, for "did you mean". It words a hint and decides
 * nothing.
 */
public final class Closest {
  private Closest() {}

  /**
   * Nearest by edit distance, ties by alphabet; empty when more than a third of the word (two
   * letters of a short one) differs.
   */
  public static Optional<String> to(String word, Collection<String> known) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .min(
            Comparator.comparingInt((String k) -> distance(wanted, k.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()))
        .filter(k -> distance(wanted, k.toLowerCase(Locale.ROOT)) <= most(wanted));
  }

  private static int most(String wanted) {
    return wanted.length() < 4 ? 1 : Math.max(2, wanted.length() / 3);
  }

  /** Number of single-character insertions, deletions and replacements (Levenshtein 1966). */
  public static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}

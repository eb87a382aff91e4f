package org.jiedui.publish;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiedui.message.Problem;

/**
 * The commit log as a reader sees it: records that are whole, by day and number.
 *
 * @param highestName the highest number any name in the log has, its record whole or not
 * @param warnings one for each record that was passed over
 */
public record History(List<Commit> commits, long highestName, List<Problem> warnings) {
  private static final Comparator<Commit> ORDER =
      Comparator.comparing(Commit::asOf).thenComparing(Commit::seq);

  public History {
    commits = commits.stream().sorted(ORDER).toList();
    warnings = List.copyOf(warnings);
  }

  /** What readers get by default: the latest day, and of that day the highest number. */
  public Optional<Commit> head() {
    return commits.stream().max(ORDER);
  }

  public Optional<Commit> latestOf(LocalDate asOf) {
    return commits.stream().filter(commit -> commit.asOf().equals(asOf)).max(ORDER);
  }

  public Optional<Commit> numbered(long seq) {
    return commits.stream().filter(commit -> commit.seq() == seq).findFirst();
  }

  /** The parent of the next commit. */
  Optional<Commit> lastWritten() {
    return commits.stream().max(Comparator.comparing(Commit::seq));
  }
}

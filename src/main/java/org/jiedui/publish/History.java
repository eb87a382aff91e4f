package org.jiedui.publish;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiedui.message.Problem;

/**
 * The commit log as a reader sees it: records that are whole, by day and number.
 *
 * @param highestName the highest number any name in the log has, its record whole or not
 * @param warnings one for each record that was passed over
 * @param approved numbers of held versions that were approved since
 * @param collected numbers of versions whose files were given up
 */
public record History(
    List<Commit> commits,
    long highestName,
    List<Problem> warnings,
    Set<Long> approved,
    Set<Long> collected) {
  static final Comparator<Commit> ORDER =
      Comparator.comparing(Commit::asOf).thenComparing(Commit::seq);

  public History {
    commits = commits.stream().sorted(ORDER).toList();
    warnings = List.copyOf(warnings);
    approved = Set.copyOf(approved);
    collected = Set.copyOf(collected);
  }

  /** What readers get by default: the latest day, and of that day the highest number. */
  public Optional<Commit> head() {
    return commits.stream().filter(this::isVisible).max(ORDER);
  }

  /** Held versions count: what has been computed is not computed again. */
  public Optional<Commit> latestOf(LocalDate asOf) {
    return commits.stream().filter(commit -> commit.asOf().equals(asOf)).max(ORDER);
  }

  public Optional<Commit> numbered(long seq) {
    return commits.stream().filter(commit -> commit.seq() == seq).findFirst();
  }

  /** Waiting for approval. */
  public boolean isHeld(Commit commit) {
    return commit.held() && !approved.contains(commit.seq());
  }

  public boolean isCollected(Commit commit) {
    return collected.contains(commit.seq());
  }

  /** Whether a later version of the same day may be read in its place. */
  public boolean isSuperseded(Commit commit) {
    return commits.stream()
        .anyMatch(c -> c.asOf().equals(commit.asOf()) && c.seq() > commit.seq() && isVisible(c));
  }

  /** The parent of the next commit. */
  Optional<Commit> lastWritten() {
    return commits.stream().max(Comparator.comparing(Commit::seq));
  }

  private boolean isVisible(Commit commit) {
    return !isHeld(commit) && !isCollected(commit);
  }
}

package org.jiedui.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the account of a run goes besides the report's own folder.
 *
 * @param status a file with the run report, in place whole or not at all
 * @param metrics a file in the text format of Prometheus
 * @param onSuccess a program, with its arguments, that gets the run report on its standard input
 * @param onFailure the same for every other end
 */
public record Outlets(
    Optional<Path> status,
    Optional<Path> metrics,
    Optional<String> onSuccess,
    Optional<String> onFailure) {
  /** Nowhere. */
  public static final Outlets NONE =
      new Outlets(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}

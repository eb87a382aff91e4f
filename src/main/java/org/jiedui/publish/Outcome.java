package org.jiedui.publish;

import java.util.List;
import org.jiedui.message.Problem;

/** How a commit ended: the day's version, and whether this attempt made it. */
public record Outcome(Kind kind, Version version, List<Problem> warnings) {
  /** New, or the same inputs were published before. */
  public enum Kind {
    PUBLISHED,
    ALREADY
  }
}

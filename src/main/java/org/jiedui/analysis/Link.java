package org.jiedui.analysis;

import java.util.Comparator;

/** A donor province and a recipient unit that it is paired with. */
public record Link(String donor, String recipient) implements Comparable<Link> {
  private static final Comparator<Link> ORDER =
      Comparator.comparing(Link::recipient).thenComparing(Link::donor);

  @Override
  public int compareTo(Link other) {
    return ORDER.compare(this, other);
  }
}

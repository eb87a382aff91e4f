package org.jiedui.stats;

import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What becomes of the links of a two-sided network from one era to the next.
 *
 * <p>Kept, lost and new links; a lost or new one is rewired when both its ends have links in both
 * eras, otherwise its node left or entered. Formula: Jaccard {@code kept / (kept + lost + new)};
 * {@code β_WN = (lost + new) / (2 kept + lost + new)} = β_OS (rewired) + β_ST (nodes). Unit:
 * shares. Empty (NO_PAIRS) where neither era has a link. Source: Poisot et al. (2012), Ecology
 * Letters 15, 1353–1361.
 */
public record LinkTurnover(int kept, int lostRewired, int exited, int newRewired, int entered) {

  /** One link of donor and recipient. */
  public record Link(String donor, String recipient) {}

  public static LinkTurnover of(Set<Link> before, Set<Link> after) {
    Set<String> donors = common(before, after, Side.DONOR);
    Set<String> recipients = common(before, after, Side.RECIPIENT);
    int[] count = new int[5];
    for (Link link : before) {
      boolean stays = donors.contains(link.donor) && recipients.contains(link.recipient);
      count[after.contains(link) ? 0 : stays ? 1 : 2]++;
    }
    for (Link link : after) {
      boolean was = donors.contains(link.donor) && recipients.contains(link.recipient);
      if (!before.contains(link)) {
        count[was ? 3 : 4]++;
      }
    }
    return new LinkTurnover(count[0], count[1], count[2], count[3], count[4]);
  }

  public int lost() {
    return lostRewired + exited;
  }

  public int added() {
    return newRewired + entered;
  }

  public OptionalDouble jaccard() {
    return share(kept, kept + lost() + added());
  }

  /** β_WN. */
  public OptionalDouble dissimilarity() {
    return share(lost() + added(), 2 * kept + lost() + added());
  }

  /** β_OS: the part of β_WN that comes of links between nodes of both eras. */
  public OptionalDouble rewiring() {
    return share(lostRewired + newRewired, 2 * kept + lost() + added());
  }

  /** β_ST: the part of β_WN that comes of nodes that left or entered. */
  public OptionalDouble nodeTurnover() {
    return share(exited + entered, 2 * kept + lost() + added());
  }

  private static OptionalDouble share(int part, int whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / (double) whole);
  }

  private enum Side {
    DONOR,
    RECIPIENT;

    String of(Link link) {
      return this == DONOR ? link.donor : link.recipient;
    }
  }

  private static Set<String> common(Set<Link> before, Set<Link> after, Side side) {
    Set<String> nodes = new HashSet<>();
    before.forEach(link -> nodes.add(side.of(link)));
    Set<String> later = new HashSet<>();
    after.forEach(link -> later.add(side.of(link)));
    nodes.retainAll(later);
    return nodes;
  }
}

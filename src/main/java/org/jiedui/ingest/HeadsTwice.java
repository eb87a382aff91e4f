package org.jiedui.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.LandingStore;
import org.jiedui.ingest.file.Reason;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/**
 * Are the persons of a roster counted once more by a yearly number of heads? Both add to the same
 * indicator, so a county and year that has both is one that may be counted twice.
 */
final class HeadsTwice {
  private final LandingStore store;

  HeadsTwice(LandingStore store) {
    this.store = store;
  }

  /** Raw codes: the same county under two of them is not noticed. */
  private record Heads(String indicator, int recipient, int year) {}

  /** One warning for each file of yearly heads that a roster repeats. */
  List<Problem> check(List<Landing> rosters, List<Landing> flows) {
    Set<Heads> posted = new HashSet<>();
    rosters.forEach(roster -> posted.addAll(heads(roster)));
    return rosters.isEmpty()
        ? List.of()
        : flows.stream().flatMap(flow -> both(flow, posted).stream()).toList();
  }

  private List<Problem> both(Landing flow, Set<Heads> posted) {
    Set<Heads> twice = heads(flow);
    twice.retainAll(posted);
    return twice.isEmpty() ? List.of() : List.of(problem(flow.name(), twice));
  }

  private Set<Heads> heads(Landing landing) {
    Set<Heads> heads = new HashSet<>();
    store.sums(
        landing,
        (year, kind, recipient, donor, sum, records, rows) ->
            heads.add(new Heads(kind.indicator(), recipient, year)));
    return heads;
  }

  private static Problem problem(String file, Set<Heads> twice) {
    TreeSet<String> shown = new TreeSet<>();
    twice.forEach(
        h -> shown.add(Codes.text(h.recipient()) + ", " + h.year() + ", " + h.indicator()));
    int n = twice.size();
    return Reason.DOUBLE_COUNT_SUSPECT
        .problem(
            Text.of(
                "名册与按年人数都报了同一县同一年的人员,共 " + n + " 处",
                "a roster and yearly heads give the persons of the same county and year, "
                    + n
                    + " times"))
        .at(file)
        .showing(shown.stream().limit(3).toArray(String[]::new))
        .because("两者会相加,人数可能重复", "both are added up, so heads may count twice")
        .fix(
            "同一批人员只报名册或只报按年人数",
            "deliver these persons as a roster or as yearly heads, not as both");
  }
}

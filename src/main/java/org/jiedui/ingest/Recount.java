package org.jiedui.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.LandingSchema;

/** What the files of all landings hold when they are read back, in scope and out of it. */
final class Recount {
  private Recount() {}

  /** Rows, records and amount of one indicator in one landing. */
  record Count(long src, String indicator, boolean inScope, long rows, long records, long amount) {
    private Count plus(LandingFacts.Count more) {
      return new Count(
          src,
          indicator,
          inScope,
          rows + more.rows(),
          records + more.records(),
          Math.addExact(amount, more.amount()));
    }
  }

  private record Cell(String indicator, boolean inScope) {}

  static List<Count> of(IngestRequest request, List<Landing> landings, List<LandingFacts> facts) {
    List<Count> counts = new ArrayList<>();
    for (int i = 0; i < landings.size(); i++) {
      long src = LandingSchema.src(landings.get(i).id());
      Map<Cell, Count> sums = new LinkedHashMap<>();
      for (LandingFacts.Count c : facts.get(i).counts()) {
        Cell cell = new Cell(c.indicator(), request.inScope(c.year()));
        sums.putIfAbsent(cell, new Count(src, cell.indicator(), cell.inScope(), 0, 0, 0));
        sums.computeIfPresent(cell, (key, sum) -> sum.plus(c));
      }
      counts.addAll(sums.values());
    }
    return counts;
  }
}

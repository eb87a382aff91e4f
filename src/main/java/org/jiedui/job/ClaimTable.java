package org.jiedui.job;

import java.util.List;
import java.util.Optional;
import org.jiedui.analysis.Claims;
import org.jiedui.reference.Claim;
import org.jiedui.reference.NationalTotals;
import org.jiedui.reference.Prices;
import org.jiedui.run.Study;
import org.jiedui.table.Frame;

/** The claims of a study, on the published totals it names and on its own records. */
final class ClaimTable {
  private ClaimTable() {}

  /** On published totals alone; empty when the study names none. */
  static Optional<Frame> onTotals(Study study) {
    Prices prices = Prices.load(study.sources().prices()).inPricesOf(study.sources().priceBase());
    List<Claim> claims = Claim.load(study.claims().file());
    return study
        .claims()
        .totals()
        .map(file -> Claims.of(NationalTotals.load(file), claims, prices));
  }

  /** On both. */
  static Frame of(Study study, Frame effects) {
    Claims.Coverage coverage =
        study.synthetic() ? Claims.Coverage.SYNTHETIC : Claims.Coverage.PARTIAL;
    Frame own = Claims.ofEffects(effects, Claim.load(study.claims().file()), coverage);
    return onTotals(study).map(totals -> Claims.together(totals, own)).orElse(own);
  }
}

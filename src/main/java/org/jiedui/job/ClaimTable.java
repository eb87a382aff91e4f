package org.jiedui.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiedui.analysis.Claims;
import org.jiedui.analysis.EffectTables;
import org.jiedui.analysis.PairingNetwork;
import org.jiedui.analysis.Statements;
import org.jiedui.reference.Claim;
import org.jiedui.reference.Geography;
import org.jiedui.reference.NationalTotals;
import org.jiedui.reference.Pairings;
import org.jiedui.reference.Prices;
import org.jiedui.reference.Statement;
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

  /** Sentences that are no multiples, held against national lists and tables of the study. */
  static Frame statements(Study study, Map<String, Frame> records) {
    return Statements.of(
        Statement.load(study.claims().file()),
        study.claims().totals().map(file -> NationalTotals.load(file).all()).orElse(List.of()),
        Statement.lists(study.claims().file()).map(ClaimTable::lists).orElse(Map.of()),
        records,
        coverage(study));
  }

  private static Map<String, Frame> lists(Statement.Lists lists) {
    Geography geography = Geography.load(lists.geography());
    Pairings pairings = Pairings.load(lists.pairings(), geography);
    Frame eras =
        PairingNetwork.ofLists(
            pairings, lists.others().map(dir -> Pairings.load(dir, geography)), geography);
    return Map.of(eras.table(), eras);
  }

  private static Claims.Coverage coverage(Study study) {
    return study.synthetic() ? Claims.Coverage.SYNTHETIC : Claims.Coverage.PARTIAL;
  }

  /** On both. */
  static Frame of(Study study, EffectTables.Result effects) {
    Frame own =
        Claims.ofEffects(
            effects.ratio(),
            effects.convention(),
            Claim.load(study.claims().file()),
            coverage(study));
    return onTotals(study).map(totals -> Claims.together(totals, own)).orElse(own);
  }
}

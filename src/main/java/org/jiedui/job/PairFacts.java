package org.jiedui.job;

import java.util.List;
import java.util.Optional;
import org.jiedui.reference.Geography;
import org.jiedui.reference.MechanismFile;
import org.jiedui.reference.MechanismRecord;
import org.jiedui.reference.ScoreFile;
import org.jiedui.reference.ScoreValue;
import org.jiedui.reference.Scorecard;
import org.jiedui.reference.ScorecardFiles;
import org.jiedui.run.Cooperation;

/** What a study's files say of pairs of provinces beside their flows; nothing where it has none. */
record PairFacts(
    List<MechanismRecord> mechanism, List<Scorecard> scorecards, List<ScoreValue> scores) {

  static PairFacts load(Cooperation cooperation, Geography geography) {
    Optional<Cooperation.Scorecard> asked = cooperation.scorecard();
    List<Scorecard> cards = asked.map(a -> ScorecardFiles.load(a.sets())).orElse(List.of());
    return new PairFacts(
        cooperation
            .mechanism()
            .file()
            .map(file -> MechanismFile.load(file, geography))
            .orElse(List.of()),
        cards,
        asked.map(a -> ScoreFile.load(a.values(), cards, geography)).orElse(List.of()));
  }
}

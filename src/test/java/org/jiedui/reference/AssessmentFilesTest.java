package org.jiedui.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the mechanism and of the assessment: the shipped ones, and bad ones. */
class AssessmentFilesTest {
  private static final Path SAMPLE = Path.of("sample-data/counties");
  private static final Geography PLACES = Geography.load(SAMPLE.resolve("geography"));

  @TempDir private Path folder;

  @Test
  void theThreeVersionsHaveSixSixAndFourDimensions() {
    List<Scorecard> cards = ScorecardFiles.load(SAMPLE.resolve("scorecards"));
    assertThat(cards).extracting(Scorecard::version).containsExactly("2017", "2019", "2021");
    assertThat(cards).extracting(c -> c.dimensions().size()).containsExactly(6, 6, 4);
    for (Scorecard card : cards) {
      assertThat(card.items().stream().mapToDouble(Scorecard.Item::weight).sum()).isEqualTo(100);
      assertThat(card.grades())
          .extracting(g -> g.label().zh())
          .containsExactly("好", "较好", "一般", "差");
    }
    assertThat(ScoreFile.load(SAMPLE.resolve("scores.csv"), cards, PLACES)).hasSizeGreaterThan(200);
  }

  @Test
  void everyWrongSettingOfAnIndicatorSetIsToldAtOnce() throws IOException {
    String text = Files.readString(SAMPLE.resolve("scorecards/2017.conf"));
    Files.writeString(
        folder.resolve("a.conf"),
        text.replace("min-share = 0.8", "min-share = 1.8")
            .replace("dimension = people", "dimension = peple")
            .replace("weight = 10 }", "weight = -1 }")
            .replace("from = 85", "from = 70"));
    assertThatThrownBy(() -> ScorecardFiles.load(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("min-share")
        .hasMessageContaining("did you mean people")
        .hasMessageContaining("weight")
        .hasMessageContaining("grades[1].from");
  }

  @Test
  void versionsOfTheSameYearAreRefused() throws IOException {
    String text = Files.readString(SAMPLE.resolve("scorecards/2017.conf"));
    Files.writeString(folder.resolve("a.conf"), text);
    Files.writeString(folder.resolve("b.conf"), text);
    assertThatThrownBy(() -> ScorecardFiles.load(folder))
        .hasMessageContaining("years of no other version");
  }

  @Test
  void everyWrongScoreIsToldAtOnceWithItsLine() throws IOException {
    List<String> lines = Files.readAllLines(SAMPLE.resolve("scores.csv"));
    String good = lines.get(1);
    String donor = good.split(",")[1];
    Path file =
        write(
            lines.get(0),
            good,
            good,
            good.replace(good.split(",")[2], donor).replace("organisation", "people"),
            good.replace("2017,", "2016,"),
            good.replace("organisation", "organization"),
            good.replace(donor, "999999").replace("organisation", "labour"));
    List<Scorecard> cards = ScorecardFiles.load(SAMPLE.resolve("scorecards"));
    assertThatThrownBy(() -> ScoreFile.load(file, cards, PLACES))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("the same indicator twice")
        .hasMessageContaining("same region")
        .hasMessageContaining("a year that an indicator set covers")
        .hasMessageContaining("did you mean organisation")
        .hasMessageContaining("999999");
  }

  @Test
  void everyWrongRowOfTheMechanismIsToldAtOnceWithItsLine() throws IOException {
    List<String> lines = Files.readAllLines(SAMPLE.resolve("mechanism.csv"));
    String good = lines.get(1);
    String item = good.split(",")[5];
    Path file =
        write(
            lines.get(0),
            good,
            good,
            good.replace(item, "agrement"),
            good.replace(item, "work_team").replaceFirst(",[01],", ",-3,"),
            good.replace("province", "village"));
    assertThat(MechanismFile.load(SAMPLE.resolve("mechanism.csv"), PLACES))
        .hasSize(lines.size() - 1);
    assertThatThrownBy(() -> MechanismFile.load(file, PLACES))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("data.csv:3")
        .hasMessageContaining("the same item twice")
        .hasMessageContaining("did you mean agreement")
        .hasMessageContaining("a whole number of 0 or more")
        .hasMessageContaining("village");
  }

  private Path write(String... lines) throws IOException {
    assertThat(IntStream.range(0, lines.length).filter(i -> lines[i].isEmpty())).isEmpty();
    return Files.write(folder.resolve("data.csv"), List.of(lines));
  }
}

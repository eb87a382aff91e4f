package org.jiedui.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.jiedui.Drawn.assertTable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jiedui.Drawn;
import org.jiedui.message.InputException;
import org.jiedui.reference.Claim;
import org.jiedui.reference.NationalTotal;
import org.jiedui.reference.NationalTotal.Basis;
import org.jiedui.reference.NationalTotal.Coverage;
import org.jiedui.reference.NationalTotals;
import org.jiedui.reference.Prices;
import org.jiedui.table.ClaimRow;
import org.jiedui.table.EffectConventionRow;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsTest {
  private static final Path TOTALS = Path.of("sample-data/national/totals.csv");
  private static final List<Claim> CLAIMS = Claim.load(Path.of("conf/claims.conf"));
  private static final Prices PRICES = Prices.load(Path.of("conf/prices/cpi.csv"));

  private static NationalTotal figure(int from, int to, long amount) {
    return figure(from, to, amount, Coverage.FULL, "");
  }

  private static NationalTotal figure(int from, int to, long amount, Coverage whole, String by) {
    return new NationalTotal(
        from,
        to,
        "fiscal",
        "E2W",
        "none",
        "none",
        amount,
        "" + amount,
        "元",
        whole,
        "全国",
        "test",
        "high",
        by.isEmpty() ? Basis.SOURCED : Basis.DERIVED,
        by,
        "");
  }

  private static Frame claims(NationalTotal... figures) {
    return Claims.of(List.of(figures), List.of(CLAIMS.get(0)), year -> OptionalDouble.of(1), 2020);
  }

  /**
   * Floor: (265.7 + 229 + 248.2) / 132.7. Constant prices by hand, in 亿元 of 2020: funds 791.98 /
   * 177.84; donations 65 × 1.02419 + 40.33 × (1.09289 + 1.07575 + 1.05389 + 1) = 236.87 over 9.6 ×
   * 1.57694 + 14.2 × 1.41433 + 1.055737 × 1.21369 + 1.62403 × 1.18271 + 1.120233 × 1.13267 = 39.69.
   */
  @Test
  void onSourcedFiguresTheFundMultipleHasAFloorAndTheOthersAreNotComputable() {
    Frame found = Claims.of(NationalTotals.load(TOTALS), CLAIMS, PRICES);
    assertTable(
        found,
        """
        claim_id | basis   | published | boundary_rule | outcome        | computed | floor | ceiling | annual_of_published | real_value
        R1       | derived | 5.8       | A             | CIRCULAR_CLAIM |          |       |         | 23.20               | 4.45
        R1       | sourced | 5.8       | A             | BOUNDED        |          | 5.60  |         | 23.20               | 4.45
        R2       | derived | 8.2       | A             | CIRCULAR_CLAIM |          |       |         | 32.80               | 5.97
        R2       | sourced | 8.2       | A             | NOT_COMPUTABLE |          |       |         | 32.80               | 5.97
        R3       | sourced | 2         | A             | NOT_COMPUTABLE |          |       |         | 8.00                |
        R4       | sourced | 7.5       | A             | NOT_COMPUTABLE |          |       |         | 30.00               |
        """);
    assertThat((Double) found.value(1, ClaimRow.FLOOR)).isCloseTo(742.9 / 132.7, within(1e-12));
    assertThat(found.text(1, ClaimRow.DATA))
        .contains("1996–2015: 132.7", "2016–2018: 265.7", "2019: 229", "2020 (部分/part): 248.2")
        .doesNotContain("769.7", "275.0");
    assertThat(found.text(0, ClaimRow.DATA)).contains("769.7", "275.0", "claim:R1");
    assertThat(found.text(2, ClaimRow.DATA)).contains("226.3");
  }

  @Test
  void wholeCoverageGivesTheValue() {
    assertTable(
        claims(figure(1996, 2015, 100), figure(2016, 2018, 300), figure(2019, 2020, 281)),
        """
        outcome    | computed
        REPRODUCED | 5.81
        """);
    assertTable(
        claims(figure(1996, 2015, 100), figure(2016, 2020, 600)),
        """
        outcome     | computed
        NOT_MATCHED | 6.00
        """);
    assertTable(
        claims(figure(1996, 2015, 100), figure(2016, 2020, 145)),
        """
        outcome                     | computed | matching
        REPRODUCED_OTHER_CONVENTION | 1.45     | annual/A
        """);
  }

  @Test
  void aCoverOfAWindowByLongerPeriodsGivesACeiling() {
    // 2015–2020 holds 900, of which 2015 alone is 20: 2016–2020 holds at most 880.
    assertTable(
        claims(figure(1996, 2015, 100), figure(2015, 2020, 900), figure(2015, 2015, 20)),
        """
        outcome | computed | floor | ceiling
        BOUNDED |          |       | 8.80
        """);
  }

  @Test
  void overlappingFiguresAreNeverAddedTwice() {
    assertTable(
        claims(
            figure(1996, 2015, 100),
            figure(2016, 2018, 265),
            figure(2017, 2019, 400),
            figure(2019, 2019, 229),
            figure(2020, 2020, 90, Coverage.PART, "")),
        """
        outcome | floor
        BOUNDED | 5.84
        """);
  }

  @Test
  void aFigureFromTheClaimNeverConfirmsIt() {
    Frame found =
        claims(figure(1996, 2015, 100), figure(2016, 2020, 580, Coverage.FULL, "claim:R1"));
    assertTable(
        found,
        """
        basis   | outcome        | computed
        derived | CIRCULAR_CLAIM |
        sourced | NOT_COMPUTABLE |
        """);
    // The same figure from elsewhere does confirm: the test above can fail.
    assertTable(
        claims(figure(1996, 2015, 100), figure(2016, 2020, 580, Coverage.FULL, "other")),
        """
        basis   | outcome        | computed
        derived | REPRODUCED     | 5.80
        sourced | NOT_COMPUTABLE |
        """);
  }

  @Test
  void flowsFollowFiguresAndAreEvenInsideABlock() {
    double[] flows =
        EvenFlows.of(
            List.of(figure(2003, 2004, 40), figure(2001, 2004, 60), figure(2006, 2006, 7)),
            2001,
            2007,
            87);
    assertThat(flows).containsExactly(10, 10, 20, 20, 10, 7, 10);
    assertThat(Arrays.stream(EvenFlows.of(List.of(figure(2001, 2002, 90)), 2001, 2003, 30)).sum())
        .isEqualTo(30);
  }

  private static final Frame NONE =
      Frame.of("effect_convention", EffectConventionRow.values(), List.of());

  private static final String EFFECTS =
      "with: level=nation, unit_code=000000, donor_code=all, direction=E2W, status=paid,"
          + " records_before=9, records_after=9\n";

  @Test
  void onTheUsersRecordsTheOutcomeDependsOnValueAndDeclaredCoverage() {
    Frame effects =
        Drawn.frame(
            "effect_ratio",
            EffectRatioRow.values(),
            EFFECTS
                + """
                indicator | form | boundary_rule | convention | before | after | ratio | ratio_status
                fiscal    | none | A             | total      | 100    | 578   | 5.78  | OK
                donation  | all  | A             | total      | 100    | 300   | 3.00  | OK
                donation  | cash | A             | total      | 100    | 820   | 8.20  | OK
                """);
    List<Claim> money = CLAIMS.subList(0, 3);
    assertTable(
        Claims.ofEffects(effects, NONE, money, Claims.Coverage.WHOLE),
        """
        claim_id | outcome        | computed
        R1       | REPRODUCED     | 5.78
        R2       | NOT_MATCHED    | 3.00
        R3       | NOT_COMPARABLE |
        """);
    assertTable(
        Claims.ofEffects(effects, NONE, money, Claims.Coverage.PARTIAL),
        """
        claim_id | outcome        | computed
        R1       | REPRODUCED     | 5.78
        R2       | NOT_COMPARABLE | 3.00
        R3       | NOT_COMPARABLE |
        """);
    assertTable(
        Claims.ofEffects(effects, NONE, money, Claims.Coverage.SYNTHETIC),
        """
        claim_id | outcome        | computed
        R1       | NOT_COMPARABLE |
        R2       | NOT_COMPARABLE |
        R3       | NOT_COMPARABLE |
        """);
  }

  @Test
  void everyMatchingConventionIsListed() {
    Frame effects =
        Drawn.frame(
            "effect_ratio",
            EffectRatioRow.values(),
            EFFECTS
                + """
                indicator | form | boundary_rule | convention | before | after | ratio | ratio_status
                fiscal    | none | A             | total      | 100    | 145   | 1.45  | OK
                fiscal    | none | A             | annual     | 5      | 29    | 5.80  | OK
                fiscal    | none | A             | real       | 100    | 584   | 5.84  | OK
                """);
    assertTable(
        Claims.ofEffects(effects, NONE, CLAIMS.subList(0, 1), Claims.Coverage.WHOLE),
        """
        outcome                     | computed | matching
        REPRODUCED_OTHER_CONVENTION | 1.45     | annual/A;real/A
        """);
  }

  private static Claim asking(String settings, Path dir) throws IOException {
    String text = Files.readString(Path.of("conf/claims.conf"));
    Path file = dir.resolve("one.conf");
    Files.writeString(file, text.replaceFirst("convention = total", settings));
    return Claim.load(file).get(0);
  }

  @Test
  void aClaimMayBeOfAnyRowOfTheTableOfConventions(@TempDir Path dir) throws IOException {
    Frame conventions =
        Drawn.frame(
            "effect_convention",
            EffectConventionRow.values(),
            """
            with: indicator=fiscal, direction=E2W, form=none, status=paid, ci_method=m, clusters=9, flags=""
            scale    | prices  | boundary_rule | entrants | absent  | adjustment | estimate | estimate_status
            total    | nominal | A             | in       | zero    | naive      | 3        | OK
            annual   | nominal | A             | in       | zero    | trend      | 5.81     | OK
            annual   | nominal | A             | in       | zero    | did        | 2        | OK
            annual   | nominal | A             | out      | zero    | naive      | 5.79     | OK
            annual   | nominal | A             | in       | missing | naive      | 5.82     | OK
            per_head | real    | A             | in       | zero    | naive      | 5.83     | OK
            annual   | nominal | B             | in       | zero    | naive      | 5.84     | OK
            total    | nominal | D             | in       | zero    | naive      |          | NEEDS_DATES
            """);
    Frame none = Frame.of("effect_ratio", EffectRatioRow.values(), List.of());
    for (String name :
        List.of("annual+trend", "annual+entrants_out", "annual+missing", "real + per_head")) {
      Claim claim = asking("convention = \"" + name + "\"", dir);
      Frame found = Claims.ofEffects(none, conventions, List.of(claim), Claims.Coverage.WHOLE);
      assertThat(found.text(0, ClaimRow.OUTCOME)).as(name).isEqualTo("REPRODUCED");
    }
    Claim compared = asking("convention = \"annual+did\"", dir);
    assertTable(
        Claims.ofEffects(none, conventions, List.of(compared), Claims.Coverage.WHOLE),
        """
        convention | outcome                     | computed | matching
        annual+did | REPRODUCED_OTHER_CONVENTION | 2.00     | annual+missing/A;annual+trend/A;annual+entrants_out/A;annual/B;per_head+real/A
        """);
  }

  @Test
  void rulesOfTheirOwnNameAreAskedForByIt(@TempDir Path dir) throws IOException {
    String text = Files.readString(Path.of("conf/claims.conf"));
    Path file = dir.resolve("rules.conf");
    Files.writeString(
        file,
        text.replaceFirst(
                "before = \\[1996, 2015\\], after", "rule = C, before = [1996, 2016], after")
            .replaceFirst(
                "before = \\[1996, 2015\\], after", "rule = D, before = [1996, 2015], after"));
    List<Claim> claims = Claim.load(file).subList(0, 2);
    Frame found = Claims.of(List.of(), claims, year -> OptionalDouble.of(1), 2020);
    assertTable(
        found,
        """
        claim_id | boundary_rule | outcome
        R1       | C             | NOT_COMPUTABLE
        R2       | D             | NOT_COMPUTABLE
        """);
    assertThat(found.text(1, ClaimRow.REASON_EN)).contains("rule D needs dates");
  }

  @Test
  void aConventionThatIsNoneGetsTheNearest(@TempDir Path dir) {
    assertThatThrownBy(() -> asking("convention = \"annual+trned\"", dir))
        .hasMessageContaining("annual+trend");
    assertThatThrownBy(() -> asking("convention = \"total+trend\"", dir))
        .hasMessageContaining("convention");
  }

  @Test
  void halfAUnitOfTheLastPrintedDigitIsTheToleranceAndItsBorderCounts() {
    Claim claim = CLAIMS.get(0);
    assertThat(claim.matches(5.85)).isTrue();
    assertThat(claim.matches(5.75)).isTrue();
    assertThat(claim.matches(5.8501)).isFalse();
    assertThat(CLAIMS.get(2).matches(2.4)).isTrue();
  }

  @Test
  void everyMistakeInTheFileIsToldAtOnce(@TempDir Path dir) throws IOException {
    String good = Files.readString(Path.of("conf/claims.conf"));
    String bad =
        good.replaceFirst("published = 5.8", "published = -1")
            .replaceFirst("id = R2", "id = R1")
            .replaceFirst("decimals = 0", "decimal = 0")
            .replaceFirst("after = \\[2016, 2020\\]", "after = [2015, 2020]");
    Path file = Files.writeString(dir.resolve("claims.conf"), bad);
    assertThatThrownBy(() -> Claim.load(file))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              List<String> codes = new ArrayList<>();
              e.problems().forEach(p -> codes.add(p.code()));
              assertThat(codes)
                  .containsExactlyInAnyOrder("CONF_VALUE", "CONF_VALUE", "CONF_VALUE", "CONF_KEY");
            });
  }
}

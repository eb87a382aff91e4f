package org.jiedui.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.reference.NationalTotal.Basis;
import org.jiedui.reference.NationalTotal.Coverage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NationalTotalsTest {
  private static final NationalTotals SHIPPED =
      NationalTotals.load(Path.of("sample-data/national/totals.csv"));

  @TempDir Path dir;

  @Test
  void amountsAreWholeFenAndPersons() {
    NationalTotal funds = only(SHIPPED.of("fiscal"), 1996, 2015);
    assertThat(funds.amount()).isEqualTo(1_327_000_000_000L);
    assertThat(funds.value()).isEqualTo("132.7");
    assertThat(only(SHIPPED.of("fiscal"), 2011, 2011).amount()).isEqualTo(84_026_400_000L);
    assertThat(only(SHIPPED.of("personnel"), 2015, 2020).amount()).isEqualTo(131_000);
  }

  @Test
  void totalsWorkedOutFromAClaimSaySo() {
    NationalTotal funds = only(SHIPPED.of("fiscal"), 2016, 2020);
    NationalTotal donations = only(SHIPPED.of("donation"), 2016, 2020);

    assertThat(funds.basis()).isEqualTo(Basis.DERIVED);
    assertThat(funds.derivedFromClaim("R1")).isTrue();
    assertThat(donations.derivedFromClaim("R2")).isTrue();
    assertThat(donations.derivedFromClaim("R1")).isFalse();
  }

  /** 265.7 + 229 + 248.2 over 132.7: the floor of the fund multiple on published figures, 5.60. */
  @Test
  void thePublishedFundsOf2016To2020AreAFloor() {
    NationalTotal part =
        SHIPPED.of("fiscal").stream()
            .filter(r -> r.coverage() == Coverage.PART && r.to() == 2020)
            .findFirst()
            .orElseThrow();
    long after =
        only(SHIPPED.of("fiscal"), 2016, 2018).amount()
            + only(SHIPPED.of("fiscal"), 2019, 2019).amount()
            + part.amount();

    assertThat(part.status()).isEqualTo("arrived");
    assertThat(Math.round(100.0 * after / only(SHIPPED.of("fiscal"), 1996, 2015).amount()))
        .isEqualTo(560);
  }

  @Test
  void bothFiguresOfTheDoubleCountAreKept() {
    List<NationalTotal> rows =
        SHIPPED.of("fiscal").stream().filter(r -> r.from() == 2011 && r.to() == 2015).toList();

    assertThat(rows).extracting(NationalTotal::value).containsExactly("56.9", "60.7");
    assertThat(rows).extracting(NationalTotal::confidence).containsExactly("high", "unsure");
  }

  @Test
  void noDonationsOf2016To2020ArePublished() {
    assertThat(SHIPPED.of("donation"))
        .filteredOn(r -> r.basis() == Basis.SOURCED && r.within(2016, 2020))
        .extracting(NationalTotal::from)
        .containsExactly(2019);
  }

  @Test
  void badRowsAreToldAtOnce() throws IOException {
    Path file = dir.resolve("totals.csv");
    Files.writeString(
        file,
        """
        period_from,period_to,indicator,direction,form,status,value,unit,coverage,scope,source,confidence,basis,derived_from,note
        2015,2011,fiscal,E2W,none,none,1,亿元,full,全国,s,high,sourced,,
        2015,2015,fiscal,E2E,none,none,0.005,元,full,全国,s,high,sourced,,
        2015,2015,cadres,E2W,none,none,1.5,人,all,全国,s,high,derived,,
        2015,2015,cadres,E2W,none,none,15,个,full,全国,,high,sourced,claim:R1,
        """);

    InputException e = catchThrowableOfType(InputException.class, () -> NationalTotals.load(file));

    assertThat(e.exit()).isEqualTo(ExitCode.INPUT);
    assertThat(e.getMessage())
        .contains("not before period_from")
        .contains("unknown value E2E")
        .contains("totals.csv:3:7")
        .contains("totals.csv:4:7")
        .contains("unknown value all of column coverage")
        .contains("what a derived figure, and only one, comes from")
        .contains("unknown value 个 of column unit");
    assertThat(e.problems()).hasSize(9);
  }

  private static NationalTotal only(List<NationalTotal> rows, int from, int to) {
    List<NationalTotal> found =
        rows.stream()
            .filter(r -> r.from() == from && r.to() == to && r.coverage() == Coverage.FULL)
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}

package org.jiedui.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesTest {
  @TempDir Path dir;

  /** World Bank consumer prices, chained: 1996 stands at 62.633 when 2020 is 100. */
  @Test
  void theShippedIndexHasTheBaseYear2020() {
    Prices prices = Prices.load(Path.of("conf/prices/cpi.csv"));

    assertThat(prices.baseYear()).isEqualTo(2020);
    assertThat(prices.deflator(2020)).hasValue(1);
    assertThat(prices.deflator(1996).orElseThrow()).isEqualTo(0.62633, within(1e-12));
    assertThat(prices.deflator(2023).orElseThrow()).isEqualTo(1.03216, within(1e-12));
    assertThat(prices.years()).contains(1996, 2024).hasSize(30);
  }

  @Test
  void aYearWithoutIndexHasNoDeflator() {
    assertThat(Prices.load(Path.of("conf/prices/cpi.csv")).deflator(1990)).isEmpty();
  }

  @Test
  void anotherBaseYearKeepsAllProportions() {
    Prices base2020 = Prices.load(Path.of("conf/prices/cpi.csv"));
    Prices base2015 = base2020.inPricesOf(2015);

    assertThat(base2015.deflator(2015)).hasValue(1);
    assertThat(base2015.deflator(2020).orElseThrow() / base2015.deflator(1996).orElseThrow())
        .isEqualTo(1 / base2020.deflator(1996).orElseThrow(), within(1e-12));
  }

  @Test
  void aBaseYearWithoutIndexIsRefused() {
    InputException e =
        catchThrowableOfType(
            InputException.class,
            () -> Prices.load(Path.of("conf/prices/cpi.csv")).inPricesOf(1980));

    assertThat(e.getMessage()).contains("no price index for the base year 1980");
  }

  @Test
  void anIndexWithTheBaseOneIsTheSame() throws IOException {
    Prices prices = load("year,index,source\n2019,0.976,s\n2020,1,s\n");

    assertThat(prices.deflator(2019).orElseThrow()).isEqualTo(0.976);
  }

  @Test
  void yearlyInflationIsNoIndex() {
    InputException e =
        catchThrowableOfType(
            InputException.class, () -> load("year,index,source\n2019,2.9,s\n2020,2.4,s\n"));

    assertThat(e.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(e.getMessage()).contains("PRICE_BASE").contains("yearly inflation");
  }

  @Test
  void badYearsAndValuesAreToldAtOnce() {
    InputException e =
        catchThrowableOfType(
            InputException.class,
            () -> load("year,index,source\n2019,-3,s\n2019,abc,\n19,98,s\n2020,100,s,x\n"));

    assertThat(e.getMessage())
        .contains("prices.csv:2:2")
        .contains("not a rate of change")
        .contains("one row a year")
        .contains("a year from 1949 to 2100")
        .contains("the row has 4 cells");
    assertThat(e.problems()).hasSize(6);
  }

  private Prices load(String text) throws IOException {
    Path file = dir.resolve("prices.csv");
    Files.writeString(file, text);
    return Prices.load(file);
  }
}

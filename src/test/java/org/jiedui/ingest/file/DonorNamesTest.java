package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Donors of a ledger that has their names: only a declared name stands for a code. */
class DonorNamesTest {
  @TempDir Path dir;

  private Contracts.Kept read(String text) {
    return Contracts.readAll(Contracts.write(dir, "ledger.csv", text));
  }

  @Test
  void aDeclaredNameStandsForItsCodeAndACodeWins() {
    var kept =
        read(
            """
            年份,县代码,支援省,支援省代码,捐款(元)
            2016,520123,广东省,,5
            2016,520123,深圳,,6
            2016,520123,广东省,350000,7
            2016,520123,,,8
            """);

    assertThat(kept.records)
        .extracting(r -> r.donorCode)
        .containsExactly(440000, 440300, 350000, 0);
    assertThat(kept.rejects).isEmpty();
  }

  @Test
  void anyOtherNameIsRefusedAndTheNearestOneIsNoHint() {
    var kept = read("年份,县代码,支援省,捐款(元)\n2016,520123,广东,5\n2016,520123,广西,6\n");

    assertThat(kept.records).extracting(r -> r.donorCode).containsExactly(440000);
    assertThat(kept.rejects).hasSize(1);
    assertThat(kept.rejects.get(0).codes()).containsExactly(Reason.WORD_UNKNOWN);
    assertThat(kept.rejects.get(0).column()).isEqualTo("donor_name");
    assertThat(kept.rejects.get(0).suggestion().zh()).contains("schema.conf").doesNotContain("广东");
  }

  @Test
  void aTotalRowNamesNoDonor() {
    assertThat(read("年份,县代码,支援省,捐款(元)\n2016,520123,广东,5\n,合计,全国,5\n").rejects).isEmpty();
  }
}

package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractTest {
  @TempDir Path dir;

  private Contract load(String schema) {
    return Contracts.load(Contracts.write(dir, "schema.conf", schema));
  }

  private static String shipped() {
    return Contracts.read(Path.of("conf/schema.conf"));
  }

  private List<Problem> problems(String schema) {
    var refused = catchThrowableOfType(InputException.class, () -> load(schema));
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    return refused.problems();
  }

  @Test
  void theShippedContractHasBothTables() {
    assertThat(Contracts.SHIPPED.tables())
        .containsOnlyKeys("cooperation_record", "region_year", "roster");
    assertThat(Contracts.SHIPPED.table("cooperation_record").measures())
        .extracting(m -> m.indicator() + "/" + m.form())
        .containsExactlyInAnyOrder(
            "fiscal/none",
            "fiscal/none",
            "fiscal/none",
            "fiscal/none",
            "fiscal/none",
            "donation/cash",
            "donation/kind",
            "cadres/none",
            "professionals/none",
            "cadre_postings/none",
            "cadre_years/none",
            "professional_postings/none",
            "professional_years/none",
            "consumption/none",
            "investment/none",
            "jobs/none",
            "use_consumption/none",
            "use_education/none",
            "use_industry/none",
            "use_labour/none",
            "use_other/none",
            "use_support/none",
            "use_talent/none");
    assertThat(Contracts.SHIPPED.settings().gates()).isEqualTo(new IngestSettings.Gates(1, 5));
  }

  @Test
  void anUnknownKeyIsAnErrorWithTheNearestKnownOne() {
    List<Problem> problems = problems(shipped().replaceFirst("aliases", "alises"));

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).fix().en()).contains("aliases");
    assertThat(problems.get(0).place()).contains("schema.conf:");
  }

  @Test
  void aKeyWithoutTheYearIsRefused() {
    assertThat(
            problems(shipped().replace("key = [source_id, record_id, year]", "key = [source_id]")))
        .extracting(Problem::code)
        .containsExactly("CONF_VALUE");
  }

  @Test
  void anAmountColumnNeedsAnIndicator() {
    assertThat(problems(shipped().replace("fiscal  ", "fiskal  "))).hasSize(1);
  }

  @Test
  void theDigestFollowsWhatChangesLandingOnly() {
    String schema = shipped();

    assertThat(load(schema + "\n# a comment\n").digest()).isEqualTo(load(schema).digest());
    assertThat(load(schema.replace("财政援助资金", "财政援助款")).digest())
        .isNotEqualTo(load(schema).digest());
    assertThat(load(schema.replace("\"…\"", "\"缺\"")).digest()).isNotEqualTo(load(schema).digest());
  }
}

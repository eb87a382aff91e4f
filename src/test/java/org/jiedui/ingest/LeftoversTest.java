package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jiedui.publish.Garbage;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the work of old runs. */
@ExtendWith(SharedSpark.class)
class LeftoversTest {
  @TempDir Path dir;
  private IngestFixture files;

  @BeforeEach
  void country() {
    files = new IngestFixture(dir);
    files.flows("a.csv", "s,1,2015,,760121,fiscal,paid,5,元\ns,2,2016,,760999,fiscal,paid,7,元\n");
  }

  private Path root() {
    return dir.resolve("root");
  }

  private IngestResult run(SparkSession spark) {
    return Ingest.run(spark, files.request("root"));
  }

  private Map<String, String> tables(IngestResult result) {
    return IncrementalTest.tables(result, dir);
  }

  /** Everything below a folder was touched so long ago. */
  private void age(String folder, Duration age) throws IOException {
    for (Path path : below(folder)) {
      Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(age)));
    }
  }

  private List<Path> below(String folder) throws IOException {
    try (Stream<Path> all = Files.walk(root().resolve(folder))) {
      return all.toList();
    }
  }

  private static Set<String> names(List<Garbage> garbage) {
    return garbage.stream().map(Garbage::name).collect(Collectors.toSet());
  }

  @Test
  void whatNoRunHasUsedForTwoMonthsIsGivenUpAndMadeAgain(SparkSession spark) throws IOException {
    Map<String, String> before = tables(run(spark));
    Leftovers leftovers = new Leftovers(root(), Set.of());

    age("", Duration.ofDays(59));
    assertThat(leftovers.plan()).isEmpty();
    age("", Duration.ofDays(61));
    assertThat(leftovers.collect())
        .isNotEmpty()
        .allMatch(item -> item.kind() == Garbage.Kind.UNUSED)
        .noneMatch(item -> item.name().startsWith("archive"));
    for (String folder : List.of("landing", "records", "panel")) {
      assertThat(below(folder)).as(folder).noneMatch(Files::isRegularFile);
    }
    assertThat(below("archive")).anyMatch(Files::isRegularFile);
    assertThat(leftovers.plan()).isEmpty();
    assertThat(tables(run(spark))).isEqualTo(before);
  }

  @Test
  void whatAVersionIsExplainedWithStaysHoweverOldItIs(SparkSession spark) throws IOException {
    IngestResult result = run(spark);
    String landing = result.inputs().get(0).landing();
    Path panel = root().resolve("panel").relativize(result.panelFiles().get(2015));
    Set<String> named = new HashSet<>();
    named.add(Leftovers.landing(landing));
    named.add(Leftovers.apart(result.apart()));
    result.panelFiles().values().stream()
        .map(file -> root().resolve("panel").relativize(file))
        .forEach(file -> named.add(Leftovers.panel(file.toString())));
    age("", Duration.ofDays(1_000));

    assertThat(names(new Leftovers(root(), Set.of()).plan()))
        .contains("landing/" + landing + ".json", "records/apart/" + result.apart())
        .contains("panel/" + panel);
    Set<String> given = names(new Leftovers(root(), named).collect());
    assertThat(given).isNotEmpty().allMatch(name -> name.startsWith("records/"));
    assertThat(given).noneMatch(name -> name.startsWith("records/apart/"));
    assertThat(below("landing")).anyMatch(path -> path.toString().endsWith(".parquet"));
    assertThat(result.panelFiles().get(2015)).exists();
  }

  @Test
  void whatARunUsesIsUsedFromThenOn(SparkSession spark) throws IOException {
    tables(run(spark));
    age("records", Duration.ofDays(1_000));
    int old = new Leftovers(root(), Set.of()).plan().size();
    tables(run(spark));

    assertThat(old).isPositive();
    assertThat(new Leftovers(root(), Set.of()).plan()).isEmpty();
  }

  @Test
  void aFileOfThePanelKeepsTheTimeThatItIsKnownBy(SparkSession spark) throws IOException {
    tables(run(spark));
    age("panel", Duration.ofDays(3));
    List<FileTime> before = changed("panel");
    tables(run(spark));

    assertThat(changed("panel")).as("or every day would count each year again").isEqualTo(before);
  }

  private List<FileTime> changed(String folder) throws IOException {
    List<FileTime> times = new ArrayList<>();
    for (Path path : below(folder)) {
      times.add(Files.getLastModifiedTime(path));
    }
    return times;
  }

  @Test
  void workThatWasCutOffIsGivenUpAfterTwoDays(SparkSession spark) throws IOException {
    Map<String, String> before = tables(run(spark));
    Path attempt = Files.createDirectories(root().resolve("landing/ab-cd"));
    Files.writeString(attempt.resolve("0.parquet"), "cut off");
    Files.writeString(root().resolve("archive/.draft"), "cut off");
    Files.writeString(root().resolve("records/.draft"), "cut off");
    Leftovers leftovers = new Leftovers(root(), Set.of());

    age("", Duration.ofHours(47));
    assertThat(leftovers.plan()).isEmpty();
    age("", Duration.ofHours(49));
    Files.setLastModifiedTime(attempt.resolve("0.parquet"), FileTime.from(Instant.now()));
    assertThat(names(leftovers.plan()))
        .containsExactlyInAnyOrder("archive/.draft", "records/.draft");
    age("landing", Duration.ofHours(49));
    assertThat(leftovers.collect())
        .hasSize(3)
        .contains(new Garbage(Garbage.Kind.UNFINISHED, "landing/ab-cd", 0, 7));
    assertThat(attempt).doesNotExist();
    assertThat(tables(run(spark))).isEqualTo(before);
  }
}

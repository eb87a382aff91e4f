package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jiedui.publish.TableFile;
import org.jiedui.spark.SharedSpark;
import org.jiedui.table.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In steps or from nothing: the same bytes; and what nobody touched is not read. */
@ExtendWith(SharedSpark.class)
class IncrementalTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));

  private static final String SOURCES =
      """
      sources { n { delivery = snapshot }, a { delivery = amend }, t { delivery = amend } }
      files {
        "r2.csv" { replaces = r1.csv }
        "r3.csv" { replaces = r2.csv }
        "t0.csv" { flow = cumulative }
        "t1.csv" { flow = cumulative }
        "t2.csv" { flow = cumulative }
        "t3.csv" { flow = cumulative }
        "t4.csv" { flow = cumulative }
        "t5.csv" { flow = cumulative }
        "t6.csv" { flow = cumulative }
      }
      """;

  private static String row(String source, String id, int year, String code, String yuan) {
    return "%s,%s,%d,,%s,fiscal,paid,%s,元\n".formatted(source, id, year, code, yuan);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 6, 9})
  void everyStepGivesWhatARunFromNothingGives(long seed, SparkSession spark, @TempDir Path dir) {
    IngestFixture files = new IngestFixture(dir).settings(SOURCES);
    Random random = new Random(seed);
    Nights nights = new Nights(files, random);
    files.input("levels0.csv", "县代码,年份,population\n760121,2016,10\n760123,2016,7\n", Input.LEVELS);
    for (int night = 0; night < 7; night++) {
      String what = nights.next(night);
      Map<String, String> inSteps = tables(Ingest.run(spark, files.request("root")), dir);
      Map<String, String> fromNothing =
          tables(Ingest.run(spark, files.request("fresh" + night)), dir);
      assertThat(inSteps).as("seed %d, night %d: %s", seed, night, what).isEqualTo(fromNothing);
    }
  }

  /** What may happen in a night, by chance. */
  private static final class Nights {
    private final IngestFixture files;
    private final Random random;
    private final List<Input> gone = new ArrayList<>();
    private int ids;

    Nights(IngestFixture files, Random random) {
      this.files = files;
      this.random = random;
    }

    String next(int night) {
      switch (random.nextInt(10)) {
        case 0 -> files.flows("n%d.csv".formatted(night), rows("n", 5));
        case 1 -> files.flows("a%d.csv".formatted(night), rows("a", 5));
        case 2 -> files.flows("r%d.csv".formatted(1 + random.nextInt(3)), rows("r", 4));
        case 3 -> withdraw();
        case 7, 8 -> files.flows("t%d.csv".formatted(night), totals());
        case 9 -> files.input("p%d.csv".formatted(night), postings(), Input.ROSTER);
        case 4 -> redeliver(night);
        case 5 ->
            files.input(
                "levels%d.csv".formatted(night),
                "县代码,年份,population\n760122,%d,%d\n".formatted(2010 + night, night),
                Input.LEVELS);
        default -> files.flows("s%d.csv".formatted(night), rows("s", 12));
      }
      List<Input> distinct =
          files.inputs().stream()
              .collect(TreeMap<Path, Input>::new, (m, i) -> m.put(i.path(), i), TreeMap::putAll)
              .values()
              .stream()
              .toList();
      files.inputs().clear();
      files.inputs().addAll(distinct);
      return distinct.stream().map(Input::name).toList().toString();
    }

    /** Ids that come again, in other years too, codes that fail, values that cannot be read. */
    private String rows(String source, int n) {
      StringBuilder rows = new StringBuilder();
      for (int i = 0; i < n; i++) {
        boolean again = random.nextInt(3) == 0;
        String id = (again ? random.nextInt(ids + 1) : ++ids) + (random.nextInt(9) == 0 ? "x" : "");
        String[] codes = {"760121", "760122", "760123", "760130", "760999", "710100"};
        String code = codes[Math.min(random.nextInt(14), codes.length - 1) % codes.length];
        String yuan = random.nextInt(8) == 0 ? "约5" : Integer.toString(random.nextInt(4) + 1);
        int year = random.nextInt(12) == 0 ? 2031 : 2014 + random.nextInt(4);
        rows.append(row(source, random.nextInt(9) == 0 ? "" : id, year, code, yuan));
      }
      return rows.toString();
    }

    /** Running totals that rise, and are stated again. */
    private String totals() {
      StringBuilder rows = new StringBuilder();
      for (int year = 2014; year < 2018; year++) {
        int yuan = 100 * (year - 2013) + random.nextInt(120);
        rows.append(random.nextInt(5) == 0 ? "" : row("t", "", year, "760121", "" + yuan));
      }
      return rows + row("t", "", 2014, "760122", "3");
    }

    /** Persons who are posted again, on days of their other postings too. */
    private String postings() {
      StringBuilder rows = new StringBuilder(RosterTest.HEADER);
      for (int i = 0; i < 4; i++) {
        String person = "A" + random.nextInt(3);
        int from = 2014 + random.nextInt(3);
        String until = (from + random.nextInt(2)) + "-11-30";
        rows.append(RosterTest.posted("76012" + (1 + i % 3), person, from + "-03-01", until));
      }
      return rows.toString();
    }

    private void withdraw() {
      if (files.inputs().size() > 1) {
        gone.add(files.inputs().remove(random.nextInt(files.inputs().size())));
      } else if (!gone.isEmpty()) {
        files.inputs().add(gone.remove(0));
      }
    }

    /** The same bytes under a name that sorts before or after the first one. */
    private void redeliver(int night) {
      Input old = files.inputs().get(random.nextInt(files.inputs().size()));
      String name = (random.nextBoolean() ? "0" : "z") + night + old.name();
      Path copy = old.path().resolveSibling(name);
      try {
        Files.copy(old.path(), copy, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      files.inputs().add(new Input(copy, old.table(), ""));
    }
  }

  @Test
  void aNightReadsItsFileAndItsYearOnly(SparkSession spark, @TempDir Path dir) throws IOException {
    IngestFixture files = new IngestFixture(dir);
    files.flows(
        "y2015.csv", row("s", "1", 2015, "760121", "5") + row("s", "2", 2015, "760999", "5"));
    files.flows(
        "y2016.csv", row("s", "5", 2016, "760121", "6") + row("s", "6", 2016, "760122", "7"));
    files.flows("y2017.csv", row("s", "9", 2017, "760121", "7"));
    known(files);
    Ingest.run(spark, files.request("root"));
    files.flows("new.csv", row("s", "11", 2016, "760123", "1"));
    Path root = dir.resolve("root");
    unread(root);
    unread(dir);

    IngestResult result = Ingest.run(spark, files.request("root"));

    TreeSet<String> read = new TreeSet<>(read(root));
    assertThat(IngestFixture.panel(result)).hasSize(5);
    assertThat(read.stream().filter(f -> f.startsWith("panel/")))
        .as("years of the panel")
        .allMatch(f -> f.startsWith("panel/2016/"));
    assertThat(read.stream().filter(f -> f.startsWith("archive/") && !f.endsWith(".json")))
        .as("raw files")
        .allMatch(f -> isNew(f, files));
    assertThat(read.stream().filter(f -> f.endsWith(".sums"))).as("sums").hasSize(2);
    assertThat(read.stream().filter(f -> f.startsWith("landing/") && f.endsWith("000.parquet")))
        .as("records")
        .hasSizeLessThanOrEqualTo(1);
    assertThat(read(dir).stream().filter(f -> f.endsWith(".csv")).filter(f -> f.startsWith("y")))
        .as("inputs")
        .isEmpty();
  }

  private static boolean isNew(String archived, IngestFixture files) {
    Input last = files.inputs().get(files.inputs().size() - 1);
    return archived.endsWith(sha256(last.path()));
  }

  /** As deliveries are: their digests are known before the run. */
  private static void known(IngestFixture files) {
    files
        .inputs()
        .replaceAll(i -> new Input(i.path(), i.table(), i.sourceId(), i.name(), sha256(i.path())));
  }

  private static void unread(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Files.setAttribute(file, "lastAccessTime", LONG_AGO);
      }
    }
  }

  /** Files that were opened and read since {@link #unread}. */
  private static List<String> read(Path folder) throws IOException {
    List<String> read = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        if (!Files.getAttribute(file, "lastAccessTime").equals(LONG_AGO)) {
          read.add(folder.relativize(file).toString());
        }
      }
    }
    return read;
  }

  /** SHA-256 of every table as it would be published. */
  static Map<String, String> tables(IngestResult result, Path dir) {
    Map<String, String> digests = new TreeMap<>();
    for (Frame frame :
        List.of(result.regionYear(), result.rejects(), result.ledger(), result.reasons())) {
      digests.put(frame.table(), written(frame, dir) + " " + frame.size());
    }
    result.panelFiles().forEach((year, file) -> digests.put("panel " + year, sha256(file)));
    digests.put("reconciliation", result.reconciliationJson());
    digests.put("flags", result.flags().toString());
    digests.put("warnings", result.warnings().toString());
    digests.put("coverage", result.coverage().rows().stream().map(Arrays::toString).toList() + "");
    return digests;
  }

  private static String written(Frame frame, Path dir) {
    try {
      Path file = Files.createTempDirectory(dir, "table").resolve("t.parquet");
      TableFile.write(file, frame, Map.of());
      return sha256(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(Path file) {
    try {
      var digest = java.security.MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (IOException | java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(Arrays.toString(e.getStackTrace()), e);
    }
  }
}

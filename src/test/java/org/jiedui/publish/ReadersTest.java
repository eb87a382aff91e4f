package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers that never stop while versions are published: DuckDB's one-liner, and the rule. */
class ReadersTest {
  /** Rows of each table. */
  private static final int ROWS = 5;

  private static final Path NODE = Path.of("target/node");

  @TempDir private Path root;

  /** One look at what is there: the contents of all rows it found. */
  private interface Look {
    List<Integer> contents() throws Exception;
  }

  @Test
  void whatIsReadWhilePublishingIsAlwaysOneWholeVersion() throws Exception {
    read(Proof.PUBLISH_READERS, 1, 20);
  }

  @Test
  @Tag("thorough")
  void sixteenReadersLookThreeHundredTimesEach() throws Exception {
    read(Proof.PUBLISH_READERS_THOROUGH, 5, 300);
  }

  @Test
  @Tag("thorough")
  void aReaderInNodeSeesWholeVersions() throws Exception {
    assumeTrue(
        Files.isDirectory(NODE.resolve("node_modules/hyparquet")),
        "no Parquet reader for Node: npm install --prefix target/node hyparquet"
            + " hyparquet-compressors");
    Store store = new LocalStore(root);
    Trial.night(store, Trial.NIGHT, 1);
    Trial.night(store, Trial.NIGHT, 2);
    int looks = 300;
    Process reading = node("latest", looks);
    Process globbing = node("data", looks);
    int content = 2;
    while (reading.isAlive() || globbing.isAlive()) {
      Trial.night(store, Trial.NIGHT, ++content);
    }
    int torn = said(reading);
    int weaker = said(globbing);
    assertThat(torn).isZero();
    assertThat(weaker).isPositive();
    assertThat(content).as("versions made meanwhile").isGreaterThan(5);
    Proof.PUBLISH_READERS_NODE_THOROUGH.record(Counts.of(looks, torn).control(looks, weaker));
  }

  /** The modules are looked for beside the script. */
  private Process node(String place, int looks) throws IOException {
    Path script = NODE.resolve("looks.mjs");
    Files.copy(
        Path.of("src/test/resources/readers/looks.mjs"),
        script,
        StandardCopyOption.REPLACE_EXISTING);
    return new ProcessBuilder(
            "node",
            script.toString(),
            root.resolve("trial").resolve(place).toString(),
            "a.parquet",
            "" + ROWS,
            "" + looks)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static int said(Process process) throws IOException {
    byte[] said = process.getInputStream().readAllBytes();
    return Integer.parseInt(new String(said, StandardCharsets.UTF_8).strip());
  }

  /** Versions are made until readers of each kind have looked so often. */
  private void read(Proof proof, int readers, int looks) throws Exception {
    Store store = new LocalStore(root);
    Trial.night(store, Trial.NIGHT, 1);
    Trial.night(store, Trial.NIGHT, 2);
    ExecutorService pool = Executors.newFixedThreadPool(3 * readers + 1);
    try {
      List<Future<Integer>> reading = new ArrayList<>();
      for (int i = 0; i < readers; i++) {
        reading.add(pool.submit(torn(looks, ROWS, this::latest)));
        reading.add(pool.submit(torn(looks, 2 * ROWS, this::resolved)));
        reading.add(pool.submit(torn(looks, 1, () -> byTheRule(store))));
      }
      Future<Integer> globbing = pool.submit(torn(looks, ROWS, this::everything));
      int content = 2;
      while (!globbing.isDone() || !reading.stream().allMatch(Future::isDone)) {
        Trial.night(store, Trial.NIGHT, ++content);
      }
      int torn = 0;
      for (Future<Integer> each : reading) {
        torn += each.get();
      }
      assertThat(torn).isZero();
      assertThat(globbing.get()).isPositive();
      assertThat(content).as("versions made meanwhile").isGreaterThan(5);
      long reads = 3L * readers * looks;
      proof.record(Counts.of(reads, torn).control(looks, globbing.get()));
    } finally {
      pool.shutdownNow();
    }
  }

  /** How many looks found anything but so many rows of one content. */
  private static Callable<Integer> torn(int looks, int rows, Look look) {
    return () -> {
      int torn = 0;
      for (int i = 0; i < looks; i++) {
        torn += isWhole(look, rows) ? 0 : 1;
      }
      return torn;
    };
  }

  private static boolean isWhole(Look look, int rows) {
    try {
      List<Integer> contents = look.contents();
      return contents.size() == rows && Set.copyOf(contents).size() == 1;
    } catch (Exception missing) {
      return false;
    }
  }

  private static List<Integer> byTheRule(Store store) {
    return List.of(Trial.content(Trial.report(store).head().orElseThrow()));
  }

  /** One table through the name for people. */
  private List<Integer> latest() throws SQLException {
    return query(List.of(root + "/trial/latest/a.parquet"));
  }

  /** Two tables of one version: the name for people is resolved once. */
  private List<Integer> resolved() throws IOException, SQLException {
    Path version = root.resolve("trial/latest").toRealPath();
    return query(List.of(version + "/a.parquet", version + "/b.parquet"));
  }

  /** The control: all there is in {@code data/}, which nobody should read. */
  private List<Integer> everything() throws IOException, SQLException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(root.resolve("trial/data"))) {
      files.filter(f -> f.endsWith("a.parquet")).map(Path::toString).forEach(found::add);
    }
    return query(List.copyOf(found));
  }

  /** A session of its own: one that lives on keeps pieces of files by name and second. */
  private static List<Integer> query(List<String> files) throws SQLException {
    String list = String.join("', '", files);
    List<Integer> contents = new ArrayList<>();
    try (Connection own = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = own.createStatement();
        ResultSet rows =
            statement.executeQuery("select content from read_parquet(['" + list + "'])")) {
      while (rows.next()) {
        contents.add(rows.getInt(1));
      }
    }
    return contents;
  }
}

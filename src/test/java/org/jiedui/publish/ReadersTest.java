package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers that never stop while versions are published: DuckDB's one-liner, and the rule. */
class ReadersTest {
  @TempDir private Path root;

  /** One look at what is there: the contents seen. */
  private interface Look {
    List<Integer> contents() throws Exception;
  }

  @Test
  void whatIsReadWhilePublishingIsAlwaysOneWholeVersion() throws Exception {
    read(2, 12);
  }

  @Test
  @Tag("thorough")
  void sixteenReadersWhileFourHundredVersionsAreMade() throws Exception {
    read(8, 400);
  }

  /** Readers of each kind look again and again until the last version is made. */
  private void read(int readers, int versions) throws Exception {
    Store store = new LocalStore(root);
    Trial.night(store, Trial.NIGHT, 1);
    AtomicBoolean ending = new AtomicBoolean();
    ExecutorService pool = Executors.newFixedThreadPool(2 * readers + 1);
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      List<Future<List<Integer>>> looks = new ArrayList<>();
      for (int i = 0; i < readers; i++) {
        looks.add(pool.submit(loop(ending, () -> latest(duck))));
        looks.add(pool.submit(loop(ending, () -> List.of(Trial.visible(store)))));
      }
      Future<List<Integer>> globbing = pool.submit(loop(ending, () -> glob(duck)));
      for (int content = 2; content <= versions; content++) {
        Trial.night(store, Trial.NIGHT, content);
      }
      ending.set(true);
      long reads = 0;
      long torn = 0;
      for (Future<List<Integer>> look : looks) {
        reads += look.get().size();
        torn += look.get().stream().filter(distinct -> distinct != 1).count();
      }
      assertThat(torn).isZero();
      assertThat(reads).isGreaterThan(readers * 4L);
      long mixed = globbing.get().stream().filter(distinct -> distinct != 1).count();
      Proof.PUBLISH_READERS.record(Counts.of(readers * 4L, torn).control(1, Math.min(1, mixed)));
    } finally {
      pool.shutdownNow();
    }
  }

  /** How many contents each look saw: one, or it was torn. */
  private static Callable<List<Integer>> loop(AtomicBoolean ending, Look look) {
    return () -> {
      List<Integer> seen = new ArrayList<>();
      do {
        seen.add((int) look.contents().stream().distinct().count());
      } while (!ending.get());
      return seen;
    };
  }

  /** One file of {@code latest}: 5 rows of one content. */
  private List<Integer> latest(Connection duck) throws SQLException {
    List<Integer> contents = query(duck, root + "/trial/latest/a.parquet");
    assertThat(contents).hasSize(5);
    return contents;
  }

  /** The control: everything that lies in {@code data}. */
  private List<Integer> glob(Connection duck) throws IOException {
    List<Integer> contents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root.resolve("trial/data"))) {
      for (Path file : files.filter(f -> f.endsWith("a.parquet")).toList()) {
        contents.addAll(query(duck, file.toString()));
      }
    } catch (SQLException unfinished) {
      contents.add(-1);
    }
    return contents;
  }

  private static List<Integer> query(Connection duck, String file) throws SQLException {
    List<Integer> contents = new ArrayList<>();
    try (Connection own = ((org.duckdb.DuckDBConnection) duck).duplicate();
        Statement statement = own.createStatement();
        ResultSet rows =
            statement.executeQuery("select content from read_parquet('" + file + "')")) {
      while (rows.next()) {
        contents.add(rows.getInt(1));
      }
    }
    return contents;
  }
}

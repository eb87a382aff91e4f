package org.jiedui.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jiedui.message.InputException;
import org.jiedui.reliability.Counts;
import org.jiedui.reliability.Proof;
import org.jiedui.spark.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * New files, corrections, withdrawals and redeliveries in any order: every night has the bytes of a
 * run from nothing. A program that keeps what it must not keep is found out.
 */
@ExtendWith(SharedSpark.class)
class NightOrdersTest {
  /** What a night brings. */
  private enum Event {
    NEW,
    CORRECTED,
    WITHDRAWN,
    REDELIVERED
  }

  /**
   * A decision to reuse that looks at the year or the landing alone, whatever a file was made from.
   */
  private enum Weakness {
    PANEL("panel", "\\d{4}", "panel.parquet"),
    LEVELS("records", "\\d{4}", ".parquet"),
    VERDICT("records", "\\d{4}", ".json"),
    REJECTS("records/rejects", "[0-9a-f]{64}", ".parquet");

    private final String folder;
    private final String parts;
    private final String ending;

    Weakness(String folder, String parts, String ending) {
      this.folder = folder;
      this.parts = parts;
      this.ending = ending;
    }
  }

  private static final List<List<Event>> TWO_ORDERS =
      List.of(
          List.of(Event.NEW, Event.CORRECTED, Event.WITHDRAWN, Event.REDELIVERED),
          List.of(Event.REDELIVERED, Event.WITHDRAWN, Event.CORRECTED, Event.NEW));

  @TempDir Path dir;
  private IngestFixture files;
  private final Map<Set<Event>, Map<String, String>> fromNothing = new HashMap<>();

  @BeforeEach
  void country() {
    files = new IngestFixture(dir);
  }

  private static String row(String id, int year, String code, String yuan) {
    return "s,%s,%d,,%s,fiscal,paid,%s,元\n".formatted(id, year, code, yuan);
  }

  /** The files as they lie there once these things have happened. */
  private void state(Set<Event> happened) {
    String first = row("1", 2015, "760121", "5") + row("2", 2016, "760122", "7");
    boolean corrected = happened.contains(Event.CORRECTED);
    files.inputs().clear();
    files.flows("a.csv", corrected ? first.replace(",7,", ",8,") : first);
    files.flows("d.csv", row("7", 2016, "760123", "1") + row("7", 2016, "760123", "2"));
    files.input(
        "levels.csv",
        "县代码,年份,population\n760121,2016,%d\n760123,2016,7\n".formatted(corrected ? 11 : 10),
        Input.LEVELS);
    if (!happened.contains(Event.WITHDRAWN)) {
      files.flows("b.csv", row("3", 2016, "760121", "3") + row("4", 2017, "760123", "4"));
    }
    if (happened.contains(Event.NEW)) {
      files.flows(
          "c.csv",
          row("4", 2017, "760123", "9")
              + row("5", 2016, "760121", "1")
              + row("6", 2015, "760999", "2")
              + row("7", 2016, "760123", "3"));
    }
    if (happened.contains(Event.REDELIVERED)) {
      files.flows("0a.csv", first);
    }
  }

  private Map<String, String> fromNothing(SparkSession spark, Set<Event> happened) {
    return fromNothing.computeIfAbsent(
        Set.copyOf(happened), h -> tables(Ingest.run(spark, files.request(fresh(h)))));
  }

  private static String fresh(Set<Event> happened) {
    return "fresh" + happened.stream().mapToInt(e -> 1 << e.ordinal()).sum();
  }

  private Map<String, String> tables(IngestResult result) {
    return IncrementalTest.tables(result, dir);
  }

  @Test
  void anyOrderGivesWhatARunFromNothingGivesAndAWeakerReuseIsFoundOut(SparkSession spark) {
    int nights = 0;
    for (List<Event> order : TWO_ORDERS) {
      nights += inOrder(spark, order);
    }
    int weaker = 0;
    int found = 0;
    for (Weakness weakness : Weakness.values()) {
      List<Event> told = foundOut(spark, TWO_ORDERS.get(0), weakness);
      assertThat(told)
          .as("nights on which %s is reused whatever it was made from", weakness)
          .isNotEmpty();
      weaker += TWO_ORDERS.get(0).size();
      found += told.size();
    }
    Proof.INGEST_INCREMENTAL.record(Counts.of(nights, 0).control(weaker, found));
  }

  @Test
  @Tag("thorough")
  void everyOrderGivesWhatARunFromNothingGives(SparkSession spark) {
    List<List<Event>> orders = new ArrayList<>();
    orders(List.of(), EnumSet.allOf(Event.class), orders);
    assertThat(orders).hasSize(24);
    orders.forEach(order -> inOrder(spark, order));
  }

  private static void orders(List<Event> before, Set<Event> left, List<List<Event>> found) {
    if (left.isEmpty()) {
      found.add(before);
    }
    for (Event next : left) {
      List<Event> longer = new ArrayList<>(before);
      longer.add(next);
      Set<Event> others = EnumSet.copyOf(left);
      others.remove(next);
      orders(longer, others, found);
    }
  }

  /** How many nights of one order were compared. */
  private int inOrder(SparkSession spark, List<Event> order) {
    Set<Event> happened = EnumSet.noneOf(Event.class);
    String root = "steps of 夜 " + order; // brackets, blanks and commas are allowed in a root
    state(happened);
    Ingest.run(spark, files.request(root));
    for (Event event : order) {
      happened.add(event);
      state(happened);
      assertThat(tables(Ingest.run(spark, files.request(root))))
          .as("%s of %s", event, order)
          .isEqualTo(fromNothing(spark, happened));
    }
    return order.size();
  }

  /** The nights whose tables differ, or that do not come to an end, with a weaker reuse. */
  private List<Event> foundOut(SparkSession spark, List<Event> order, Weakness weakness) {
    List<Event> found = new ArrayList<>();
    Set<Event> happened = EnumSet.noneOf(Event.class);
    String root = "weak" + weakness;
    state(happened);
    tables(Ingest.run(spark, files.request(root)));
    for (Event event : order) {
      happened.add(event);
      state(happened);
      Map<String, String> right = fromNothing(spark, happened);
      mistake(dir.resolve(root), dir.resolve(fresh(happened)), weakness);
      try {
        if (!tables(Ingest.run(spark, files.request(root))).equals(right)) {
          found.add(event);
        }
      } catch (InputException ledgerDoesNotClose) {
        assertThat(ledgerDoesNotClose).hasMessageContaining("NOT_CONSERVED");
        found.add(event);
      }
    }
    return found;
  }

  /** Puts the file that a part had before under every name that the night will ask for. */
  private static void mistake(Path root, Path fresh, Weakness weakness) {
    Map<String, Path> kept = byPart(root, weakness);
    byPart(fresh, weakness)
        .forEach(
            (part, needed) -> {
              Path asked = root.resolve(fresh.relativize(needed));
              Optional.ofNullable(kept.get(part))
                  .filter(old -> !Files.exists(asked))
                  .ifPresent(old -> copy(old, asked));
            });
  }

  private static Map<String, Path> byPart(Path root, Weakness weakness) {
    Path folder = root.resolve(weakness.folder);
    Map<String, Path> found = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(weakness.ending))
          .filter(file -> folder.relativize(file).getName(0).toString().matches(weakness.parts))
          .sorted()
          .forEach(file -> found.put(folder.relativize(file).getName(0).toString(), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static void copy(Path from, Path to) {
    try {
      Files.createDirectories(to.getParent());
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.jiedui.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jiedui.ingest.file.Landing;
import org.jiedui.ingest.file.LandingPart;
import org.jiedui.ingest.file.LandingSchema;
import org.jiedui.ingest.file.LandingStore;
import org.jiedui.publish.Json;
import org.jiedui.spark.FilePaths;

/**
 * What a landing holds, counted again from its files by Spark: once, after it has landed. One query
 * for all that are new, whatever their number.
 *
 * @param files sizes and times of the counted files; where they differ it is counted again
 */
record LandingFacts(String files, List<Count> counts, List<Shifts.Level> levels) {
  private static final String FORM = "jiedui.landing-facts/1";
  private static final StructType COLUMNS =
      new StructType()
          .add("src", DataTypes.LongType)
          .add("item", DataTypes.IntegerType)
          .add("source_id", DataTypes.StringType)
          .add("year", DataTypes.IntegerType)
          .add("indicator", DataTypes.StringType)
          .add("amount", DataTypes.LongType);

  /** Rows, records and amount of one indicator of one source in one year. */
  record Count(String source, int year, String indicator, long rows, long records, long amount) {}

  /** Years of which there are records. */
  Set<Integer> years() {
    return counts.stream().map(Count::year).collect(Collectors.toCollection(TreeSet::new));
  }

  Set<String> sources() {
    return counts.stream().map(Count::source).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The facts of every landing, in their order; what is not kept yet is counted. */
  static List<LandingFacts> of(
      SparkSession spark, IngestRequest request, LandingStore store, List<Landing> landings) {
    Kept kept = Kept.records(request.root(), "landings");
    Map<String, LandingFacts> known = new HashMap<>();
    for (Landing landing : landings) {
      kept.find(name(landing))
          .map(LandingFacts::read)
          .filter(f -> f.files().equals(stamps(landing, store)))
          .ifPresent(f -> known.put(landing.id(), f));
    }
    List<Landing> fresh = landings.stream().filter(l -> !known.containsKey(l.id())).toList();
    Map<Long, List<Count>> counted = countAgain(spark, store, fresh);
    for (Landing landing : fresh) {
      List<Count> counts = counted.getOrDefault(LandingSchema.src(landing.id()), List.of());
      var facts = new LandingFacts(stamps(landing, store), counts, Shifts.levels(landing, store));
      kept.replace(name(landing), draft -> Files.writeString(draft, facts.json()));
      known.put(landing.id(), facts);
    }
    return landings.stream().map(l -> known.get(l.id())).toList();
  }

  private static String stamps(Landing landing, LandingStore store) {
    return landing.parts().stream()
        .map(p -> FileStamp.of(store.file(landing, p, LandingPart.RECORDS)))
        .map(stamp -> stamp.size() + "@" + stamp.modified())
        .collect(Collectors.joining(" "));
  }

  private static String name(Landing landing) {
    return landing.id() + ".json";
  }

  private static Map<Long, List<Count>> countAgain(
      SparkSession spark, LandingStore store, List<Landing> landings) {
    String[] files =
        landings.stream()
            .flatMap(
                l ->
                    l.parts().stream()
                        .filter(p -> p.records() > 0)
                        .map(p -> store.file(l, p, LandingPart.RECORDS)))
            .map(FilePaths::literal)
            .toArray(String[]::new);
    Map<Long, List<Count>> counts = new HashMap<>();
    if (files.length > 0) {
      spark
          .read()
          .schema(COLUMNS)
          .parquet(files)
          .groupBy(col("src"), col("source_id"), col("year"), col("indicator"))
          .agg(
              sum(when(col("item").equalTo(0), lit(1L)).otherwise(lit(0L))).as("rows"),
              count(lit(1)).as("records"),
              sum(col("amount")).as("amount"))
          .orderBy("src", "source_id", "year", "indicator")
          .collectAsList()
          .forEach(
              row ->
                  counts
                      .computeIfAbsent(row.getLong(0), src -> new ArrayList<>())
                      .add(counted(row)));
    }
    return counts;
  }

  private static Count counted(Row row) {
    return new Count(
        Optional.ofNullable(row.getString(1)).orElse(""),
        row.getInt(2),
        row.getString(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6));
  }

  private String json() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("format", FORM);
    tree.put("files", files);
    tree.put(
        "counts",
        counts.stream()
            .map(
                c ->
                    List.of(c.source(), c.year(), c.indicator(), c.rows(), c.records(), c.amount()))
            .toList());
    tree.put(
        "levels",
        levels.stream()
            .map(l -> List.of(l.indicator(), l.year(), l.median(), l.groups()))
            .toList());
    return Json.pretty(tree);
  }

  private static LandingFacts read(Path file) {
    try {
      Map<String, Object> tree = Json.object(Files.readString(file));
      List<Count> counts = new ArrayList<>();
      List<Shifts.Level> levels = new ArrayList<>();
      for (Object item : (List<?>) tree.get("counts")) {
        List<?> c = (List<?>) item;
        counts.add(
            new Count(
                (String) c.get(0),
                number(c.get(1)),
                (String) c.get(2),
                (Long) c.get(3),
                (Long) c.get(4),
                (Long) c.get(5)));
      }
      for (Object item : (List<?>) tree.get("levels")) {
        List<?> l = (List<?>) item;
        levels.add(
            new Shifts.Level(
                (String) l.get(0),
                number(l.get(1)),
                ((Number) l.get(2)).doubleValue(),
                number(l.get(3))));
      }
      return new LandingFacts((String) tree.get("files"), counts, levels);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int number(Object value) {
    return Math.toIntExact((Long) value);
  }
}

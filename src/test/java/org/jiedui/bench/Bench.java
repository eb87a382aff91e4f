package org.jiedui.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jiedui.Main;

/**
 * Times the product against DuckDB on this machine, in one run: start-up of the sample, records to
 * published ratios, grouping alone. Options: {@code --millions 1,10 --work DIR --csv FILE}; {@code
 * --shapes 1} instead times {@code ingest} on one million rows in several {@link Shapes}; {@code
 * --nights 2} what nights that bring one record in a hundred cost beside a run from nothing.
 */
public final class Bench {
  private static final Path PROJECT = Path.of("").toAbsolutePath();
  private static final long SETTLED_MILLIS = 3_000;

  private final Path work;
  private final List<Line> lines = new ArrayList<>();

  /** One printed line; the ratio is to the line it is compared with, by wall time. */
  private record Line(String size, Measured measured, double wallRatio, double cpuRatio) {}

  private Bench(Path work) {
    this.work = work;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Map<String, String> options =
        Map.of("--millions", "1,10", "--shapes", "", "--nights", "", "--work", "", "--csv", "");
    Map<String, String> given = new HashMap<>(options);
    for (int i = 0; i + 1 < args.length; i += 2) {
      if (given.replace(args[i], args[i + 1]) == null) {
        throw new IllegalArgumentException("unknown option " + args[i]);
      }
    }
    String folder = given.get("--work");
    Path work = folder.isEmpty() ? Files.createTempDirectory("jiedui-bench") : Path.of(folder);
    Bench bench = new Bench(Files.createDirectories(work.toAbsolutePath()));
    if (!given.get("--nights").isEmpty()) {
      bench.nights(Double.parseDouble(given.get("--nights")), "ingest");
      bench.nights(Double.parseDouble(given.get("--nights")), "effects");
    } else if (given.get("--shapes").isEmpty()) {
      bench.startUp();
      for (String millions : given.get("--millions").split(",")) {
        bench.size(Double.parseDouble(millions));
      }
    } else {
      bench.shapes(Double.parseDouble(given.get("--shapes")));
    }
    String csv = bench.csv();
    System.out.println(csv);
    if (!given.get("--csv").isEmpty()) {
      Files.writeString(Path.of(given.get("--csv")), csv);
    }
    if (bench.lines.stream().anyMatch(line -> line.measured().exit() != 0)) {
      throw new IllegalStateException("a part failed; see the logs in " + bench.work);
    }
  }

  /** The sample study with the archive of classes present and without one. */
  private void startUp() throws IOException, InterruptedException {
    jiedui("warm the archive", "wait", "run", "--root", fresh("sample-warm"));
    Measured with = jiedui("sample with archive", "auto", "run", "--root", fresh("sample-1"));
    Measured without = jiedui("sample without archive", "off", "run", "--root", fresh("sample-2"));
    add("sample", with, with);
    add("sample", without, with);
  }

  /** Ratios are to the plain file, without what a file of a thousand rows costs already. */
  private void shapes(double millions) throws IOException, InterruptedException {
    long rows = Math.round(millions * 1e6);
    Path all = bulk(work.resolve("shapes"), rows);
    Measured start = shape(Shapes.PLAIN, all, 1_000);
    Measured plain = shape(Shapes.PLAIN, all, rows);
    add("start", start, start);
    for (Shapes shape : Shapes.values()) {
      Measured measured = shape(shape, all, rows);
      lines.add(
          new Line(
              millions + " M",
              measured,
              (measured.wall() - start.wall()) / (plain.wall() - start.wall()),
              (measured.cpu() - start.cpu()) / (plain.cpu() - start.cpu())));
    }
  }

  private Path bulk(Path data, long rows) throws IOException, InterruptedException {
    Path records = data.resolve("records/records.csv");
    if (!Files.exists(records)) {
      String[] words = {
        "generate", "--layout", "bulk", "--records", "" + rows, "--out", data.toString()
      };
      java("generate", Main.class, words);
    }
    return records;
  }

  /**
   * Nights of one command, in one root. Ratios are to the run from nothing on the records of the
   * first night, without what a thousand records cost.
   */
  private void nights(double millions, String command) throws IOException, InterruptedException {
    long rows = Math.round(millions * 1e6);
    Path all = bulk(work.resolve("nights-" + millions), rows);
    Arrivals arrivals = Arrivals.of(all, work.resolve("arrivals-" + millions), rows);
    Path few = study(all, Path.of(fresh("few")).getFileName().toString());
    Shapes.PLAIN.write(all, few.resolveSibling("records/few.csv"), 1_000);
    Measured start = night(command, "a thousand records", few, fresh("root-few"));
    Path study = study(all, Path.of(fresh(command)).getFileName().toString());
    String root = fresh("steps-" + command);
    arrive(study, arrivals.there());
    night(command, "records that are there", study, root);
    arrive(study, arrivals.oneYear());
    Measured nothing = night(command, "from nothing", study, fresh("nothing-" + command));
    Measured one = night(command, "1 % more, of one year", study, root);
    arrive(study, arrivals.allYears());
    Measured spread = night(command, "1 % more, of all years", study, root);
    Measured again = night(command, "nothing new", study, root);
    for (Measured measured : List.of(start, nothing, one, spread, again)) {
      lines.add(
          new Line(
              millions + " M",
              measured,
              (measured.wall() - start.wall()) / (nothing.wall() - start.wall()),
              (measured.cpu() - start.cpu()) / (nothing.cpu() - start.cpu())));
    }
  }

  private Measured night(String command, String what, Path study, String root)
      throws IOException, InterruptedException {
    return java(
        command + ", " + what, Main.class, command, "--study", study.toString(), "--root", root);
  }

  /** A moment before the night, as files do: one that changed in this second is read again. */
  private static void arrive(Path study, Path file) throws IOException, InterruptedException {
    Path link = study.resolveSibling("records").resolve(file.getFileName());
    Files.deleteIfExists(link);
    Files.createLink(link, file);
    Thread.sleep(SETTLED_MILLIS);
  }

  /** A study of its own beside the facts of generated records, without any record yet. */
  private Path study(Path all, String name) throws IOException {
    Path folder = work.resolve(name);
    Files.createDirectories(folder.resolve("records"));
    for (String facts : List.of("geography", "pairings")) {
      Path link = folder.resolve(facts);
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, all.getParent().resolveSibling(facts));
    }
    return study(folder);
  }

  private Measured shape(Shapes shape, Path all, long rows)
      throws IOException, InterruptedException {
    Path folder = work.resolve("shapes-" + shape + "-" + rows);
    shape.write(all, folder.resolve("records/records.csv"), rows);
    Path contract = Files.createDirectories(folder.resolve("contract"));
    Files.writeString(contract.resolve("ingest.conf"), "gates { reject-stop = 100 }\n");
    Files.copy(
        PROJECT.resolve("conf/schema.conf"),
        contract.resolve("schema.conf"),
        StandardCopyOption.REPLACE_EXISTING);
    Path study = study(all, folder.getFileName().toString());
    Files.writeString(
        study,
        Files.readString(study)
            .replace(PROJECT.resolve("conf/schema.conf").toString(), "contract/schema.conf"));
    return java(
        "ingest, " + shape.name().toLowerCase(Locale.ROOT),
        Main.class,
        "ingest",
        "--study",
        study.toString(),
        "--root",
        fresh("root-" + shape));
  }

  private void size(double millions) throws IOException, InterruptedException {
    String size = millions + " M";
    Path data = work.resolve("bulk-" + millions);
    long records = Math.round(millions * 1e6);
    if (!Files.exists(data.resolve("records/records.csv"))) {
      jiedui(
          "generate",
          "auto",
          "generate",
          "--layout",
          "bulk",
          "--records",
          records + "",
          "--out",
          data.toString());
    }
    Path duck = Files.createDirectories(work.resolve("duck-" + millions));
    Lookups.write(data, duck);
    String csv = data.resolve("records/records.csv").toString();
    Measured same = java("DuckDB, same work", DuckDb.class, "same", csv, duck.toString());
    Measured quick = java("DuckDB, grouping the CSV", DuckDb.class, "quick", csv, duck.toString());
    Measured ours =
        jiedui(
            "jiedui, records to ratios",
            "auto",
            "--big",
            "--driver-memory",
            "4g",
            "effects",
            "--study",
            study(data).toString(),
            "--root",
            fresh("root-" + millions));
    add(size, same, same);
    add(size, quick, same);
    add(size, ours, same);
    String published =
        work.resolve("root-" + millions) + "/bulk-effects/latest/effect_ratio.parquet";
    Measured agree = java("agree", DuckDb.class, "agree", published, duck.toString());
    System.out.println("totals of the two sides " + (agree.exit() == 0 ? "agree" : "DIFFER"));
    String accepted = duck.resolve("accepted.parquet").toString();
    Measured theirs = java("DuckDB, grouping Parquet", DuckDb.class, "group", accepted, duck + "");
    add(size, theirs, theirs);
    add(size, java("Spark, grouping Parquet", SparkGrouping.class, accepted), theirs);
  }

  /** The study of the generated records: effect ratios only, as there is no development panel. */
  private Path study(Path data) throws IOException {
    Path conf = PROJECT.resolve("conf");
    return Files.writeString(
        data.resolve("study.conf"),
        """
        id = bulk
        title { zh = "性能测试(模拟数据)", en = "Benchmark (synthetic data)" }
        synthetic = true
        inputs = [ { path = "records", table = cooperation_record, source = bulk } ]
        contract = "%1$s/schema.conf"
        indicators = "%1$s/indicators"
        geography = "geography"
        pairings = "pairings"
        prices { file = "%1$s/prices/cpi.csv", base-year = 2020 }
        windows { before = [1996, 2015], after = [2016, 2020] }
        absent = zero
        effects { indicators = [fiscal, donation, cadres, professionals], confidence = 0.95, reference = t }
        gap { indicators = [income_pc] }
        clusters {}
        claims { file = "%1$s/claims.conf" }
        """
            .formatted(conf));
  }

  private Measured jiedui(String name, String archive, String... words)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(PROJECT.resolve("jobs/jiedui").toString()));
    line.addAll(List.of(words));
    Map<String, String> environment =
        Map.of("JIEDUI_CDS", archive, "JIEDUI_BUILD", "never", "CI", "true");
    return told(Measured.of(name, work, environment, line));
  }

  private Measured java(String name, Class<?> main, String... words)
      throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    line.addAll(List.of("-Xmx4g", "-XX:+UseParallelGC", "-Djava.net.preferIPv4Stack=true"));
    Stream.of("lang", "lang.invoke", "lang.reflect", "io", "net", "nio", "util", "util.concurrent")
        .forEach(room -> line.add("--add-opens=java.base/java." + room + "=ALL-UNNAMED"));
    line.add("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");
    line.add("-Dlog4j2.configurationFile=" + PROJECT.resolve("conf/log4j2.properties"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    line.addAll(List.of(words));
    return told(Measured.of(name, work, Map.of("SPARK_LOCAL_IP", "127.0.0.1"), line));
  }

  private static Measured told(Measured measured) {
    System.err.println("bench: " + measured);
    return measured;
  }

  private String fresh(String name) throws IOException {
    Path folder = work.resolve(name);
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return folder.toString();
  }

  private void add(String size, Measured measured, Measured against) {
    Line line =
        new Line(size, measured, measured.wall() / against.wall(), measured.cpu() / against.cpu());
    lines.add(line);
    System.out.printf(
        Locale.ROOT,
        "%-8s %-28s exit %d  wall %7.2f s  cpu %7.2f s  peak %6d MiB  wall x%.2f  cpu x%.2f%n",
        size,
        measured.name(),
        measured.exit(),
        measured.wall(),
        measured.cpu(),
        measured.peak(),
        line.wallRatio(),
        line.cpuRatio());
  }

  private String csv() {
    StringBuilder csv =
        new StringBuilder("size,what,exit,wall_s,cpu_s,peak_mib,wall_ratio,cpu_ratio\n");
    for (Line line : lines) {
      Measured m = line.measured();
      csv.append(
          String.format(
              Locale.ROOT,
              "%s,\"%s\",%d,%.3f,%.3f,%d,%.3f,%.3f%n",
              line.size(),
              m.name(),
              m.exit(),
              m.wall(),
              m.cpu(),
              m.peak(),
              line.wallRatio(),
              line.cpuRatio()));
    }
    return csv.toString();
  }
}

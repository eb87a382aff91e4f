package org.jiedui.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;

/** All declared indicators, by id: one file each in {@code conf/indicators}. */
public final class Indicators {
  /** Labels of the dimensions of the gap index; the one file of the folder that is no indicator. */
  private static final String DIMENSIONS = "dimensions.conf";

  private final Map<String, Indicator> byId;
  private final Map<String, Text> dimensions;

  private Indicators(Map<String, Indicator> byId, Map<String, Text> dimensions) {
    this.byId = byId;
    this.dimensions = dimensions;
  }

  /** Reads a folder. All problems of all files end in one {@link InputException} (exit 2). */
  public static Indicators load(Path dir) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Text> dimensions = IndicatorFile.dimensions(dir.resolve(DIMENSIONS), problems);
    Map<String, Indicator> byId = new TreeMap<>();
    for (Path file : files(dir)) {
      IndicatorFile.read(file, dimensions, problems).ifPresent(i -> byId.put(i.id(), i));
    }
    if (byId.isEmpty() && problems.isEmpty()) {
      problems.add(
          Problem.error(
                  "CONF_EMPTY",
                  Text.of("指标目录中没有指标文件", "the indicator folder holds no indicator file"))
              .at(dir.toString())
              .expected("每个指标一个 <id>.conf 文件", "one file <id>.conf for each indicator"));
    }
    checkReferences(dir, byId, problems);
    InputException.throwIfAny(ExitCode.USAGE, problems);
    return new Indicators(byId, dimensions);
  }

  /** In the order of their ids. */
  public List<Indicator> all() {
    return List.copyOf(byId.values());
  }

  public Collection<String> ids() {
    return byId.keySet();
  }

  public Optional<Indicator> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Indicators of one contract table, in the order of their ids. */
  public List<Indicator> of(String table) {
    return byId.values().stream().filter(i -> i.table().equals(table)).toList();
  }

  /** Indicators that take part in the development-gap index, in the order of their ids. */
  public List<Indicator> development() {
    return byId.values().stream().filter(i -> i.gap().isPresent()).toList();
  }

  /** Label of a dimension of the gap index; its id when it has none. */
  public Text dimension(String id) {
    return dimensions.getOrDefault(id, Text.same(id));
  }

  /** Dimension ids in the order they are declared. */
  public List<String> dimensions() {
    return List.copyOf(dimensions.keySet());
  }

  private static void checkReferences(
      Path dir, Map<String, Indicator> byId, List<Problem> problems) {
    Map<String, String> owner = new TreeMap<>();
    for (Indicator indicator : byId.values()) {
      indicator
          .per()
          .filter(per -> !byId.containsKey(per))
          .ifPresent(
              per ->
                  problems.add(
                      FactProblems.unknownWord(
                              per,
                              byId.keySet(),
                              "指标 " + indicator.id() + " 的 per",
                              "per of " + indicator.id())
                          .at(dir.resolve(indicator.id() + ".conf").toString())));
      for (String column : indicator.columns().keySet()) {
        String other = owner.putIfAbsent(indicator.table() + "." + column, indicator.id());
        if (other != null) {
          problems.add(
              Problem.error(
                      "CONF_VALUE",
                      Text.of(
                          "列 " + column + " 同时属于指标 " + other + " 和 " + indicator.id(),
                          "column "
                              + column
                              + " belongs to both "
                              + other
                              + " and "
                              + indicator.id()))
                  .at(dir.resolve(indicator.id() + ".conf").toString())
                  .fix("把该列只留在一个指标中", "keep the column in one of the two files"));
        }
      }
    }
  }

  private static List<Path> files(Path dir) {
    if (!Files.isDirectory(dir)) {
      throw new InputException(ExitCode.USAGE, FactProblems.missing(dir));
    }
    try (Stream<Path> list = Files.list(dir)) {
      return list.filter(p -> p.toString().endsWith(".conf"))
          .filter(p -> !p.getFileName().toString().equals(DIMENSIONS))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

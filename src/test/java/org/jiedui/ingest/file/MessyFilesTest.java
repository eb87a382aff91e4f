package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiedui.message.Lang;
import org.jiedui.message.Problem;
import org.junit.jupiter.api.Test;

/** Every trap of the shipped bad files is found exactly as often as it was set. */
class MessyFilesTest {
  private static final Path MESSY = Path.of("sample-data/messy");

  /** Reasons that one file can give by itself; the others need other files. */
  private static final Set<Reason> OF_ONE_FILE =
      EnumSet.of(
          Reason.FILE_TRUNCATED,
          Reason.FILE_EMPTY,
          Reason.FMT_MISMATCH,
          Reason.FMT_UNSUPPORTED,
          Reason.ENC_MIXED,
          Reason.ENC_UNKNOWN,
          Reason.ENC_DAMAGED,
          Reason.TXT_NUL,
          Reason.TXT_CR_ONLY,
          Reason.TXT_QUOTE,
          Reason.NO_FINAL_NEWLINE,
          Reason.CELL_EXTRA,
          Reason.CELL_MISSING,
          Reason.COL_MISSING,
          Reason.COL_AMBIGUOUS,
          Reason.COL_NEW,
          Reason.COL_EMPTY,
          Reason.DOUBLE_COUNT_SUSPECT,
          Reason.UNIT_MISSING,
          Reason.UNIT_CONFLICT,
          Reason.UNIT_UNKNOWN,
          Reason.MEASURE_CONFLICT,
          Reason.NUM_SYNTAX,
          Reason.NUM_AMBIGUOUS,
          Reason.NUM_SCI,
          Reason.NUM_FRACTION,
          Reason.NUM_ROUNDED,
          Reason.NUM_RANGE,
          Reason.NUM_OVERFLOW,
          Reason.YEAR_RANGE,
          Reason.YEAR_FROM_DATE,
          Reason.YEAR_PERIOD,
          Reason.PERIOD_RECORD,
          Reason.WORD_UNKNOWN,
          Reason.CODE_SYNTAX,
          Reason.CODE_SCI,
          Reason.CODE_FLOAT,
          Reason.CODE_12DIGIT,
          Reason.CODE_NAME_ONLY,
          Reason.FMT_ENCRYPTED,
          Reason.LIMIT_CELLS,
          Reason.LIMIT_RATIO,
          Reason.COL_TYPE,
          Reason.XLS_DATE,
          Reason.XLS_MERGED,
          Reason.XLS_FILLED,
          Reason.XLS_TEXT_NUMBER,
          Reason.XLS_ERROR_CELL,
          Reason.XLS_NO_CACHE,
          Reason.XLS_HIDDEN,
          Reason.XLS_PRECISION,
          Reason.TOTAL_MISMATCH,
          Reason.CUMULATIVE_SUSPECT,
          Reason.DATE_SYNTAX,
          Reason.DATE_ORDER,
          Reason.PERSON_MISSING);

  private static List<Path> files() throws IOException {
    try (Stream<Path> list = Files.list(MESSY)) {
      return list.filter(p -> p.toString().matches(".*\\.(csv|xlsx|xls|parquet)"))
          .sorted()
          .toList();
    }
  }

  private static Map<String, Long> expected() {
    return Contracts.read(MESSY.resolve("truth/expected.csv"))
        .lines()
        .skip(1)
        .map(line -> line.split(","))
        .collect(
            Collectors.toMap(
                c -> c[0] + "," + c[1], c -> Long.parseLong(c[2]), (a, b) -> a, TreeMap::new));
  }

  /** Rows of each code; problems of the file and its header count one each. */
  private static Map<String, Long> found(Path file, FileCheck check) {
    Map<String, Long> found = new TreeMap<>();
    String name = file.getFileName() + ",";
    check.tally().codes().forEach((code, rows) -> found.put(name + code, rows));
    check.problems().stream()
        .filter(p -> !check.tally().codes().containsKey(Reason.valueOf(p.code())))
        .forEach(p -> found.merge(name + p.code(), 1L, Long::sum));
    return found;
  }

  @Test
  void everyTrapIsFoundAsOftenAsItWasSet() throws IOException {
    Map<String, Long> found = new TreeMap<>();
    for (Path file : files()) {
      FileCheck check = FileCheck.of(file, Contracts.MESSY);
      assertThat(check.tally().closes()).as(file.toString()).isTrue();
      found.putAll(found(file, check));
    }

    assertThat(found).isEqualTo(expected());
  }

  @Test
  void everyReasonOfOneFileHasItsTrap() {
    assertThat(expected().keySet())
        .extracting(key -> Reason.valueOf(key.split(",")[1]))
        .containsAll(OF_ONE_FILE);
  }

  @Test
  void everyMessageNamesThePlaceInBothLanguages() throws IOException {
    for (Path file : files()) {
      for (Problem problem : FileCheck.of(file, Contracts.MESSY).problems()) {
        assertThat(problem.place()).startsWith(file.getFileName().toString());
        assertThat(problem.in(Lang.EN)).isNotEqualTo(problem.in(Lang.ZH));
        assertThat(problem.in(Lang.EN).chars().allMatch(c -> c == '\n' || c >= ' '))
            .as("no control character is printed")
            .isTrue();
      }
    }
  }
}

package org.jiedui.ingest;

import static org.jiedui.ingest.DraftWords.mark;
import static org.jiedui.ingest.DraftWords.name;
import static org.jiedui.ingest.DraftWords.quoted;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiedui.ingest.file.HeaderGuess;

/** The drafted contract: names of columns, and what is declared for single files. */
record DraftedContract(List<HeaderGuess> guesses, String source) {
  /** The shipped contract with an alias for each header that resembles one of its names. */
  String schema(String shipped) {
    StringBuilder text = new StringBuilder(shipped);
    text.append("\n# 从文件表头得到的别名 / aliases found in the headers of the files\n");
    Set<String> lines = new TreeSet<>();
    for (HeaderGuess guess : guesses) {
      for (HeaderGuess.Alias alias : guess.aliases()) {
        lines.add(
            "tables.%s.columns.%s.aliases = ${?tables.%s.columns.%s.aliases} [%s]"
                    .formatted(
                        guess.table(),
                        alias.column(),
                        guess.table(),
                        alias.column(),
                        quoted(alias.header()))
                + mark(
                    "%s 的表头“%s”近于“%s”"
                        .formatted(name(guess.file()), alias.header(), alias.resembles()),
                    "header `%s` of %s resembles `%s`"
                        .formatted(alias.header(), name(guess.file()), alias.resembles())));
      }
    }
    guesses.forEach(guess -> unmatched(guess, lines));
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** A column that nobody claims is not counted: that has to be wanted. */
  private static void unmatched(HeaderGuess guess, Set<String> lines) {
    for (String header : guess.unmatched()) {
      lines.add(
          mark(
                  "%s 的列“%s”没有对应,不计入任何指标;若应计入,在对应列的 aliases 中加上它"
                      .formatted(name(guess.file()), header),
                  "column `%s` of %s fits no column and counts for nothing; if it should, add it to the aliases of one"
                      .formatted(header, name(guess.file())))
              .strip());
    }
  }

  /**
   * What is declared for single files.
   *
   * @param units unit of each column of money that states none, with its mark
   * @param vintages the year whose codes a file uses
   */
  String declarations(Map<Path, Map<String, String>> units, Map<Path, Integer> vintages) {
    StringBuilder text = new StringBuilder();
    text.append("# 对单个文件的声明 / declarations for single files\nfiles {\n");
    Map<String, String> written = new TreeMap<>();
    for (HeaderGuess guess : guesses) {
      String declared =
          declared(
              guess,
              units.getOrDefault(guess.file(), Map.of()),
              vintages.getOrDefault(guess.file(), 0));
      String before = written.putIfAbsent(name(guess.file()), declared);
      text.append(before == null ? declared : before.equals(declared) ? "" : twice(guess.file()));
    }
    text.append("}\n\n# 来源如何送达:append | snapshot | amend / how the source delivers\nsources {\n  ");
    text.append(quoted(source))
        .append(" { delivery = append }")
        .append(mark("每次只送新行", "each delivery holds new rows only"))
        .append("\n}\n\ngates { reject-warn = 1, reject-stop = 5 }\n");
    return text.toString();
  }

  /** Declarations go by the name of a file: two files of one name cannot differ in them. */
  private static String twice(Path file) {
    String name = name(file);
    return mark(
                "%s 另有一个同名文件,读法不同而声明只认文件名;请改名后重新运行 init".formatted(file),
                "%s has the name of another file that is to be read in another way; rename one and run init again (declared by name: %s)"
                    .formatted(file, name))
            .replaceFirst("^ *", "  ")
        + "\n";
  }

  private static String declared(HeaderGuess guess, Map<String, String> units, int vintage) {
    List<String> lines = new ArrayList<>();
    units.forEach((column, unit) -> lines.add("units." + column + " = " + unit));
    if (guess.wideYears()) {
      lines.add("layout = wide-years" + mark("一列一年", "one column a year"));
      lines.add(
          guess.indicator().isEmpty()
              ? mark("若表头没有写明,补上 indicator = …", "add indicator = … where headers do not say it")
                  .strip()
              : "indicator = " + guess.indicator() + mark("由文件名得出", "from the name of the file"));
    }
    if (vintage > 0) {
      lines.add(
          "code-vintage = "
              + vintage
              + mark(
                  "代码不是当年的,而都是该年的", "codes are not those of each year, but all are of this one"));
    }
    return lines.isEmpty()
        ? ""
        : "  %s {\n    %s\n  }\n"
            .formatted(quoted(name(guess.file())), String.join("\n    ", lines));
  }
}

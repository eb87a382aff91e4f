package org.jiedui.ingest.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jiedui.ingest.file.FixSheet.SheetLine;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.reference.Geography;
import org.jiedui.reference.Level;
import org.jiedui.reference.PlacePath;
import org.jiedui.reference.Resolution;
import org.jiedui.table.CodeMapRow;

/**
 * A map of names to codes as somebody confirmed it: an input like any other.
 *
 * @param evidence what decided the encoding
 */
public record CodeMap(
    Path path,
    String name,
    String sha256,
    long bytes,
    String charset,
    String evidence,
    List<Line> lines) {
  private static final List<CodeMapRow> NEEDED =
      List.of(
          CodeMapRow.PROVINCE,
          CodeMapRow.PREFECTURE,
          CodeMapRow.COUNTY,
          CodeMapRow.YEAR_FROM,
          CodeMapRow.YEAR_TO,
          CodeMapRow.PROPOSED_CODE,
          CodeMapRow.DECISION);

  /** Words that confirm the proposed code. */
  private static final Set<String> YES = Set.of("ok", "yes", "是", "确认");

  private static final Set<String> DROP = Set.of("drop", "放弃");

  public CodeMap {
    lines = List.copyOf(lines);
  }

  /**
   * One line of the map.
   *
   * @param number its own line or row, from 1
   * @param decided empty while nothing is decided
   */
  public record Line(long number, PlacePath place, Optional<PlaceCodes.Decided> decided) {}

  /**
   * Reads a map. Every wrong line joins the problems and decides nothing, codes that are unknown or
   * not valid in its years among them; a file that is no map ends in an {@link InputException}
   * (exit 4).
   */
  public static CodeMap read(
      Path file, IngestSettings.Limits limits, Geography geography, List<Problem> problems) {
    ReturnedList list = ReturnedList.read(file, limits);
    List<Line> lines = new Reader(list, geography, problems).lines();
    return new CodeMap(
        file, list.name(), list.sha256(), list.bytes(), list.charset(), list.evidence(), lines);
  }

  /** Reads lines and keeps what is wrong with them. */
  private static final class Reader {
    private final ReturnedList list;
    private final Geography geography;
    private final Map<CodeMapRow, Integer> columns;
    private final List<Problem> problems;

    Reader(ReturnedList list, Geography geography, List<Problem> problems) {
      this.problems = problems;
      this.list = list;
      this.geography = geography;
      this.columns = list.columns(List.of(CodeMapRow.values()), NEEDED);
    }

    List<Line> lines() {
      return list.lines().stream()
          .filter(line -> !line.cells().stream().allMatch(String::isBlank))
          .map(this::line)
          .toList();
    }

    private Line line(SheetLine line) {
      PlacePath place =
          new PlacePath(
              cell(line, CodeMapRow.PROVINCE),
              cell(line, CodeMapRow.PREFECTURE),
              cell(line, CodeMapRow.COUNTY));
      int from = year(line, CodeMapRow.YEAR_FROM);
      int to = year(line, CodeMapRow.YEAR_TO);
      if (from > to && to > 0) {
        wrong(line, CodeMapRow.YEAR_TO, Reason.YEAR_RANGE, "≥ " + from, "≥ " + from);
      }
      boolean readable = from > 0 && from <= to;
      return new Line(
          line.number(), place, readable ? decided(line, place, from, to) : Optional.empty());
    }

    private Optional<PlaceCodes.Decided> decided(SheetLine line, PlacePath at, int from, int to) {
      String word = cell(line, CodeMapRow.DECISION).toLowerCase(Locale.ROOT);
      if (word.isEmpty()) {
        return Optional.empty();
      }
      if (DROP.contains(word)) {
        return Optional.of(new PlaceCodes.Decided(from, to, 0));
      }
      CodeMapRow said = YES.contains(word) ? CodeMapRow.PROPOSED_CODE : CodeMapRow.DECISION;
      Num code = CodeGrammar.read(cell(line, said));
      if (!code.stands()) {
        wrong(
            line,
            said == CodeMapRow.PROPOSED_CODE ? CodeMapRow.DECISION : said,
            Reason.WORD_UNKNOWN,
            said == CodeMapRow.PROPOSED_CODE ? "一个代码:该行没有建议代码" : "ok、6 位代码、drop 或空",
            said == CodeMapRow.PROPOSED_CODE
                ? "a code: the line proposes none"
                : "ok, a code of 6 digits, drop or nothing");
        return Optional.empty();
      }
      return valid(line, at, new PlaceCodes.Decided(from, to, (int) code.value()));
    }

    /** The code must be one of that level, and valid in every year of the line. */
    private Optional<PlaceCodes.Decided> valid(
        SheetLine line, PlacePath at, PlaceCodes.Decided decided) {
      Optional<Resolution> bad =
          IntStream.rangeClosed(decided.from(), decided.to())
              .mapToObj(year -> resolve(at, decided.code(), year))
              .filter(r -> !r.accepted())
              .findFirst();
      bad.ifPresent(r -> problems.add(invalid(line, decided, r)));
      return bad.isPresent() ? Optional.empty() : Optional.of(decided);
    }

    private Resolution resolve(PlacePath at, int code, int year) {
      return at.level() == Level.COUNTY
          ? geography.resolve(code, year)
          : geography.resolveAny(code, year);
    }

    private Problem invalid(SheetLine line, PlaceCodes.Decided decided, Resolution found) {
      Reason reason =
          switch (found.outcome()) {
            case WRONG_VINTAGE -> Reason.CODE_VINTAGE;
            case LEVEL -> Reason.CODE_LEVEL;
            default -> Reason.CODE_UNKNOWN;
          };
      Text spells = found.history();
      String years = decided.from() + "–" + decided.to();
      Problem problem =
          Problem.error(reason.name(), reason.summary())
              .at(place(line, CodeMapRow.DECISION))
              .showing(cell(line, CodeMapRow.COUNTY) + " " + years + " → " + decided.code())
              .expected(years + " 年有效的代码", "a code that is valid in " + years)
              .fix(
                  "改用可能的代码之一,或把该行按年份拆开", "take one of the candidates, or divide the line by years");
      return spells.isEmpty() ? problem : problem.because(spells.zh(), spells.en());
    }

    private int year(SheetLine line, CodeMapRow field) {
      Num year = YearGrammar.read(cell(line, field), 1949, 2100);
      if (!year.stands()) {
        wrong(line, field, Reason.YEAR_RANGE, "四位年份", "a year of four digits");
      }
      return year.stands() ? (int) year.value() : 0;
    }

    private void wrong(SheetLine line, CodeMapRow field, Reason reason, String zh, String en) {
      problems.add(
          Problem.error(reason.name(), reason.summary())
              .at(place(line, field))
              .showing(Excerpt.printable(cell(line, field)))
              .expected(zh, en)
              .fix("更正 " + field.column() + " 列", "correct the column " + field.column()));
    }

    private String place(SheetLine line, CodeMapRow field) {
      return list.name() + ":" + line.number() + " (" + field.column() + ")";
    }

    private String cell(SheetLine line, CodeMapRow field) {
      return ReturnedList.cell(line, columns, field).strip();
    }
  }
}

package org.jiedui.job;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jiedui.export.CsvStyle;
import org.jiedui.export.ExportFile;
import org.jiedui.export.PaperTable;
import org.jiedui.export.Style;
import org.jiedui.export.TableFormats;
import org.jiedui.export.figure.Fonts;
import org.jiedui.figure.BoundaryMap;
import org.jiedui.figure.FigureKind;
import org.jiedui.figure.Figures;
import org.jiedui.message.Closest;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.page.ReportPage;
import org.jiedui.paper.Citation;
import org.jiedui.publish.Version;
import org.jiedui.report.PrintedKind;
import org.jiedui.report.PrintedTables;
import org.jiedui.run.MapFile;

/** What a version can be exported as, and the files of it: one folder a language. */
final class Exports {
  static final String PAGE = "report.html";

  private final Version version;
  private final Printer printer;
  private final Look look;
  private final Provenance provenance;

  /**
   * How files look and which there are.
   *
   * @param formats of tables and figures; none asks for all
   */
  record Look(List<Style> styles, CsvStyle csv, List<String> formats, Drawing drawing) {
    /** Both languages, as a run leaves them; pictures as dots take time and are made on demand. */
    static Look usual() {
      return usual(Optional.empty());
    }

    /** The same with the map that a study names. */
    static Look on(MapFile map) {
      return usual(Optional.of(BoundaryMap.read(map.file(), map.approval())));
    }

    private static Look usual(Optional<BoundaryMap> map) {
      List<String> formats = new ArrayList<>(TableFormats.names());
      formats.addAll(List.of("svg", "pdf", "paper"));
      return new Look(
          List.of(Style.of(Style.Languages.ZH), Style.of(Style.Languages.EN)),
          new CsvStyle(CsvStyle.Mark.BOM, CsvStyle.Guard.APOSTROPHE),
          formats,
          new Drawing(Fonts.USUAL, map));
    }

    boolean has(String format) {
      return formats.isEmpty() || formats.contains(format);
    }
  }

  /**
   * What figures are drawn with.
   *
   * @param map borders of the user's own
   */
  record Drawing(Fonts fonts, Optional<BoundaryMap> map) {}

  Exports(Version version, Printer printer, Look look) {
    this.version = version;
    this.printer = printer;
    this.look = look;
    this.provenance = new Provenance(version);
  }

  static Path usual(Version version) {
    Path report = version.path().getParent().getParent();
    return report.resolve("exports").resolve(Long.toString(version.seq()));
  }

  /** Whether a run has left all of a version's exports: the file that is moved last is there. */
  static boolean areThere(Version version) {
    return Files.exists(usual(version).resolve(Citation.FILE));
  }

  /** Everything that this version can be exported as. */
  List<String> ids() {
    List<String> ids = new ArrayList<>();
    PrintedTables.all().stream()
        .filter(kind -> version.tables().containsAll(kind.tables()))
        .forEach(kind -> ids.add(kind.id()));
    Figures.all().stream()
        .filter(kind -> version.tables().containsAll(kind.tables()))
        .map(FigureKind::id)
        .filter(id -> !ids.contains(id))
        .forEach(ids::add);
    return ids;
  }

  void list() {
    printer.line(Text.of("可导出的表:", "tables:"));
    PrintedTables.all().stream()
        .map(kind -> kind.print(version))
        .flatMap(Optional::stream)
        .forEach(table -> line(table.id(), table.caption()));
    printer.line(Text.of("可导出的图:", "figures:"));
    Figures.all().stream()
        .filter(kind -> version.tables().containsAll(kind.tables()))
        .forEach(kind -> line(kind.id(), kind.title()));
  }

  private void line(String id, Text title) {
    String name = String.format(Locale.ROOT, "  %-20s ", id);
    printer.line(Text.of(name + title.zh(), name + title.en()));
  }

  /** Writes tables and figures by their names, and tables that the user composed. */
  void write(List<String> ids, List<Path> composed, Path folder) {
    refuseUnknown(ids);
    Map<String, byte[]> files = new LinkedHashMap<>();
    tables(ids, composed).forEach(table -> add(files, provenance.on(table)));
    new FigureExports(version, printer, provenance, look).add(files, ids);
    if (ids.containsAll(ids())) {
      whole(files, folder);
    }
    write(files, folder);
  }

  /** Writes tables that are no part of the version, such as what changed in it. */
  void write(List<PaperTable> tables, Path folder) {
    refuseUnknown(List.of());
    Map<String, byte[]> files = new LinkedHashMap<>();
    tables.forEach(table -> add(files, provenance.on(table)));
    write(files, folder);
  }

  private void write(Map<String, byte[]> files, Path folder) {
    ExportFolder.write(folder, files);
    printer.line(
        Text.of(
            "已导出 " + files.size() + " 个文件:" + folder,
            files.size() + " files exported to " + folder));
  }

  /** What is made of the whole version or not at all. */
  private void whole(Map<String, byte[]> files, Path folder) {
    if (look.has("html")) {
      files.put(PAGE, page());
    }
    if (PaperFiles.FORMATS.stream().anyMatch(look::has)) {
      PaperFiles paper = new PaperFiles(version, provenance);
      if (look.has("paper")) {
        paper.paper(files, folder);
      }
      if (look.has("data")) {
        paper.data(files);
      }
    }
  }

  /** The whole version as one page. */
  private byte[] page() {
    ReportPage page = new ReportPage(version, provenance.notice());
    look.drawing().map().ifPresent(page::on);
    return page.html().getBytes(StandardCharsets.UTF_8);
  }

  private List<PaperTable> tables(List<String> ids, List<Path> composed) {
    List<PaperTable> tables = new ArrayList<>();
    for (PrintedKind kind : PrintedTables.all()) {
      if (ids.contains(kind.id())) {
        kind.print(version).ifPresent(tables::add);
      }
    }
    composed.forEach(file -> tables.add(ComposedTable.load(file).of(version)));
    return tables;
  }

  private void add(Map<String, byte[]> files, PaperTable table) {
    warnOfCharacters(table);
    LocalDate asOf = version.commit().asOf();
    TableFormats formats = new TableFormats(asOf, look.csv());
    for (Style style : look.styles()) {
      String language = style.languages().name().toLowerCase(Locale.ROOT);
      for (String format : TableFormats.names()) {
        if (look.has(format)) {
          for (ExportFile file : formats.write(table, style, format)) {
            files.put(language + "/" + file.name(), file.bytes());
          }
        }
      }
    }
  }

  /** No format can print them; each puts its own mark, or nothing, in their place. */
  private void warnOfCharacters(PaperTable table) {
    if (table.hasUnprintable()) {
      printer.problem(
          Problem.warning(
              "EXPORT_CHARACTERS",
              Text.of(
                  "表 " + table.id() + " 含有无法打印的控制字符,已替换或略去",
                  "table "
                      + table.id()
                      + " has control characters, which are replaced or left out")));
    }
  }

  private void refuseUnknown(List<String> asked) {
    List<String> known = ids();
    List<String> formats = new ArrayList<>(TableFormats.names());
    formats.addAll(FigureExports.FORMATS);
    formats.addAll(PaperFiles.FORMATS);
    List<Problem> problems = new ArrayList<>();
    asked.stream()
        .filter(id -> !known.contains(id))
        .forEach(
            id ->
                problems.add(
                    unknown(
                        "EXPORT_UNKNOWN",
                        Text.of("没有名为 " + id + " 的表或图", "no table or figure is called " + id),
                        id,
                        known)));
    look.formats().stream()
        .filter(format -> !formats.contains(format))
        .forEach(
            format ->
                problems.add(
                    unknown(
                        "FORMAT_UNKNOWN",
                        Text.of("没有格式 " + format, "there is no format " + format),
                        format,
                        formats)));
    InputException.throwIfAny(ExitCode.USAGE, problems);
  }

  private static Problem unknown(String code, Text what, String word, List<String> known) {
    String list = String.join(", ", known);
    Problem problem = Problem.error(code, what).expected(list, list);
    return Closest.to(word, known)
        .map(near -> problem.fix("是否指 " + near + "?", "did you mean " + near + "?"))
        .orElse(problem);
  }
}

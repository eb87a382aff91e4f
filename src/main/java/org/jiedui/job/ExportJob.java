package org.jiedui.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jiedui.export.CsvStyle;
import org.jiedui.export.Style;
import org.jiedui.export.figure.Fonts;
import org.jiedui.figure.BoundaryMap;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.jiedui.message.Lang;
import org.jiedui.message.Problem;
import org.jiedui.message.Text;
import org.jiedui.publish.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tables and figures of a published version as files for a paper. */
@Command(name = "export")
public final class ExportJob implements Callable<Integer> {
  @Parameters(paramLabel = "ID", arity = "0..*", descriptionKey = "export.ids")
  private List<String> ids = List.of();

  @Option(names = "--all", descriptionKey = "export.all")
  private boolean all;

  @Option(names = "--table", paramLabel = "FILE", descriptionKey = "export.table")
  private List<Path> composed = List.of();

  @Option(names = "--to", paramLabel = "tex,docx,…", split = ",", descriptionKey = "export.to")
  private List<String> formats = List.of();

  @Option(names = "--style", paramLabel = "zh|en", descriptionKey = "export.style")
  private Style.Customs customs;

  @Option(names = "--stars", descriptionKey = "export.stars")
  private boolean stars;

  @Option(names = "--thousands", paramLabel = "comma|thin", descriptionKey = "export.thousands")
  private Style.Thousands thousands = Style.Thousands.COMMA;

  @Option(names = "--no-bom", descriptionKey = "export.no-bom")
  private boolean noMark;

  @Option(names = "--csv-raw", descriptionKey = "export.csv-raw")
  private boolean raw;

  @Option(names = "--font", paramLabel = "NAME", descriptionKey = "export.font")
  private List<String> fonts = List.of();

  @Option(names = "--map", paramLabel = "FILE", descriptionKey = "export.map")
  private Path map;

  @Option(names = "--map-approval", paramLabel = "TEXT", descriptionKey = "export.map-approval")
  private String approval = "";

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "export.out")
  private Path out;

  @Option(names = "--lang", paramLabel = "zh|en|both", descriptionKey = "export.lang")
  private Style.Languages language;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help")
  private boolean help;

  @Mixin private VersionOptions versions;

  @Override
  public Integer call() {
    Printer printer =
        new Printer(OutputOptions.Format.text, messages(), OutputOptions.Manner.TELLING);
    Version version = versions.version(versions.report());
    Exports exports =
        new Exports(version, printer, new Exports.Look(styles(), csv(), formats, drawing()));
    if (ids.isEmpty() && composed.isEmpty() && !all) {
      exports.list();
      return ExitCode.OK.code();
    }
    refuseBoth();
    exports.write(all ? exports.ids() : ids, composed, out == null ? Exports.usual(version) : out);
    return ExitCode.OK.code();
  }

  private Lang messages() {
    return language == null
        ? Lang.of(Locale.getDefault())
        : language == Style.Languages.EN ? Lang.EN : Lang.ZH;
  }

  private List<Style> styles() {
    List<Style.Languages> languages =
        language == null ? List.of(Style.Languages.ZH, Style.Languages.EN) : List.of(language);
    return languages.stream().map(this::style).toList();
  }

  private Style style(Style.Languages asked) {
    Style style = Style.of(asked).with(stars ? Style.Stars.ON : Style.Stars.OFF).with(thousands);
    return customs == null ? style : style.with(customs);
  }

  private CsvStyle csv() {
    return new CsvStyle(
        noMark ? CsvStyle.Mark.NONE : CsvStyle.Mark.BOM,
        raw ? CsvStyle.Guard.RAW : CsvStyle.Guard.APOSTROPHE);
  }

  private Exports.Drawing drawing() {
    if (map == null && !approval.isEmpty()) {
      throw new InputException(
          ExitCode.USAGE,
          Problem.error(
                  "MAP_APPROVAL_ALONE",
                  Text.of("--map-approval 没有地图可标", "--map-approval has no map to mark"))
              .fix("一并给出 --map FILE", "give --map FILE with it"));
    }
    return new Exports.Drawing(
        new Fonts(fonts), Optional.ofNullable(map).map(file -> BoundaryMap.read(file, approval)));
  }

  private void refuseBoth() {
    if (all && !ids.isEmpty()) {
      throw new InputException(
          ExitCode.USAGE,
          Problem.error(
              "EXPORT_WHAT", Text.of("--all 与名称不能同时给出", "--all and names exclude each other")));
    }
  }
}

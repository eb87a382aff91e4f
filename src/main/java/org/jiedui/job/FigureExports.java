package org.jiedui.job;

import java.awt.Font;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jiedui.export.CsvFormat;
import org.jiedui.export.CsvStyle;
import org.jiedui.export.Style;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.FigureLayout;
import org.jiedui.export.figure.Fonts;
import org.jiedui.export.figure.PdfFormat;
import org.jiedui.export.figure.Picture;
import org.jiedui.export.figure.PngFormat;
import org.jiedui.export.figure.SvgFormat;
import org.jiedui.figure.Figures;
import org.jiedui.figure.Published;
import org.jiedui.message.Lang;
import org.jiedui.publish.Version;

/** Figures of a version as files, each with the numbers behind it. */
final class FigureExports {
  static final List<String> FORMATS = List.of("svg", "pdf", "png");

  private final Published published;
  private final Printer printer;
  private final Exports.Look look;
  private final Optional<Font> font;

  FigureExports(Version version, Printer printer, Provenance provenance, Exports.Look look) {
    Published read = Published.of(version, provenance.notice());
    this.published = look.drawing().map().map(read::on).orElse(read);
    this.printer = printer;
    this.look = look;
    this.font =
        wanted("pdf") || wanted("png") ? look.drawing().fonts().installed() : Optional.empty();
  }

  void add(Map<String, byte[]> files, List<String> ids) {
    boolean any = FORMATS.stream().anyMatch(this::wanted);
    List<Figure> figures =
        Figures.all().stream()
            .filter(kind -> any && ids.contains(kind.id()))
            .map(kind -> kind.draw(published))
            .flatMap(Optional::stream)
            .toList();
    if (!figures.isEmpty() && font.isEmpty() && (wanted("pdf") || wanted("png"))) {
      printer.problem(Fonts.missing());
    }
    if (!figures.isEmpty()) {
      look.drawing().fonts().absent().forEach(name -> printer.problem(Fonts.absent(name)));
    }
    figures.parallelStream().map(this::files).toList().forEach(files::putAll);
  }

  private Map<String, byte[]> files(Figure figure) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Style style : look.styles()) {
      Lang lang = style.languages() == Style.Languages.EN ? Lang.EN : Lang.ZH;
      String name = style.languages().name().toLowerCase(Locale.ROOT) + "/figure-" + figure.id();
      Picture picture = FigureLayout.of(figure, Figure.Width.TWO_COLUMNS, lang);
      if (wanted("svg")) {
        files.put(name + ".svg", bytes(SvgFormat.of(picture, look.drawing().fonts())));
      }
      if (wanted("pdf")) {
        font.ifPresent(f -> files.put(name + ".pdf", PdfFormat.of(picture, f)));
      }
      if (wanted("png")) {
        font.ifPresent(f -> files.put(name + ".png", PngFormat.of(picture, f, PngFormat.LINE_ART)));
      }
      files.put(name + ".csv", bytes(mark() + CsvFormat.of(figure.data())));
    }
    return files;
  }

  private String mark() {
    return look.csv().mark() == CsvStyle.Mark.BOM ? "\uFEFF" : "";
  }

  private boolean wanted(String format) {
    return look.has(format);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

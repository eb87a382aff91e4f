package org.jiedui.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jiedui.export.CsvFormat;
import org.jiedui.export.PaperTable;
import org.jiedui.export.figure.At;
import org.jiedui.export.figure.Figure;
import org.jiedui.export.figure.FigureLayout;
import org.jiedui.export.figure.Fonts;
import org.jiedui.export.figure.Ink;
import org.jiedui.export.figure.Mark;
import org.jiedui.export.figure.Panel;
import org.jiedui.export.figure.PdfFormat;
import org.jiedui.export.figure.Picture;
import org.jiedui.export.figure.PngFormat;
import org.jiedui.export.figure.SvgFormat;
import org.jiedui.message.InputException;
import org.jiedui.message.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Every figure of the list, at every width and in both languages. */
class FiguresTest {
  private static final Published PUBLISHED = DrawnVersion.of("甲县");
  private static final List<Figure> FIGURES = Figures.drawn(PUBLISHED);

  private record Sheet(Figure figure, Lang lang, Picture picture) {}

  @Test
  void theWholeListIsDrawnFromAVersionThatHasAllTables() {
    assertThat(FIGURES).extracting(Figure::id).containsExactlyElementsOf(Figures.ids());
  }

  @Test
  void aFigureWithoutItsTablesIsLeftOut() {
    Published few =
        new Published(
            Set.of("cluster_k_profile"),
            PUBLISHED.reader(),
            PUBLISHED.source(),
            PUBLISHED.notice(),
            Optional.empty());
    assertThat(Figures.drawn(few)).extracting(Figure::id).containsExactly("cluster-k-profile");
  }

  @Test
  void anUnknownNameGetsTheNearestOne() {
    assertThatThrownBy(() -> Figures.named("gap-rnak"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("did you mean gap-rank");
  }

  @Test
  void allWordsLieInsideThePictureAndNoTwoOverlap() {
    for (Sheet sheet : sheets()) {
      List<Picture.Words> words = sheet.picture().words();
      for (Picture.Words one : words) {
        double[] box = one.box();
        assertThat(box[0]).as(place(sheet, one)).isGreaterThanOrEqualTo(0);
        assertThat(box[1]).as(place(sheet, one)).isGreaterThanOrEqualTo(0);
        assertThat(box[2]).as(place(sheet, one)).isLessThanOrEqualTo(sheet.picture().width());
        assertThat(box[3]).as(place(sheet, one)).isLessThanOrEqualTo(sheet.picture().height());
        assertThat(one.size()).isBetween(7.0, 9.0);
      }
      assertThat(overlaps(words)).as(sheet.figure().id() + sheet.lang()).isEmpty();
    }
  }

  @Test
  void theOverlapCheckFindsOne() {
    Picture picture = sheets().get(0).picture();
    Picture.Words one = picture.words().get(0);
    assertThat(overlaps(List.of(one, one))).hasSize(1);
  }

  @Test
  void everyTextOfThePictureStandsInTheSvgAsText() throws Exception {
    for (Sheet sheet : sheets()) {
      NodeList found = parsed(svg(sheet.picture())).getElementsByTagName("text");
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < found.getLength(); i++) {
        texts.add(found.item(i).getTextContent());
      }
      assertThat(texts)
          .isEqualTo(sheet.picture().words().stream().map(Picture.Words::text).toList());
    }
  }

  @Test
  void noLineIsThinnerThanHalfAPoint() {
    for (Sheet sheet : sheets()) {
      pieces(sheet.picture().pieces())
          .filter(Picture.Path.class::isInstance)
          .map(piece -> ((Picture.Path) piece).paint())
          .filter(paint -> !paint.stroke().isEmpty())
          .forEach(paint -> assertThat(paint.width()).isGreaterThanOrEqualTo(0.5));
    }
  }

  @Test
  void thePrintedNumbersAreThoseOfTheTables() {
    String before = String.join(" ", texts(named("before-after"), Lang.EN));
    assertThat(before).contains("3.00", "[1.50, 6.00]", "[1.20, 7.25]", "2.67", "log scale");
    String waterfall = String.join(" ", texts(named("waterfall"), Lang.EN));
    assertThat(waterfall).contains("1,000", "−60", "−30", "−10", "900", "Residue");
    assertThat(CsvFormat.of(named("waterfall").data())).contains("rows,residue,0\n");
    assertThat(String.join(" ", texts(named("lorenz"), Lang.ZH)))
        .contains("G = 0.250", "G = 0.100");
    assertThat(String.join(" ", texts(named("pairing"), Lang.EN)))
        .contains("1996–2009", "2010–2015", "2016–2020", "Recipients without a paired record")
        .contains("not assigned", "<0.01");
    assertThat(String.join(" ", texts(named("yearly"), Lang.ZH))).contains("规则 A");
    assertThat(String.join(" ", texts(named("choropleth"), Lang.ZH))).contains("不得公开发表");
  }

  @Test
  void conventionsWithoutAValueStandInTheGridWithoutADot() {
    Figure figure = named("conventions");
    assertThat(dots(figure.panels().get(0))).hasSize(4);
    assertThat(String.join(" ", texts(figure, Lang.EN)))
        .contains("n = 5 conventions, of which 1 have no value (NO_CONTROL)")
        .contains("comparison");
  }

  /** 1996–2020 without 2003: the fitted totals sum to the observed ones by definition of A. */
  @Test
  void theFittedSeriesSumsToTheObservedOneAndTheTrendGoesOnBelowIt() {
    PaperTable series = named("its").data();
    double observed = column(series, "observed").sum();
    assertThat(column(series, "fitted").sum()).isCloseTo(observed, offset(1e-9));
    double fitted = column(series, "fitted").reduce(0, (a, b) -> b);
    double goingOn = column(series, "counterfactual").reduce(0, (a, b) -> b);
    assertThat(fitted / goingOn).isCloseTo(StrictMath.exp(1.5), offset(1e-12));
  }

  @Test
  void whereNoRecordMeansNoValueThereIsNoCounterfactualSeries() {
    Published missing =
        new Published(
            PUBLISHED.tables(),
            table ->
                table.equals("effect_convention")
                    ? PUBLISHED.read(table).where(row -> !"total".equals(row[4]))
                    : PUBLISHED.read(table),
            PUBLISHED.source(),
            PUBLISHED.notice(),
            Optional.empty());
    assertThat(ItsFigure.of(missing)).isEmpty();
  }

  @Test
  void branchesOfTwoClustersAreJoinedInBlack() {
    List<Mark> marks = named("dendrogram").panels().get(0).marks();
    assertThat(marks).hasSize(7);
    Mark.Line root = (Mark.Line) marks.get(6);
    assertThat(root.ink()).isEqualTo(Ink.BLACK);
    assertThat(root.points()).extracting(At::y).containsExactly(4.0, 4.0);
  }

  @Test
  void thePartsOfABarAreStackedToTheTotal() {
    List<Mark.Bar> bars =
        named("inequality-parts").panels().get(0).marks().stream()
            .map(Mark.Bar.class::cast)
            .filter(bar -> bar.from().x() < 2019)
            .toList();
    assertThat(bars).hasSize(3);
    assertThat(bars.get(2).to().y()).isCloseTo(0.2, offset(1e-12));
  }

  /** Relief and industry of 2015; the whole of development is no part beside its own parts. */
  @Test
  void thePartsOfWhatIsGivenAreStackedToOne() {
    List<Mark> marks = named("content-areas").panels().get(0).marks();
    assertThat(marks).hasSize(5);
    assertThat(((Mark.Bar) marks.get(0)).to().y()).isEqualTo(0.75);
    assertThat(((Mark.Bar) marks.get(1)).to().y()).isEqualTo(1);
    Mark.Bar other = (Mark.Bar) named("content-areas").panels().get(1).marks().get(2);
    assertThat(other.ink()).isEqualTo(Ink.GREY);
    assertThat(other.to().x()).isEqualTo(1);
    assertThat(named("content-channels").panels()).hasSize(1);
  }

  @Test
  void pairsStandInTheOrderOfTheLastYearAndTheirVersionsAreToldApart() {
    Figure figure = named("scorecard");
    Mark.Tile best = (Mark.Tile) figure.panels().get(1).marks().get(1);
    assertThat(best.from().y()).isEqualTo(-0.5);
    assertThat(best.share()).isEqualTo(1);
    assertThat(String.join(" ", texts(figure, Lang.EN)))
        .contains("1 [1, 1]", "2019 (2019–2019), 2021 (2021–2021)", "no official results");
  }

  @Test
  void theFittedLevelJumpsBetweenTwoYearsAndTheTrendGoesOnFromTheLastOfThem() {
    List<Mark.Line> lines =
        named("its").panels().get(0).marks().stream()
            .filter(Mark.Line.class::isInstance)
            .map(Mark.Line.class::cast)
            .toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).points().get(0).x()).isEqualTo(2015);
    assertThat(lines.get(1).points()).last().extracting(At::x).isEqualTo(2015.0);
    assertThat(lines.get(2).points()).first().extracting(At::x).isEqualTo(2016.0);
    assertThat(lines.get(0).points().get(0)).isEqualTo(lines.get(1).points().get(19));
  }

  private static List<Mark> dots(Panel panel) {
    return panel.marks().stream().filter(Mark.Dot.class::isInstance).toList();
  }

  private static DoubleStream column(PaperTable table, String id) {
    int at = table.columns().stream().map(PaperTable.Column::id).toList().indexOf(id);
    return table.rows().stream().mapToDouble(row -> (Double) row.cells().get(at).raw());
  }

  @Test
  void everyFigureStatesNAndSourceAndNotice() {
    for (Figure figure : FIGURES) {
      String words = String.join(" ", texts(figure, Lang.EN));
      assertThat(words).as(figure.id()).contains("n = ", "Source: drawn v1", "Synthetic data");
      assertThat(words).as("no title inside").doesNotContain(figure.caption().en());
    }
  }

  @Test
  void theDataBesideAFigureHoldWhatIsDrawn() {
    PaperTable data = named("yearly").data();
    assertThat(CsvFormat.of(data)).contains("fiscal,E2W,2016,7\n", "cadres,W2E,2020,20\n");
    assertThat(named("gap-rank").data().rows()).hasSize(6);
    for (Figure figure : FIGURES) {
      assertThat(figure.data().rows()).as(figure.id()).isNotEmpty();
    }
  }

  @Test
  void aYearWithoutARecordBreaksTheLine() {
    List<Mark.Line> lines =
        named("yearly").panels().get(0).marks().stream()
            .filter(Mark.Line.class::isInstance)
            .map(Mark.Line.class::cast)
            .toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).points()).hasSize(7);
  }

  @Test
  void theSameFigureGivesTheSameBytes() {
    List<Figure> again = Figures.drawn(DrawnVersion.of("甲县"));
    for (int i = 0; i < FIGURES.size(); i++) {
      Picture one = FigureLayout.of(FIGURES.get(i), Figure.Width.TWO_COLUMNS, Lang.ZH);
      Picture two = FigureLayout.of(again.get(i), Figure.Width.TWO_COLUMNS, Lang.ZH);
      assertThat(svg(one)).isEqualTo(svg(two));
      Fonts.USUAL
          .installed()
          .ifPresent(
              font -> {
                assertThat(PdfFormat.of(one, font)).isEqualTo(PdfFormat.of(two, font));
                assertThat(PngFormat.of(one, font, 36)).isEqualTo(PngFormat.of(two, font, 36));
              });
    }
  }

  @Test
  void aPngHasTheSizeOfThePictureAndInkInEveryPanelAtThreeResolutions() throws Exception {
    Font font = Fonts.USUAL.installed().orElse(null);
    assumeTrue(font != null, "no font with Chinese on this machine");
    for (Figure figure : FIGURES) {
      Picture picture = FigureLayout.of(figure, Figure.Width.ONE_COLUMN, Lang.ZH);
      double[] shares = new double[3];
      int at = 0;
      for (int dpi : new int[] {72, 150, 300}) {
        byte[] png = PngFormat.of(picture, font, dpi);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo((int) Math.ceil(picture.width() * dpi / 72.0));
        assertThat(image.getHeight()).isEqualTo((int) Math.ceil(picture.height() * dpi / 72.0));
        shares[at++] = ink(image);
      }
      assertThat(shares[1]).as(figure.id()).isBetween(0.01, 0.6);
      assertThat(Math.abs(shares[2] - shares[0])).as(figure.id()).isLessThan(0.02);
    }
  }

  @Test
  void aCharacterTheFontLacksIsAnErrorAndNotABox() {
    Font font = Fonts.USUAL.installed().orElse(null);
    assumeTrue(font != null, "no font with Chinese on this machine");
    Figure figure = Figures.named("gap-rank").draw(DrawnVersion.of("县\uE123")).orElseThrow();
    Picture picture = FigureLayout.of(figure, Figure.Width.ONE_COLUMN, Lang.ZH);
    assertThatThrownBy(() -> PngFormat.of(picture, font, 72))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("U+E123");
    assertThatThrownBy(() -> PdfFormat.of(picture, font)).hasMessageContaining("U+E123");
    assertThat(svg(picture)).contains("\uE123");
  }

  @Test
  void hostileNamesComeOutAsText() throws Exception {
    for (String payload :
        List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "]]><svg onload=alert(1)>",
            "&lt;b&gt;&#x3c;",
            "' onmouseover='alert(1)",
            "</text><a href=\"javascript:alert(1)\">")) {
      for (Figure figure : Figures.drawn(DrawnVersion.of(payload))) {
        Picture picture = FigureLayout.of(figure, Figure.Width.TWO_COLUMNS, Lang.EN);
        Document document = parsed(svg(picture));
        for (String element : List.of("script", "img", "a", "foreignObject", "image", "use")) {
          assertThat(document.getElementsByTagName(element).getLength()).isZero();
        }
        assertThat(svg(picture)).doesNotContain("<script", "<img", "<a ");
      }
    }
  }

  @Test
  void controlCharactersBecomeAReplacementInSvg() throws Exception {
    Figure figure = Figures.named("gap-rank").draw(DrawnVersion.of("a\u0001b")).orElseThrow();
    String svg = svg(FigureLayout.of(figure, Figure.Width.TWO_COLUMNS, Lang.EN));
    assertThat(parsed(svg).getDocumentElement().getTextContent()).contains("a\uFFFDb");
  }

  @Test
  void thePdfHoldsTheTextAndItsFont(@TempDir Path folder) throws Exception {
    Font font = Fonts.USUAL.installed().orElse(null);
    assumeTrue(font != null, "no font with Chinese on this machine");
    assumeTrue(Files.exists(Path.of("/usr/bin/pdftotext")), "pdftotext is not installed");
    for (Figure figure : FIGURES) {
      Picture picture = FigureLayout.of(figure, Figure.Width.TWO_COLUMNS, Lang.ZH);
      Path pdf = folder.resolve(figure.id() + ".pdf");
      Files.write(pdf, PdfFormat.of(picture, font));
      String text = run("pdftotext", "-raw", pdf.toString(), "-").replaceAll("\\s", "");
      for (Picture.Words words : picture.words()) {
        if (words.turn() == Picture.Turn.LEVEL) {
          assertThat(text).as(figure.id()).contains(words.text().replaceAll("\\s", ""));
        }
      }
      assertThat(run("pdffonts", pdf.toString())).contains("CID Type 0C", "yes yes yes");
    }
  }

  @Test
  void aMapFileIsReadByCodeAndAWrongOneIsRefused(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("map.geojson");
    Files.writeString(
        file,
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"adcode":760100},
        "geometry":{"type":"Polygon","coordinates":[[[104,30],[106,30],[106,32],[104,30]]]}}]}
        """);
    BoundaryMap map = BoundaryMap.read(file, "GS(2020)0000号");
    assertThat(map.regions()).containsOnlyKeys("760100");
    // 104 and 106 degrees lie evenly on both sides of the central meridian.
    double left = map.regions().get("760100").get(0).get(0).x();
    assertThat(left).isNegative().isEqualTo(-map.regions().get("760100").get(0).get(1).x());
    Figure figure = Figures.named("choropleth").draw(PUBLISHED.on(map)).orElseThrow();
    assertThat(String.join("", texts(figure, Lang.ZH)))
        .contains("审图号：GS(2020)0000号")
        .doesNotContain("不得公开发表");

    Files.writeString(file, "{\"features\":[{\"properties\":{},\"geometry\":{}}]}");
    assertThatThrownBy(() -> BoundaryMap.read(file, ""))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no code among");
  }

  private static String place(Sheet sheet, Picture.Words words) {
    return sheet.figure().id() + " " + sheet.lang() + " " + sheet.picture().width() + " " + words;
  }

  private static List<Sheet> sheets() {
    List<Sheet> sheets = new ArrayList<>();
    for (Figure figure : FIGURES) {
      for (Lang lang : Lang.values()) {
        for (Figure.Width width : Figure.Width.values()) {
          sheets.add(new Sheet(figure, lang, FigureLayout.of(figure, width, lang)));
        }
      }
    }
    return sheets;
  }

  private static List<String> overlaps(List<Picture.Words> words) {
    List<String> overlaps = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      for (int j = i + 1; j < words.size(); j++) {
        double[] a = words.get(i).box();
        double[] b = words.get(j).box();
        double slack = 0.6;
        if (a[0] + slack < b[2]
            && b[0] + slack < a[2]
            && a[1] + slack < b[3]
            && b[1] + slack < a[3]) {
          overlaps.add(words.get(i).text() + " / " + words.get(j).text());
        }
      }
    }
    return overlaps;
  }

  private static Stream<Picture.Piece> pieces(List<Picture.Piece> pieces) {
    return pieces.stream()
        .flatMap(
            piece ->
                piece instanceof Picture.Titled titled
                    ? pieces(titled.pieces())
                    : Stream.of(piece));
  }

  private static Figure named(String id) {
    return FIGURES.stream().filter(figure -> figure.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> texts(Figure figure, Lang lang) {
    return FigureLayout.of(figure, Figure.Width.TWO_COLUMNS, lang).words().stream()
        .map(Picture.Words::text)
        .toList();
  }

  private static String svg(Picture picture) {
    return SvgFormat.of(picture, Fonts.USUAL);
  }

  private static Document parsed(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  private static double ink(BufferedImage image) {
    double dark = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        dark += 1 - (image.getRGB(x, y) & 0xFF) / 255.0;
      }
    }
    return dark / image.getWidth() / image.getHeight();
  }

  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out;
  }
}

package org.jiedui.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs make of the exports; skipped where they are not installed. */
class PrintedProgramsTest {
  private static final TableFormats FORMATS =
      new TableFormats(
          LocalDate.of(2020, 12, 31), new CsvStyle(CsvStyle.Mark.BOM, CsvStyle.Guard.APOSTROPHE));
  private static final Pattern OVERFULL = Pattern.compile("Overfull \\\\hbox \\(([0-9.]+)pt");

  @TempDir private Path folder;

  @Test
  void latexCompilesInBothLanguagesAndItsPagesHoldTheNumbers() throws Exception {
    needs("xelatex");
    for (Style.Languages language : Style.Languages.values()) {
      Style style = Style.of(language).with(Style.Stars.ON);
      for (PaperTable table :
          List.of(
              PrintedExamples.panels(), PrintedExamples.regression(), PrintedExamples.grouped())) {
        compiles(table, style);
      }
    }
    assertThat(text("panels"))
        .contains("12,345.68", "28.5", "3.17", "[−1.50, 1,234.01]", "−0.50", "贵州", "示例");
  }

  @Test
  void latexPrintsHostileTextsAsTheyAre() throws Exception {
    needs("xelatex");
    compiles(PrintedExamples.hostile(), Style.of(Style.Languages.EN));
    assertThat(text("hostile"))
        .contains(
            "\\input{/etc/passwd}",
            "\\write18{ls}",
            "100% of $5 & #1_x^2~",
            "--- dashes",
            "``quotes''");
  }

  @Test
  void officeOpensDocumentsAndWorkbooks() throws Exception {
    needs("soffice");
    for (PaperTable table : List.of(PrintedExamples.panels(), PrintedExamples.hostile())) {
      write(table, Style.of(Style.Languages.ZH), "docx");
      write(table, Style.of(Style.Languages.ZH), "xlsx");
    }
    office("txt:Text (encoded):UTF8", "panels.docx", "hostile.docx");
    office("pdf", "panels.xlsx", "hostile.xlsx");
    assertThat(read("panels.txt")).contains("12,345.68", "[−1.50, 1,234.01]", "数据来源：示例数据。");
    assertThat(read("hostile.txt")).contains("=1+1", "<script>alert(1)</script>", "镇宁布依族苗族自治县");
    assertThat(sheet("panels")).contains("12,345.68", "28.5", "3.17");
    assertThat(sheet("hostile")).contains("=1+1", "=HYPERLINK", "1.01");
  }

  private String sheet(String id) throws Exception {
    needs("pdftotext");
    run("pdftotext", "-layout", id + ".pdf", id + ".txt");
    return read(id + ".txt");
  }

  private void office(String format, String... files) throws Exception {
    List<String> command = new ArrayList<>();
    command.add("soffice");
    command.add("-env:UserInstallation=" + folder.resolve("office").toUri());
    command.addAll(List.of("--headless", "--convert-to", format));
    command.addAll(List.of(files));
    run(command.toArray(String[]::new));
  }

  private void compiles(PaperTable table, Style style) throws Exception {
    write(table, style, "tex");
    String file = table.id() + "-standalone.tex";
    for (int i = 0; i < 2; i++) {
      run("xelatex", "-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", file);
    }
    String log =
        Files.readString(
            folder.resolve(table.id() + "-standalone.log"), StandardCharsets.ISO_8859_1);
    Matcher overfull = OVERFULL.matcher(log);
    while (overfull.find()) {
      assertThat(Double.parseDouble(overfull.group(1)))
          .as(file + " " + style)
          .isLessThanOrEqualTo(5);
    }
    assertThat(log).doesNotContain("Missing character");
  }

  private String text(String id) throws Exception {
    needs("pdftotext");
    run("pdftotext", "-layout", id + "-standalone.pdf", id + ".txt");
    return read(id + ".txt");
  }

  private void write(PaperTable table, Style style, String format) throws IOException {
    for (ExportFile file : FORMATS.write(table, style, format)) {
      Files.write(folder.resolve(file.name()), file.bytes());
    }
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private void run(String... command) throws Exception {
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(new ArrayList<>(List.of(command)))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor(180, TimeUnit.SECONDS)).as("%s ends", command[0]).isTrue();
    assertThat(process.exitValue()).as(() -> tail(log)).isZero();
  }

  private static String tail(Path log) {
    try {
      String text = Files.readString(log, StandardCharsets.ISO_8859_1);
      return text.substring(Math.max(0, text.length() - 3000));
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  private static void needs(String program) {
    boolean found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    assumeTrue(found, program + " is not installed");
  }
}

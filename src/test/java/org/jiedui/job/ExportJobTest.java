package org.jiedui.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.jiedui.message.InputException;
import org.jiedui.publish.Attempt;
import org.jiedui.publish.Inputs;
import org.jiedui.publish.Report;
import org.jiedui.table.Frame;
import org.jiedui.table.PairingRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Exports of a published version that holds two tables. */
class ExportJobTest {
  @TempDir private Path root;

  @BeforeEach
  void publish() {
    Attempt attempt =
        new Report(root, "study")
            .begin(LocalDate.of(2020, 12, 31), Map.of(Provenance.NOTICE, "模拟数据 / synthetic data"));
    attempt.write(
        Frame.of(
            "pairing",
            PairingRow.values(),
            List.of(pair("520000", "贵州", "上海"), pair("530000", "云南", "上海"))));
    attempt.commit(new Inputs(List.of(), "configuration", List.of(), "0.1.0"), Map.of());
  }

  private static Object[] pair(String code, String recipient, String donor) {
    return new Object[] {1996, code, "310000", "协作", 1996, null, recipient, donor, "名单", "high"};
  }

  @Test
  void everythingGoesIntoAFolderALanguageAndCarriesItsVersion() throws IOException {
    assertThat(run("--all", "--to", "md,csv")).isZero();
    Path folder = root.resolve("study/exports/1");
    assertThat(Files.readString(folder.resolve("zh/pairing.md")))
        .contains("各时期的结对关系（模拟数据）", "上海", "数据版本：study 第 1 版", "2020-12-31");
    assertThat(Files.readString(folder.resolve("en/pairing.md")))
        .contains("Pairings by era (synthetic data)", "Data version: study 1");
    assertThat(folder.resolve("en/codebook.csv")).exists();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(p -> p.getFileName().toString())).containsExactlyInAnyOrder("zh", "en");
    }
  }

  /** Archives keep times of their entries: neither the clock nor its zone may be among them. */
  @Test
  void twoExportsOfAVersionAreTheSameBytesInAnyTimeZone() throws IOException {
    TimeZone zone = TimeZone.getDefault();
    try {
      assertThat(run("--all", "--out", root.resolve("one").toString())).isZero();
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(run("--all", "--out", root.resolve("two").toString())).isZero();
    } finally {
      TimeZone.setDefault(zone);
    }
    List<Path> files = files(root.resolve("one"));
    assertThat(files)
        .extracting(file -> file.toString().replaceAll(".*\\.", ""))
        .contains("docx", "xlsx", "tex", "html", "md", "csv", "json", "do");
    assertThat(files(root.resolve("two"))).isEqualTo(files);
    for (Path file : files) {
      assertThat(root.resolve("two").resolve(file))
          .hasSameBinaryContentAs(root.resolve("one").resolve(file));
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }

  @Test
  void unknownNamesAndFormatsAreRefusedWithASuggestion() {
    assertThatThrownBy(() -> run("pairng", "--to", "dox"))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.problems()).hasSize(2);
              assertThat(e.getMessage()).contains("did you mean pairing?", "did you mean docx?");
            });
  }

  @Test
  void anApprovalNumberWithoutAMapIsRefused() {
    assertThatThrownBy(() -> run("--all", "--map-approval", "GS(2020)1"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--map");
  }

  @Test
  void aFileThatIsNoMapIsRefusedWithItsPlace() throws IOException {
    Path file = Files.writeString(root.resolve("map.json"), "{}");
    assertThatThrownBy(() -> run("--all", "--map", file.toString()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("map.json");
  }

  @Test
  void aTableIsComposedFromAFile() throws IOException {
    Path file = Files.writeString(root.resolve("my.conf"), composed("recipient_name"));
    assertThat(
            run(
                "--table",
                file.toString(),
                "--to",
                "md",
                "--lang",
                "zh",
                "--out",
                root.resolve("out").toString()))
        .isZero();
    assertThat(Files.readString(root.resolve("out/zh/mine.md")))
        .contains("**我的表", "受援省", "起始年", "| 云南", "沪")
        .doesNotContain("贵州");
  }

  @Test
  void anUnknownColumnOfAComposedTableGetsASuggestion() throws IOException {
    Path file = Files.writeString(root.resolve("my.conf"), composed("recipient_nam"));
    assertThatThrownBy(() -> run("--table", file.toString()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("recipient_name");
  }

  private static String composed(String column) {
    return """
        id = mine
        caption { zh = "我的表", en = "My table" }
        table = pairing
        filter = ["recipient_code=530000"]
        order = ["-valid_from"]
        columns = [
          { column = %s, label { zh = "受援省", en = "Recipient" } }
          { column = donor_name }
          { column = valid_from }
        ]
        names { "上海" { zh = "沪", en = "Shanghai" } }
        """
        .formatted(column);
  }

  private int run(String... words) {
    String[] all =
        Stream.concat(Stream.of(words), Stream.of("--root", root.toString()))
            .toArray(String[]::new);
    CommandLine line = new CommandLine(new ExportJob()).setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (e, l, p) -> {
          throw e;
        });
    ExportJob job = line.getCommand();
    line.parseArgs(all);
    return job.call();
  }
}

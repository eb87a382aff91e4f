package org.jiedui.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
  private static final Path COMMITTED = Path.of("sample-data", "counties");

  @TempDir Path root;

  /** The digests stand for bytes on any machine: a change of them is a change of the data. */
  @Test
  void aSeedGivesTheSameBytesEverywhere() {
    assertThat(digest(sample("a", 7)))
        .isEqualTo("3b5060daebe3c04fb30f92fd60ad7d3193490041f18872e66850a3e02e0e2dbc");
    assertThat(digest(bulk("b", 7)))
        .isEqualTo("fa5f03aeb6bd39ae681c12a9834a864ccb3c512ff42bf6848e8c5147095981a8");
  }

  @Test
  void anotherSeedGivesOtherBytes() {
    assertThat(digest(sample("a", 8))).isNotEqualTo(digest(sample("b", 9)));
    assertThat(digest(bulk("c", 8))).isNotEqualTo(digest(bulk("d", 9)));
  }

  @Test
  void theLocaleOfTheMachineChangesNothing() {
    String before = digest(sample("a", 7));
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(digest(sample("b", 7))).isEqualTo(before);
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void theSampleThatShipsIsWhatTheGeneratorWrites() throws IOException {
    Path fresh = root.resolve("fresh");
    Plan.Layout layout = Plan.Layout.SAMPLE;
    Generator.write(new Plan(fresh, layout, layout.counties(), layout.records(), Plan.SEED));

    assertThat(names(COMMITTED)).isEqualTo(names(fresh));
    for (String name : names(fresh)) {
      assertThat(COMMITTED.resolve(name)).hasSameBinaryContentAs(fresh.resolve(name));
    }
    assertThat(Files.readString(COMMITTED.resolve("README.md")))
        .contains("模拟数据,地名虚构,不反映任何地区情况", "Synthetic data, invented places");
  }

  @Test
  void moreRecordsAreAskedForByNumber() {
    long few = Generator.write(plan("a", Plan.Layout.SAMPLE, 60, 0)).rows();
    long more = Generator.write(plan("b", Plan.Layout.SAMPLE, 60, 30_000)).rows();

    assertThat(more).isBetween(20_000L, 40_000L).isGreaterThan(3 * few);
  }

  @Test
  void idsIncreaseInABulkFileButForThePlantedDuplicates() throws IOException {
    Path dir = bulk("a", 7);
    List<String> lines = Files.readAllLines(dir.resolve(Bulk.FILE));
    assertThat(lines).hasSize(20_001);
    long last = 0;
    int back = 0;
    for (String line : lines.subList(1, lines.size())) {
      long id = Long.parseLong(line.substring(0, line.indexOf(',')));
      back += id <= last ? 1 : 0;
      last = Math.max(last, id);
    }
    assertThat(back).isBetween(5, 60);
  }

  @Test
  void aFolderWithFilesIsNeverWrittenTo() throws IOException {
    Files.writeString(root.resolve("mine.txt"), "mine");

    assertThatThrownBy(() -> Generator.write(new Plan(root, Plan.Layout.SAMPLE, 160, 0, 1)))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("not empty");
    assertThat(names(root)).containsExactly("mine.txt");
  }

  @Test
  void everyImpossibleNumberIsNamedAtOnce() {
    assertThatThrownBy(() -> Generator.write(plan("x", Plan.Layout.SAMPLE, 3, -1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("value 3 of option --counties")
        .hasMessageContaining("value -1 of option --records");
    assertThat(root.resolve("x")).doesNotExist();
  }

  private Path sample(String name, long seed) {
    Generator.write(new Plan(root.resolve(name), Plan.Layout.SAMPLE, 60, 0, seed));
    return root.resolve(name);
  }

  private Path bulk(String name, long seed) {
    Generator.write(new Plan(root.resolve(name), Plan.Layout.BULK, 120, 20_000, seed));
    return root.resolve(name);
  }

  private Plan plan(String name, Plan.Layout layout, int counties, long records) {
    return new Plan(root.resolve(name), layout, counties, records, 1);
  }

  /** Names with forward slashes, sorted. */
  private static List<String> names(Path dir) throws IOException {
    try (Stream<Path> files = Files.walk(dir)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> dir.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  /** SHA-256 over all names and bytes of a folder. */
  private static String digest(Path dir) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String name : names(dir)) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(dir.resolve(name)));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

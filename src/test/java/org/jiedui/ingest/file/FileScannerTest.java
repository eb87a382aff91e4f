package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.jiedui.message.ExitCode;
import org.jiedui.message.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileScannerTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String TEXT = "县代码,年份,县名\n710101,2016,甲县\n710102,2016,乙县\n";

  @TempDir Path dir;

  private final FileScanner scanner = new FileScanner(IngestSettings.Limits.DEFAULT);

  private FileScan scan(byte[] bytes) {
    return scanner.scan(Contracts.write(dir, "a.csv", bytes));
  }

  private FileScan scan(String text, Charset charset) {
    return scan(text.getBytes(charset));
  }

  private InputException refused(byte[] bytes) {
    return catchThrowableOfType(InputException.class, () -> scan(bytes));
  }

  private String code(byte[] bytes) {
    InputException refused = refused(bytes);
    assertThat(refused).as("a file that must be refused").isNotNull();
    assertThat(refused.exit()).isEqualTo(ExitCode.INPUT);
    return refused.problems().get(0).code();
  }

  private String code(String text) {
    return code(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] join(byte[]... parts) {
    var out = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  @Test
  void utf8WithAndWithoutMarkAndGb18030HaveTheSameHeader() {
    FileScan utf8 = scan(TEXT, StandardCharsets.UTF_8);
    FileScan marked = scan("\uFEFF" + TEXT, StandardCharsets.UTF_8);
    FileScan gb = scan(TEXT, GB18030);

    assertThat(utf8.charset()).isEqualTo("UTF-8");
    assertThat(utf8.encodingEvidence()).isEqualTo("1: 县代码,年份,县名");
    assertThat(marked.encodingEvidence()).isEqualTo("BOM");
    assertThat(gb.charset()).isEqualTo("GB18030");
    assertThat(gb.header()).isEqualTo(utf8.header()).isEqualTo(marked.header());
    assertThat(gb.header()).containsExactly("县代码", "年份", "县名");
  }

  @Test
  void offsetsAndLinesPointBehindTheHeader() {
    FileScan scan = scan("\n  \n\"a\nb\",c\r\n1,2\r\n", StandardCharsets.UTF_8);

    assertThat(scan.header()).containsExactly("a\nb", "c");
    assertThat(scan.headerLine()).isEqualTo(3);
    assertThat(scan.dataLine()).isEqualTo(5);
    assertThat(scan.dataOffset()).isEqualTo(13);
    assertThat(scan.lines()).isEqualTo(5);
    assertThat(scan.finalNewline()).isTrue();
  }

  @Test
  void theHeaderRowDecidesTheSeparator() {
    assertThat(scan("a\tb,c\td\n1\t2\t3\n", StandardCharsets.UTF_8).separator()).isEqualTo('\t');
    assertThat(scan("a;b;c\n1;2;3\n", StandardCharsets.UTF_8).separator()).isEqualTo(';');
    assertThat(scan("\"a;b;c\",d\n1,2\n", StandardCharsets.UTF_8).separator()).isEqualTo(',');
  }

  @Test
  void digestAndLinesAreThoseOfTheWholeFileInAnyBlockSize() throws Exception {
    byte[] bytes = text(new Random(7), 400).getBytes(StandardCharsets.UTF_8);
    Path file = Contracts.write(dir, "b.csv", bytes);
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    long lines = new String(bytes, StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count();
    for (int block : new int[] {16, 61, 256, 4096, 1 << 20}) {
      FileScan scan = new FileScanner(IngestSettings.Limits.DEFAULT, block, block).scan(file);

      assertThat(scan.sha256()).isEqualTo(sha256);
      assertThat(scan.lines()).isEqualTo(lines);
      assertThat(scan.size()).isEqualTo(bytes.length);
      assertThat(scan.charset()).isEqualTo("UTF-8");
      assertThat(scan.starts()[0]).isEqualTo(scan.dataOffset());
      for (int i = 0; i < scan.ranges(); i++) {
        assertThat(bytes[(int) scan.starts()[i] - 1]).isEqualTo((byte) '\n');
      }
    }
  }

  /** Rows with quoted line breaks, plain rows and Chinese text. */
  static String text(Random random, int rows) {
    var text = new StringBuilder("编号,县代码,年份,县名,捐款(元)\n");
    for (int i = 0; i < rows; i++) {
      String name =
          switch (random.nextInt(4)) {
            case 0 -> "甲县";
            case 1 -> "\"乙\n县\"";
            case 2 -> "\"a \"\"b\"\", c\"";
            default -> "plain";
          };
      text.append(i).append(",71010").append(1 + random.nextInt(9)).append(',');
      text.append(2010 + random.nextInt(10)).append(',').append(name).append(',');
      text.append(random.nextInt(1_000_000)).append('.').append(random.nextInt(10)).append('\n');
    }
    return text.toString();
  }

  @Test
  void mixedEncodingsAreRefusedWithTheFirstLineOfEach() {
    byte[] bytes =
        join(TEXT.getBytes(StandardCharsets.UTF_8), "710103,2017,丙县\n".getBytes(GB18030));

    assertThat(code(bytes)).isEqualTo("ENC_MIXED");
    assertThat(refused(bytes).problems().get(0).excerpt())
        .containsExactly("1 | UTF-8   | 县代码,年份,县名", "4 | GB18030 | 710103,2017,丙县");
  }

  @Test
  void bytesOfNoEncodingAreNotGuessed() {
    assertThat(code("a,b\nMünchen,1\nKöln,2\n".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo("ENC_UNKNOWN");
  }

  @Test
  void oneBadByteInALongFileRefusesNothing() {
    byte[] bytes = TEXT.repeat(100).getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 3] = (byte) 0xFF;

    assertThat(scan(bytes).charset()).isEqualTo("UTF-8");
  }

  @Test
  void filesThatAreNoTextAreRefusedWithTheWayOut() {
    assertThat(code("")).isEqualTo("FILE_EMPTY");
    assertThat(code("\uFEFF")).isEqualTo("FILE_EMPTY");
    assertThat(code("\n \n")).isEqualTo("FILE_EMPTY");
    assertThat(code("a,b\n")).isEqualTo("FILE_EMPTY");
    assertThat(code("a,b\n1,\u00002\n")).isEqualTo("TXT_NUL");
    assertThat(code("a,b\r1,2\r")).isEqualTo("TXT_CR_ONLY");
    assertThat(code("a,b\n1,2\n".getBytes(StandardCharsets.UTF_16))).isEqualTo("FMT_UNSUPPORTED");
    assertThat(code(new byte[] {'P', 'K', 3, 4, 0, 0})).isEqualTo("FMT_MISMATCH");
  }

  @Test
  void whatIsNoRegularFileIsRefusedBeforeReading() {
    var refused = catchThrowableOfType(InputException.class, () -> scanner.scan(dir));

    assertThat(refused.exit()).isEqualTo(ExitCode.INPUT);
    assertThat(refused.problems().get(0).code()).isEqualTo("FILE_UNREADABLE");
  }

  @Test
  void anOpenQuoteOrACutCharacterIsATruncatedFile() {
    byte[] utf8 = TEXT.getBytes(StandardCharsets.UTF_8);
    byte[] gb = TEXT.getBytes(GB18030);

    assertThat(code("a,b\n1,\"2\n3,4\n")).isEqualTo("FILE_TRUNCATED");
    assertThat(code(java.util.Arrays.copyOf(utf8, utf8.length - 2))).isEqualTo("FILE_TRUNCATED");
    assertThat(code(java.util.Arrays.copyOf(gb, gb.length - 2))).isEqualTo("FILE_TRUNCATED");
  }

  @Test
  void aDigestBesideTheFileMustMatch() {
    Contracts.write(dir, "a.csv.sha256", "0".repeat(64) + "  a.csv\n");

    assertThat(code(TEXT)).isEqualTo("FILE_TRUNCATED");
    Contracts.write(dir, "a.csv.sha256", Sha256.hex(TEXT) + "  a.csv\n");
    assertThat(scan(TEXT, StandardCharsets.UTF_8).lines()).isEqualTo(3);
  }

  @Test
  void aLineOrAQuotedCellAboveTheLimitIsRefused() {
    var limits = new IngestSettings.Limits(1 << 30, 1000, 10);
    var small = new FileScanner(limits, 64, 64);
    Path line = Contracts.write(dir, "line.csv", "a,b\n" + "x".repeat(2000) + "\n");
    Path quote = Contracts.write(dir, "quote.csv", "a,b\n\"" + "x\n".repeat(2000) + "\n");
    Path columns = Contracts.write(dir, "columns.csv", "a,b,c,d,e,f,g,h,i,j,k\n1\n");
    for (Path file : new Path[] {line, quote, columns}) {
      var refused = catchThrowableOfType(InputException.class, () -> small.scan(file));

      assertThat(refused.problems().get(0).code()).as(file.toString()).isEqualTo("LIMIT_SIZE");
    }
  }

  @Test
  void aLineAboveTheLimitIsRefusedWhereverItStandsInTheBuffer() {
    var limits = new IngestSettings.Limits(1 << 30, 1000, 10);
    String row = "1," + "x".repeat(997) + "y\n";
    assertThat(new FileScanner(limits).scan(Contracts.write(dir, "a.csv", "a,b\n" + row)).lines())
        .isEqualTo(2);
    for (String text : new String[] {"a,b\n1" + row, "a,b\n" + row + "1" + row + "1,2\n" + row}) {
      Path file = Contracts.write(dir, "a.csv", text);
      var refused =
          catchThrowableOfType(InputException.class, () -> new FileScanner(limits).scan(file));

      assertThat(refused.problems().get(0).code()).isEqualTo("LIMIT_SIZE");
      assertThat(refused.getMessage()).contains("1001");
    }
  }

  @Test
  void aQuoteInsideAWordOpensNothing() {
    FileScan scan = scan("a,b\n5\" pipe,1\n2,3\n", StandardCharsets.UTF_8);

    assertThat(scan.lines()).isEqualTo(3);
  }
}

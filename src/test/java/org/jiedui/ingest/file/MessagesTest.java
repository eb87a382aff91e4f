package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiedui.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words of bad files, in both languages, against files of the expected text. */
class MessagesTest {
  @TempDir Path dir;

  private void assertGolden(String name, Path file) {
    Golden.assertSaid(name, FileCheck.of(file, Contracts.SHIPPED).problems());
  }

  @Test
  void aCodeMangledByASpreadsheet() {
    var text = new StringBuilder("县代码,县名,年份,捐款(元)\n");
    for (int i = 2; i < 214; i++) {
      text.append("710101,甲县,2018,1200.00\n");
    }
    text.append("7.1E+05,青岩县,2018,1200.00\n".repeat(37));

    FileCheck check =
        FileCheck.of(Contracts.write(dir, "records_2018.csv", text.toString()), Contracts.SHIPPED);
    assertThat(check.problems()).hasSize(FileCheck.SHOWN);
    Golden.assertSaid("code_sci", check.problems().subList(0, 1));
  }

  @Test
  void mixedEncodings() {
    assertGolden("enc_mixed", Contracts.write(dir, "donations.csv", mixed()));
  }

  private static byte[] mixed() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("县名,年份,捐款(元),县代码\n".getBytes(StandardCharsets.UTF_8));
    for (int line = 2; line <= 9120; line++) {
      Charset charset = line < 8813 ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
      bytes.writeBytes("乙县,2017,300,710102\n".getBytes(charset));
    }
    return bytes.toByteArray();
  }

  @Test
  void aNumberWithTwoReadings() {
    var text = new StringBuilder("县代码,县名,年份,捐款(元)\n");
    for (int i = 2; i < 57; i++) {
      text.append("710101,甲县,2016,1.23\n");
    }
    text.append("710101,甲县,2016,1,23\n");

    assertGolden("num_ambiguous", Contracts.write(dir, "aid.csv", text.toString()));
  }

  @Test
  void aRenamedRequiredColumn() {
    assertGolden(
        "col_missing", Contracts.write(dir, "coop_2019.csv", "县代碼,年份,捐款(元),人数\n710101,2019,5,1\n"));
  }

  @Test
  void aDateInsteadOfANumber() {
    var rows = new StringBuilder("年份|县代码|县名|干部人数\n");
    for (int i = 2; i < 18; i++) {
      rows.append("2020|'710101'|甲县|5\n");
    }
    rows.append("2020|'710102'|青岩县|45356\n");
    Path file =
        Books.xlsx()
            .sheet("干部")
            .rows(rows.toString())
            .format(17, 3, "m\"月\"d\"日\"")
            .write(dir.resolve("personnel.xlsx"));

    assertGolden("xls_date", file);
  }

  /** The command of the message, run by a shell beside the file, gives a part in UTF-8. */
  @Test
  void theCommandAgainstMixedEncodingsMendsTheFile() throws Exception {
    Files.write(dir.resolve("donations.csv"), mixed());
    String fix =
        FileCheck.of(dir.resolve("donations.csv"), Contracts.SHIPPED).problems().get(0).fix().en();
    String command = fix.substring(fix.indexOf("sed"));
    Process shell =
        new ProcessBuilder("sh", "-c", command).directory(dir.toFile()).inheritIO().start();

    assertThat(shell.waitFor()).isZero();
    assertThat(Files.readAllLines(dir.resolve("part2.csv")))
        .hasSize(308)
        .allMatch("乙县,2017,300,710102"::equals);
  }

  @Test
  void theCommandAgainstOldLineEndsMendsTheFile() throws Exception {
    Path file = Contracts.write(dir, "old.csv", "县代码,年份,捐款(元)\r710101,2019,5\r");
    String fix = FileCheck.of(file, Contracts.SHIPPED).problems().get(0).fix().en();
    String command = fix.substring(fix.indexOf("tr ")) + " > new.csv";
    Process shell =
        new ProcessBuilder("sh", "-c", command).directory(dir.toFile()).inheritIO().start();

    assertThat(shell.waitFor()).isZero();
    assertThat(FileCheck.of(dir.resolve("new.csv"), Contracts.SHIPPED).problems()).isEmpty();
  }

  @Test
  void aliasesThatAMessageProposesMendTheContract() {
    Path file = Contracts.write(dir, "coop_2019.csv", "县代碼,年份,捐款(元)\n710101,2019,5\n");
    String fix = FileCheck.of(file, Contracts.SHIPPED).problems().get(0).fix().en();
    String alias = fix.substring(fix.indexOf("\"")).replace("\"", "");
    String schema = Contracts.read(Path.of("conf/schema.conf"));
    Contracts.write(dir, "schema.conf", schema.replace("[县代码, 受援县代码", "[" + alias + ", 受援县代码"));
    Contracts.write(dir, "ingest.conf", "");

    Contract mended = Contracts.load(dir.resolve("schema.conf"));
    assertThat(FileCheck.of(file, mended).refused()).isFalse();
  }

  @Test
  void aTruncatedFile() {
    var text = new StringBuilder("县代码,县名,年份,捐款(元)\n");
    while (text.length() < 3950) {
      text.append("710102,abc,2020,2000000\n");
    }
    byte[] head = text.toString().getBytes(StandardCharsets.UTF_8);
    String last = "710102,青岩县,2020,20";
    int fill = 4096 - head.length - last.getBytes(StandardCharsets.UTF_8).length - 1;
    byte[] file = (text + "x".repeat(fill) + "\n" + last).getBytes(StandardCharsets.UTF_8);
    Contracts.write(dir, "funds_2020.csv.sha256", "0".repeat(64));

    assertThat(file).hasSize(4096);
    assertGolden("file_truncated", Contracts.write(dir, "funds_2020.csv", file));
  }
}

package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jiedui.message.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words of bad files, in both languages, against files of the expected text. */
class MessagesTest {
  @TempDir Path dir;

  private void assertGolden(String name, Path file) {
    FileCheck check = FileCheck.of(file, Contracts.SHIPPED);
    for (Lang lang : Lang.values()) {
      String golden = "golden/" + name + "." + lang.name().toLowerCase() + ".txt";
      String said =
          check.problems().stream().map(p -> p.in(lang)).collect(Collectors.joining("\n\n"));

      assertThat(said + "\n").as(golden).isEqualTo(resource(golden));
    }
  }

  private static String resource(String name) {
    return Contracts.read(Path.of("src/test/resources", name));
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
    assertThat(check.problems().get(0).in(Lang.EN) + "\n")
        .isEqualTo(resource("golden/code_sci.en.txt"));
    assertThat(check.problems().get(0).in(Lang.ZH) + "\n")
        .isEqualTo(resource("golden/code_sci.zh.txt"));
  }

  @Test
  void mixedEncodings() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("县名,年份,捐款(元),县代码\n".getBytes(StandardCharsets.UTF_8));
    for (int line = 2; line <= 9120; line++) {
      Charset charset = line < 8813 ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
      bytes.writeBytes("乙县,2017,300,710102\n".getBytes(charset));
    }

    assertGolden("enc_mixed", Contracts.write(dir, "donations.csv", bytes.toByteArray()));
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

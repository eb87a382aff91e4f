package org.jiedui.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks that mean harm are refused by their reason, before anything of them is believed. */
@Timeout(10)
class HostileFilesTest {
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String DATA =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>%s"
          + "</sheetData></worksheet>";

  @TempDir Path dir;

  private Map<String, byte[]> parts() throws IOException {
    return SmallFiles.parts(
        Books.xlsx()
            .sheet("表")
            .rows("年份|县代码|干部人数\n2016|'710101'|5\n")
            .write(dir.resolve("good.xlsx")));
  }

  private String refusal(Map<String, byte[]> parts) throws IOException {
    return refusal(SmallFiles.zip(parts));
  }

  private String refusal(byte[] bytes) {
    FileCheck check = FileCheck.of(Contracts.write(dir, "h.xlsx", bytes), Contracts.SHIPPED);
    assertThat(check.refused()).isTrue();
    return check.problems().get(0).code();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void anUntouchedCopyIsRead() throws IOException {
    parts();
    assertThat(FileCheck.of(dir.resolve("good.xlsx"), Contracts.SHIPPED).problems()).isEmpty();
  }

  @Test
  void bombsAreFoundWhileTheyInflate() throws IOException {
    Map<String, byte[]> parts = parts();
    parts.put("xl/media/a.bin", new byte[30 << 20]);

    assertThat(refusal(parts)).isEqualTo("LIMIT_RATIO");
  }

  @Test
  void namesOutsideOrTwiceAreRefused() throws IOException {
    Map<String, byte[]> outside = parts();
    outside.put("../../etc/x.xml", text("<a/>"));
    Map<String, byte[]> twice = parts();
    twice.put("xl/Workbook.xml", text("<a/>"));

    assertThat(refusal(outside)).isEqualTo("FMT_UNSUPPORTED");
    assertThat(refusal(twice)).isEqualTo("FMT_UNSUPPORTED");
  }

  @Test
  void documentTypesAreNotRead() throws IOException {
    Files.writeString(dir.resolve("secret.txt"), "710101");
    String attack =
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \""
            + dir.resolve("secret.txt").toUri()
            + "\">]>";
    for (String part :
        new String[] {SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "docProps/app.xml"}) {
      Map<String, byte[]> parts = parts();
      parts.put(part, text(attack + DATA.formatted("&x;")));
      assertThat(refusal(parts)).as(part).isEqualTo("FMT_UNSUPPORTED");
    }
  }

  @Test
  void columnsAndRowsBeyondAnySheetAreRefused() throws IOException {
    for (String row :
        new String[] {
          "<row r=\"1\"><c r=\"ZZZZZZZ1\"><v>1</v></c></row>",
          "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>",
          "<row r=\"999999999\"/>",
          "<row r=\"2\"/><row r=\"1\"/>",
          "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>",
          "<row r=\"1\"><c r=\"B7\"><v>1</v></c></row>",
          "<row r=\"1\"><c r=\"A1\" t=\"d\"><v>2016-01-01</v></c></row>"
        }) {
      Map<String, byte[]> parts = parts();
      parts.put(SHEET, text(DATA.formatted(row)));
      assertThat(refusal(parts)).as(row).isIn("FMT_UNSUPPORTED", "LIMIT_SIZE");
    }
  }

  @Test
  void moreCellsThanTheLimitAreRefused() throws IOException {
    Path file =
        Books.xlsx()
            .sheet("表")
            .rows("年份|县代码|干部人数\n2016|'710101'|5\n")
            .write(dir.resolve("many.xlsx"));
    Contract small = Contracts.withSettings(dir, "limits { cells = 5 }\n");

    assertThat(FileCheck.of(file, small).problems().get(0).code()).isEqualTo("LIMIT_CELLS");
  }

  @Test
  void nonsenseInPartsIsTheFaultOfTheFile() throws IOException {
    for (String part : parts().keySet()) {
      for (String nonsense : new String[] {"", "<a", "\u0000", "<a/>"}) {
        Map<String, byte[]> parts = parts();
        parts.put(part, text(nonsense));
        Path file = write(parts);
        FileCheck check = FileCheck.of(file, Contracts.SHIPPED);
        assertThat(check.refused() || check.tally().closes()).as(part + nonsense).isTrue();
      }
    }
  }

  private Path write(Map<String, byte[]> parts) throws IOException {
    return Contracts.write(dir, "n.xlsx", SmallFiles.zip(parts));
  }
}

package org.jiedui.ingest.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Files that mean harm, each written anew, by a name that says how. */
final class HostileFiles {
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String DATA =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>%s"
          + "</sheetData></worksheet>";
  private static final String HEADER = "年份,县代码,县名,捐款(元)\n";
  private static final String ROW = "2016,710101,甲县,5\n";

  private final Path dir;
  private final Map<String, Path> files = new LinkedHashMap<>();

  private HostileFiles(Path dir) {
    this.dir = dir;
  }

  static Map<String, Path> in(Path dir) throws IOException, InterruptedException {
    var files = new HostileFiles(dir);
    files.zips();
    files.xml();
    files.texts();
    files.binaries();
    files.places();
    return files.files;
  }

  private void zips() throws IOException {
    workbook("ratio bomb", parts -> parts.put("xl/media/a.bin", new byte[30 << 20]));
    Map<String, byte[]> inner = new LinkedHashMap<>();
    inner.put("a", new byte[30 << 20]);
    byte[] bomb = SmallFiles.zip(inner);
    workbook("bomb inside a bomb", parts -> parts.put(SHEET, bomb));
    workbook("name that climbs out", parts -> parts.put("../../etc/x.xml", bytes("<a/>")));
    workbook("absolute name", parts -> parts.put("/etc/x.xml", bytes("<a/>")));
    workbook("name twice but for case", parts -> parts.put("xl/Workbook.xml", bytes("<a/>")));
    byte[] twice = workbook("name twice", parts -> parts.put("xl/workbook.xmk", bytes("<a/>")));
    write("name twice.xlsx", replaced(twice, "xl/workbook.xmk", "xl/workbook.xml"));
    byte[] good = Files.readAllBytes(SmallFiles.xlsx(dir));
    write("cut directory.xlsx", Arrays.copyOf(good, good.length - 30));
    write("no directory.xlsx", Arrays.copyOf(good, good.length / 2));
    workbook(
        "binary workbook",
        parts -> {
          parts.remove("xl/workbook.xml");
          parts.put("xl/workbook.bin", new byte[64]);
        });
  }

  private void xml() throws IOException {
    String open = "<?xml version=\"1.0\"?><!DOCTYPE a [%s]>" + DATA.formatted("&x;");
    workbook(
        "external entity",
        parts ->
            parts.put(
                SHEET, bytes(open.replace("%s", "<!ENTITY x SYSTEM \"file:///etc/passwd\">"))));
    workbook(
        "entity of another host",
        parts ->
            parts.put(
                "xl/sharedStrings.xml",
                bytes(open.replace("%s", "<!ENTITY x SYSTEM \"http://127.0.0.1:9/\">"))));
    workbook(
        "parameter entity",
        parts ->
            parts.put(
                "xl/workbook.xml",
                bytes(open.replace("%s", "<!ENTITY % p SYSTEM \"file:///dev/zero\"> %p;"))));
    var laughs = new StringBuilder("<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    workbook(
        "billion laughs",
        parts -> parts.put(SHEET, bytes(open.replace("%s", laughs).replace("&x;", "&l29;"))));
    workbook(
        "deep nesting",
        parts -> parts.put(SHEET, bytes(DATA.formatted("<row>".repeat(1_000_000)))));
    workbook(
        "ten million empty rows",
        parts -> parts.put(SHEET, bytes(DATA.formatted("<row/>".repeat(10_000_000)))));
    workbook(
        "huge shared strings",
        parts ->
            parts.put(
                "xl/sharedStrings.xml",
                bytes(
                    "<sst count=\"10000000\">"
                        + "<si><t>甲</t></si>".repeat(3_000_000)
                        + "</sst>")));
    workbook(
        "row beyond any sheet",
        parts -> parts.put(SHEET, bytes(DATA.formatted("<row r=\"2147483647\"/>"))));
    workbook(
        "column beyond any sheet",
        parts ->
            parts.put(
                SHEET, bytes(DATA.formatted("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>"))));
  }

  private void texts() {
    write("million columns.csv", bytes("a,".repeat(1_000_000) + "\n1\n"));
    write(
        "giant cell.csv", bytes(HEADER + "2016,710101,\"" + "甲".repeat(8 << 20) + "\",5\n" + ROW));
    write("giant line.csv", bytes(HEADER + "2016,710101," + "x".repeat(100 << 20) + ",5\n" + ROW));
    write("open quote.csv", bytes(HEADER + ROW + "2016,710101,\"" + ROW.repeat(1_000_000)));
    write("zero bytes.csv", bytes(HEADER + ROW + "2016,710101,\0\0,5\n"));
    write("control characters.csv", bytes("年份\u0007,\u001b[31m县,捐款(元)\n" + ROW));
    write("utf16.csv", (HEADER + ROW).getBytes(StandardCharsets.UTF_16));
    write("page.xls", bytes("<html><table><tr><td>年份</td></tr></table></html>"));
    String name = "县".repeat(83) + "aa.csv";
    files.put("name of 255 bytes", Contracts.write(dir, name, bytes("a,b\n1,2\n")));
  }

  private void binaries() throws IOException {
    byte[] parquet = new byte[1024];
    System.arraycopy(bytes("PAR1"), 0, parquet, 0, 4);
    System.arraycopy(bytes("PAR1"), 0, parquet, 1020, 4);
    ByteBuffer.wrap(parquet).order(ByteOrder.LITTLE_ENDIAN).putInt(1016, Integer.MAX_VALUE);
    write("footer without end.parquet", parquet);
    byte[] ole = new byte[4096];
    long magic = 0xD0CF11E0A1B11AE1L;
    ByteBuffer.wrap(ole).putLong(magic);
    Arrays.fill(ole, 8, ole.length, (byte) 0xFF);
    write("loop of sectors.xls", ole);
    byte[] locked = Files.readAllBytes(Path.of("sample-data/messy/fmt_encrypted.xlsx"));
    write("locked.xlsx", locked);
    write("packed.csv", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3});
  }

  private void places() throws IOException, InterruptedException {
    files.put("device without end", Path.of("/dev/zero"));
    files.put(
        "link to a device",
        Files.createSymbolicLink(dir.resolve("zero.csv"), Path.of("/dev/zero")));
    files.put(
        "link to nothing",
        Files.createSymbolicLink(dir.resolve("gone.csv"), dir.resolve("nobody")));
    files.put(
        "link to itself",
        Files.createSymbolicLink(dir.resolve("self.csv"), dir.resolve("self.csv")));
    files.put("folder called file", Files.createDirectory(dir.resolve("folder.csv")));
    Path pipe = dir.resolve("pipe.csv");
    new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor();
    files.put("pipe that nobody fills", pipe);
  }

  private byte[] workbook(String name, Consumer<Map<String, byte[]>> change) throws IOException {
    Map<String, byte[]> parts = SmallFiles.parts(SmallFiles.xlsx(dir));
    change.accept(parts);
    byte[] zip = SmallFiles.zip(parts);
    write(name + ".xlsx", zip);
    return zip;
  }

  private void write(String name, byte[] content) {
    files.put(name, Contracts.write(dir, name, content));
  }

  private static byte[] replaced(byte[] in, String from, String to) {
    String text = new String(in, StandardCharsets.ISO_8859_1).replace(from, to);
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

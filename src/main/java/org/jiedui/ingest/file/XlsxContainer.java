package org.jiedui.ingest.file;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The ZIP container of a workbook; every entry is inflated once, counted and held to its sum. */
final class XlsxContainer implements Closeable {
  private static final int ALWAYS_INFLATED = 1 << 20;
  private static final int MOST_ENTRIES = 10_000;

  private final Path file;
  private final ZipFile zip;
  private final IngestSettings.Limits limits;

  private XlsxContainer(Path file, ZipFile zip, IngestSettings.Limits limits) {
    this.file = file;
    this.zip = zip;
    this.limits = limits;
  }

  static XlsxContainer open(Path file, IngestSettings.Limits limits) throws IOException {
    try {
      return new XlsxContainer(file, new ZipFile(file.toFile()), limits);
    } catch (IOException e) {
      throw WorkbookProblems.truncated(file);
    }
  }

  /** Path of the main part; a container of anything else is refused. */
  String workbookPart() {
    if (zip.getEntry("xl/workbook.bin") != null) {
      throw WorkbookProblems.unsupported(file, ".xlsb");
    }
    if (zip.getEntry("xl/workbook.xml") == null || zip.getEntry("[Content_Types].xml") == null) {
      throw WorkbookProblems.unsupported(
          file, zip.getEntry("content.xml") != null ? ".ods" : "ZIP");
    }
    return "xl/workbook.xml";
  }

  InputStream open(String part) throws IOException {
    ZipEntry entry = zip.getEntry(part);
    if (entry == null) {
      throw WorkbookProblems.damaged(file, "缺少 " + part, part + " is missing");
    }
    return inflated(entry);
  }

  private InputStream inflated(ZipEntry entry) {
    try {
      InputStream in = zip.getInputStream(entry);
      if (in != null) {
        return new Checked(in);
      }
    } catch (IOException e) {
      // said below
    }
    throw WorkbookProblems.damaged(file, "压缩数据无法解开", "its data cannot be inflated");
  }

  /** Names, sizes, ratios, check sums and document types of all entries. */
  void checkEntries() throws IOException, XMLStreamException {
    List<? extends ZipEntry> entries = zip.stream().toList();
    Set<String> names = new HashSet<>();
    if (entries.size() > MOST_ENTRIES) {
      throw limit(Reason.LIMIT_CELLS, "entries", MOST_ENTRIES, entries.size());
    }
    for (ZipEntry entry : entries) {
      name(entry.getName(), names);
    }
    workbookPart();
    long left = limits.inflatedBytes();
    for (ZipEntry entry : entries) {
      left -= inflate(entry, left);
      documentType(entry);
    }
  }

  private void name(String name, Set<String> names) {
    boolean outside =
        name.startsWith("/") || name.contains("\\") || List.of(name.split("/")).contains("..");
    if (outside || !names.add(name.toLowerCase(Locale.ROOT))) {
      throw WorkbookProblems.damaged(
          file,
          "条目名重复或指向容器之外:" + Excerpt.printable(name),
          "an entry stands twice or points outside: " + Excerpt.printable(name));
    }
  }

  private long inflate(ZipEntry entry, long left) throws IOException {
    var sum = new CRC32();
    long size = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = inflated(entry)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        sum.update(buffer, 0, n);
        size += n;
        bounds(entry, size, left);
      }
    }
    if (sum.getValue() != entry.getCrc()) {
      throw WorkbookProblems.damaged(
          file, entry.getName() + " 的校验和不符", "the check sum of " + entry.getName() + " differs");
    }
    return size;
  }

  private void bounds(ZipEntry entry, long size, long left) {
    if (size > left) {
      throw limit(
          Reason.LIMIT_SIZE, "inflated-bytes", limits.inflatedBytes(), limits.inflatedBytes() + 1);
    }
    double ratio = (double) entry.getCompressedSize() / size;
    if (size > ALWAYS_INFLATED && ratio < limits.ratio()) {
      throw WorkbookProblems.limit(
          file,
          Reason.LIMIT_RATIO,
          "ratio",
          Double.toString(limits.ratio()),
          String.format(Locale.ROOT, "< %.5f", limits.ratio()));
    }
  }

  private RuntimeException limit(Reason reason, String setting, long limit, long found) {
    return WorkbookProblems.limit(file, reason, setting, "" + limit, "≥ " + found);
  }

  /** XML that declares a document type can name other files or blow up; none of ours needs one. */
  private void documentType(ZipEntry entry) throws IOException, XMLStreamException {
    String name = entry.getName().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
      return;
    }
    XMLInputFactory parsers = XlsxScan.parsers();
    try (InputStream in = inflated(entry)) {
      XMLStreamReader xml = parsers.createXMLStreamReader(in);
      int event = XMLStreamConstants.START_DOCUMENT;
      while (event != XMLStreamConstants.START_ELEMENT && xml.hasNext()) {
        event = xml.next();
        if (event == XMLStreamConstants.DTD) {
          throw documentType(file);
        }
      }
      xml.close();
    }
  }

  static RuntimeException documentType(Path file) {
    return WorkbookProblems.damaged(
        file, "其中的 XML 声明了文档类型(DTD)", "XML inside it declares a document type (DTD)");
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Damaged data is the file's fault, not ours. */
  private final class Checked extends FilterInputStream {
    Checked(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int from, int length) {
      try {
        return in.read(buffer, from, length);
      } catch (IOException e) {
        throw WorkbookProblems.damaged(file, "压缩数据无法解开", "its data cannot be inflated");
      }
    }
  }
}

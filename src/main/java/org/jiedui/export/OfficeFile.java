package org.jiedui.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file of Office Open XML: named parts in a zip. The same parts give the same bytes, because
 * entries and properties carry the day of the data and no clock.
 */
final class OfficeFile {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String CORE = "docProps/core.xml";

  private final LocalDate asOf;
  private final Map<String, String> types = new LinkedHashMap<>();
  private final Map<String, String> parts = new LinkedHashMap<>();

  OfficeFile(LocalDate asOf) {
    this.asOf = asOf;
  }

  /** Adds a part with its content type. */
  OfficeFile part(String name, String type, String xml) {
    types.put(name, type);
    parts.put(name, xml);
    return this;
  }

  /** Relationships of a part, as kind and target; they are numbered rId1, rId2, … in this order. */
  OfficeFile relations(String of, Map<String, String> targets) {
    int slash = of.lastIndexOf('/') + 1;
    StringBuilder xml = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
    int[] id = {1};
    targets.forEach((target, kind) -> xml.append(relation(id[0]++, OFFICE + "/" + kind, target)));
    parts.put(
        of.substring(0, slash) + "_rels/" + of.substring(slash) + ".rels",
        xml.append("</Relationships>").toString());
    return this;
  }

  /**
   * @param main the part that the file opens with
   */
  byte[] bytes(String main, String title) {
    part(CORE, "application/vnd.openxmlformats-package.core-properties+xml", properties(title));
    Map<String, String> all = new LinkedHashMap<>();
    all.put("[Content_Types].xml", contentTypes());
    all.put(
        "_rels/.rels",
        "<Relationships xmlns=\""
            + PACKAGE
            + "relationships\">"
            + relation(1, OFFICE + "/officeDocument", main)
            + relation(2, PACKAGE + "relationships/metadata/core-properties", CORE)
            + "</Relationships>");
    all.putAll(parts);
    return zip(all);
  }

  private byte[] zip(Map<String, String> all) {
    var bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : all.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(asOf.atStartOfDay());
        zip.putNextEntry(entry);
        zip.write((HEAD + part.getValue()).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private String contentTypes() {
    StringBuilder xml = new StringBuilder("<Types xmlns=\"" + PACKAGE + "content-types\">");
    xml.append(
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
    xml.append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    types.forEach(
        (name, type) ->
            xml.append("<Override PartName=\"/" + name + "\" ContentType=\"" + type + "\"/>"));
    return xml.append("</Types>").toString();
  }

  private static String relation(int id, String type, String target) {
    return "<Relationship Id=\"rId" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
  }

  private String properties(String title) {
    String day = asOf + "T00:00:00Z";
    return "<cp:coreProperties xmlns:cp=\""
        + PACKAGE
        + "metadata/core-properties\""
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
        + "<dc:title>"
        + Xml.escaped(title)
        + "</dc:title><dc:creator>jiedui</dc:creator>"
        + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">"
        + day
        + "</dcterms:created>"
        + "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">"
        + day
        + "</dcterms:modified>"
        + "</cp:coreProperties>";
  }
}

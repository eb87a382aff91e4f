package org.jiedui.ingest.file;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The first pass over an {@code .xlsx} file: container, limits, and everything about its sheets
 * that a reader of values does not tell. Nothing is believed that the file says about its own size.
 *
 * @param epoch1904 dates count from 1904
 * @param stale the workbook says that its formulas have to be calculated again
 */
record XlsxScan(List<SheetFacts> sheets, boolean epoch1904, boolean stale) {
  private static final Set<String> ERRORS =
      Set.of(
          "#N/A",
          "#DIV/0!",
          "#REF!",
          "#VALUE!",
          "#NAME?",
          "#NUM!",
          "#NULL!",
          "#SPILL!",
          "#CALC!",
          "#GETTING_DATA",
          "#FIELD!",
          "#BLOCKED!",
          "#UNKNOWN!",
          "#CONNECT!",
          "#BUSY!");

  static boolean isErrorWord(String text) {
    return ERRORS.contains(text);
  }

  static XlsxScan of(Path file, IngestSettings.Limits limits) throws IOException {
    try (XlsxContainer container = XlsxContainer.open(file, limits)) {
      container.checkEntries();
      return new Pass(file, container, limits).run();
    } catch (XMLStreamException e) {
      throw WorkbookProblems.damaged(file, "其中的 XML 不完整", "XML inside it is broken");
    }
  }

  /** A parser that knows no document types and fetches nothing. */
  static XMLInputFactory parsers() {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    return factory;
  }

  private static final class Pass {
    private final Path file;
    private final XlsxContainer container;
    private final IngestSettings.Limits limits;
    private final List<String[]> declared = new ArrayList<>();
    private final Map<String, String> parts = new HashMap<>();
    private boolean epoch1904;
    private boolean stale;
    private long cells;

    Pass(Path file, XlsxContainer container, IngestSettings.Limits limits) {
      this.file = file;
      this.container = container;
      this.limits = limits;
    }

    XlsxScan run() throws IOException, XMLStreamException {
      String workbook = container.workbookPart();
      each(workbook, this::workbook);
      each(relations(workbook), this::relation);
      if (declared.size() > limits.sheets()) {
        throw WorkbookProblems.limit(
            file, Reason.LIMIT_CELLS, "sheets", "" + limits.sheets(), "" + declared.size());
      }
      List<SheetFacts> sheets = new ArrayList<>();
      for (int i = 0; i < declared.size(); i++) {
        sheets.add(sheet(i, workbook));
      }
      return new XlsxScan(List.copyOf(sheets), epoch1904, stale);
    }

    private SheetFacts sheet(int index, String workbook) throws IOException, XMLStreamException {
      String[] one = declared.get(index);
      String part = parts.get(one[1]);
      if (part == null) {
        throw WorkbookProblems.damaged(file, "缺少工作表 " + one[0], "sheet " + one[0] + " is missing");
      }
      var scan = new XlsxSheetScan(file, one[0], limits, cells);
      String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
      String path = part.startsWith("/") ? part.substring(1) : folder + part;
      try (InputStream in = container.open(path)) {
        XMLStreamReader xml = parsers().createXMLStreamReader(in);
        scan.read(xml);
        xml.close();
      }
      cells = scan.cells();
      return new SheetFacts(index, one[0], !one[2].equals("visible"), scan.rows(), scan.merged());
    }

    private static String relations(String workbook) {
      int slash = workbook.lastIndexOf('/') + 1;
      return workbook.substring(0, slash) + "_rels/" + workbook.substring(slash) + ".rels";
    }

    private void workbook(XMLStreamReader xml) {
      switch (xml.getLocalName()) {
        case "workbookPr" -> epoch1904 |= isTrue(xml.getAttributeValue(null, "date1904"));
        case "calcPr" -> stale |= isTrue(xml.getAttributeValue(null, "fullCalcOnLoad"));
        case "workbook" -> {
          if (xml.getNamespaceURI().contains("purl.oclc.org")) {
            throw WorkbookProblems.unsupported(file, "Strict Open XML");
          }
        }
        case "sheet" ->
            declared.add(
                new String[] {
                  text(xml.getAttributeValue(null, "name")),
                  text(relation(xml, "id")),
                  xml.getAttributeValue(null, "state") == null
                      ? "visible"
                      : xml.getAttributeValue(null, "state")
                });
        default -> {
          // nothing that changes what is read
        }
      }
    }

    private static String relation(XMLStreamReader xml, String name) {
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        if (xml.getAttributeLocalName(i).equals(name)
            && !text(xml.getAttributeNamespace(i)).isEmpty()) {
          return xml.getAttributeValue(i);
        }
      }
      return "";
    }

    private void relation(XMLStreamReader xml) {
      if (xml.getLocalName().equals("Relationship")) {
        String id = text(xml.getAttributeValue(null, "Id"));
        if ("External".equals(xml.getAttributeValue(null, "TargetMode"))) {
          return;
        }
        parts.put(id, text(xml.getAttributeValue(null, "Target")));
      }
    }

    private static String text(String value) {
      return value == null ? "" : value;
    }

    static boolean isTrue(String value) {
      return "1".equals(value) || "true".equals(value);
    }

    private interface Element {
      void start(XMLStreamReader xml);
    }

    private void each(String part, Element element) throws IOException, XMLStreamException {
      try (InputStream in = container.open(part)) {
        XMLStreamReader xml = parsers().createXMLStreamReader(in);
        while (xml.hasNext()) {
          int event = xml.next();
          if (event == XMLStreamConstants.DTD) {
            throw XlsxContainer.documentType(file);
          }
          if (event == XMLStreamConstants.START_ELEMENT) {
            element.start(xml);
          }
        }
        xml.close();
      }
    }
  }

  /** Names of the sheets, in order, without doubles. */
  Set<String> names() {
    var names = new LinkedHashSet<String>();
    sheets.forEach(s -> names.add(s.name()));
    return names;
  }
}

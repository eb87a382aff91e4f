package org.jiedui.export;

import java.util.ArrayList;
import java.util.List;

/** The styles of a workbook, numbered as they are asked for. */
final class XlsxStyles {
  /** Rules above and below a cell. */
  enum Rule {
    NONE(""),
    TOP("<left/><right/><top style=\"medium\"/><bottom/><diagonal/>"),
    BELOW("<left/><right/><top/><bottom style=\"thin\"/><diagonal/>"),
    TOP_AND_BELOW("<left/><right/><top style=\"medium\"/><bottom style=\"thin\"/><diagonal/>"),
    BOTTOM("<left/><right/><top/><bottom style=\"medium\"/><diagonal/>");

    private final String xml;

    Rule(String xml) {
      this.xml = xml;
    }
  }

  /** How a cell's text stands. */
  enum Place {
    LEFT("left"),
    CENTRE("center"),
    RIGHT("right"),
    WRAPPED("left\" wrapText=\"1");

    private final String xml;

    Place(String xml) {
      this.xml = xml;
    }
  }

  /** Weight of the type. */
  enum Weight {
    PLAIN,
    BOLD
  }

  static final String TEXT = "@";

  private static final int FIRST_OWN_FORMAT = 164;

  private record Kind(String format, Rule rule, Place place, Weight weight) {}

  private final List<String> formats = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();

  XlsxStyles() {
    kinds.add(new Kind("General", Rule.NONE, Place.LEFT, Weight.PLAIN));
  }

  /** The number of a style. */
  int of(String format, Rule rule, Place place, Weight weight) {
    Kind kind = new Kind(format, rule, place, weight);
    if (!kinds.contains(kind)) {
      kinds.add(kind);
    }
    return kinds.indexOf(kind);
  }

  int text(Place place, Weight weight) {
    return of(TEXT, Rule.NONE, place, weight);
  }

  String xml(String namespace) {
    StringBuilder cells = new StringBuilder();
    kinds.forEach(kind -> cells.append(cell(kind)));
    StringBuilder borders = new StringBuilder();
    for (Rule rule : Rule.values()) {
      borders.append(
          rule.xml.isEmpty()
              ? "<border><left/><right/><top/><bottom/><diagonal/></border>"
              : "<border>" + rule.xml + "</border>");
    }
    String font = "<sz val=\"11\"/><name val=\"Times New Roman\"/><family val=\"1\"/>";
    return "<styleSheet xmlns=\""
        + namespace
        + "\">"
        + numberFormats()
        + "<fonts count=\"2\"><font>"
        + font
        + "</font><font><b/>"
        + font
        + "</font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\""
        + Rule.values().length
        + "\">"
        + borders
        + "</borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\""
        + kinds.size()
        + "\">"
        + cells
        + "</cellXfs>"
        + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
  }

  private String numberFormats() {
    if (formats.isEmpty()) {
      return "";
    }
    StringBuilder xml = new StringBuilder("<numFmts count=\"" + formats.size() + "\">");
    for (int i = 0; i < formats.size(); i++) {
      xml.append(
          "<numFmt numFmtId=\""
              + (FIRST_OWN_FORMAT + i)
              + "\" formatCode=\""
              + Xml.escaped(formats.get(i))
              + "\"/>");
    }
    return xml.append("</numFmts>").toString();
  }

  private String cell(Kind kind) {
    return "<xf numFmtId=\""
        + number(kind.format)
        + "\" fontId=\""
        + kind.weight.ordinal()
        + "\" fillId=\"0\" borderId=\""
        + kind.rule.ordinal()
        + "\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
        + "<alignment horizontal=\""
        + kind.place.xml
        + "\" vertical=\"center\"/></xf>";
  }

  /** Formats that every spreadsheet knows by number, and ours. */
  private int number(String format) {
    if (format.equals("General")) {
      return 0;
    }
    if (format.equals(TEXT)) {
      return 49;
    }
    if (!formats.contains(format)) {
      formats.add(format);
    }
    return FIRST_OWN_FORMAT + formats.indexOf(format);
  }
}

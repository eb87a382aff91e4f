package org.jiedui.paper;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiedui.message.Text;
import org.jiedui.table.Status;
import org.jiedui.table.Type;

/** A Stata do-file for one table: reads its CSV with codes as text, labels variables and codes. */
public final class StataLabels {
  /** What Stata keeps of a label, in characters. */
  private static final int LONGEST = 80;

  private static final int NAME = 32;

  private StataLabels() {}

  public static String of(TableFacts table) {
    StringBuilder file = new StringBuilder();
    file.append("* ").append(table.table()).append(": ").append(plain(table.row().en()));
    file.append("\n* ").append(plain(table.row().zh()));
    file.append("\n* Reads ")
        .append(table.table())
        .append(".csv in the current folder. Stata 14 or later.\n");
    file.append("version 14\nclear\n");
    file.append("import delimited using ").append(quoted(table.table() + ".csv"));
    file.append(", varnames(1) case(preserve) encoding(\"UTF-8\") bindquote(strict) asdouble");
    file.append(texts(table)).append('\n');
    file.append("label data ").append(quoted(cut(table.row().en()))).append('\n');
    table.columns().forEach(column -> variable(file, column));
    table.columns().stream().filter(c -> !c.codes().isEmpty()).forEach(c -> codes(file, c));
    return file.toString();
  }

  /** Codes and ids stay text whatever they look like. */
  private static String texts(TableFacts table) {
    String places =
        IntStream.range(0, table.columns().size())
            .filter(i -> isText(table.columns().get(i)))
            .mapToObj(i -> Integer.toString(i + 1))
            .collect(Collectors.joining(" "));
    return places.isEmpty() ? "" : " stringcols(" + places + ")";
  }

  private static boolean isText(ColumnFacts column) {
    return column.field().type() == Type.TEXT || column.field().type() == Type.DATE;
  }

  private static void variable(StringBuilder file, ColumnFacts column) {
    String name = column.field().column();
    String unit = column.field().unit();
    Text label = column.field().label();
    String words =
        label.en() + (unit.isEmpty() || unit.equals("1") ? "" : ", " + unit) + " / " + label.zh();
    file.append("label variable ").append(name).append(' ').append(quoted(cut(words))).append('\n');
    if (!column.field().formula().isEmpty()) {
      file.append("notes ").append(name).append(": ").append(plain(column.field().formula()));
      file.append('\n');
    }
    if (column.field().type() == Type.DATE) {
      file.append("gen double ")
          .append(name)
          .append("_d = date(")
          .append(name)
          .append(", \"YMD\")\n");
      file.append("format ").append(name).append("_d %td\n");
    }
  }

  /** A numeric twin of a column of codes, with a value label for each code that stands in it. */
  private static void codes(StringBuilder file, ColumnFacts column) {
    String name = column.field().column();
    String twin = name.substring(0, Math.min(name.length(), NAME - 2)) + "_n";
    file.append("gen int ").append(twin).append(" = .\n");
    for (Status status : column.codes()) {
      String code = status.name();
      file.append("replace ").append(twin).append(" = ").append(number(status));
      file.append(" if upper(").append(name).append(") == \"").append(code).append("\"\n");
      file.append("label define ").append(twin).append(' ').append(number(status)).append(' ');
      file.append(quoted(cut(code.toLowerCase(Locale.ROOT) + ": " + status.meaning().en())));
      file.append(", modify\n");
    }
    file.append("label values ").append(twin).append(' ').append(twin).append('\n');
  }

  /** The place in the list of codes, from 0 for OK. */
  private static int number(Status status) {
    return status.ordinal();
  }

  private static String cut(String label) {
    String plain = plain(label);
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1) + "…";
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  /** Without what Stata would take for a macro, a quote or the end of a line. */
  static String plain(String text) {
    return text.replaceAll("[\"`$\\\\\\p{Cc}]", "'");
  }
}

package org.jiedui.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A second, independent reader of generated record files, of tests only: it sorts every row into
 * accepted or a reason, and sums what is accepted in minor units.
 */
final class Reading {
  /** One accepted or refused amount. */
  private record Item(
      String file, String id, int year, String key, String reason, BigDecimal minor, String text) {}

  private static final Pattern NUMBER =
      Pattern.compile("[0-9]+(\\.[0-9]+)?|[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");

  private final Map<String, List<int[]>> spells = new HashMap<>();
  private final java.util.Set<String> flagged = new java.util.HashSet<>();
  private final List<Item> items = new ArrayList<>();
  final Map<String, Long> reasons = new TreeMap<>();
  final Map<String, long[]> totals = new TreeMap<>();
  final List<String[]> accepted = new ArrayList<>();

  private Reading(Path dir) throws IOException {
    codes(dir);
    try (var files = Files.list(dir.resolve("records"))) {
      for (Path file : files.sorted().toList()) {
        read(file);
      }
    }
    decide();
  }

  static Reading of(Path dir) throws IOException {
    return new Reading(dir);
  }

  static List<String[]> table(Path file) throws IOException {
    String text = Files.readString(file);
    return text.lines().map(Reading::cells).toList();
  }

  private void codes(Path dir) throws IOException {
    List<String[]> units = table(dir.resolve("geography/units.csv"));
    units.stream().skip(1).forEach(u -> spell(u[0], 1996, 2020));
    for (String[] c : table(dir.resolve("geography/changes.csv")).stream().skip(1).toList()) {
      int year = Integer.parseInt(c[0]);
      if (!c[2].equals(c[4])) {
        spells.put(c[2], List.of(new int[] {1996, year - 1}));
        spells.put(c[4], List.of(new int[] {year, 2020}));
      }
    }
  }

  private void spell(String code, int from, int to) {
    spells.put(code, List.of(new int[] {from, to}));
  }

  private void read(Path path) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    String name = "records/" + path.getFileName();
    boolean gb = name.contains("2006");
    String text = new String(bytes, gb ? Charset.forName("GB18030") : StandardCharsets.UTF_8);
    List<String> lines = text.replace("\uFEFF", "").replace("\r\n", "\n").lines().toList();
    String[] header = cells(lines.get(0).replaceAll("[(（][^,]*", ""));
    for (String line : lines.subList(1, lines.size())) {
      if (line.isEmpty()) {
        reasons.merge(name + ",BLANK", 1L, Long::sum);
      } else {
        row(name, header, cells(line));
      }
    }
  }

  private void row(String file, String[] header, String[] row) {
    for (int i = 0; i < header.length; i++) {
      String cell = row[i];
      if (!cell.isEmpty() && !cell.equals("—")) {
        String way = row[4].startsWith("西") || row[4].equals("W2E") ? "W2E" : "E2W";
        switch (header[i]) {
          case "财政援助资金", "财政资金" -> item(file, row, "fiscal,none,E2W", 6, cell);
          case "捐款" -> item(file, row, "donation,cash,E2W", 2, cell);
          case "捐物折款" -> item(file, row, "donation,kind,E2W", 6, cell);
          case "干部人数" -> item(file, row, "cadres,none," + way, 0, cell);
          case "专技人才人数" -> item(file, row, "professionals,none," + way, 0, cell);
          case "金额", "amount" -> item(file, row, key(row, way), exponent(row[9]), cell);
          default -> {}
        }
      }
    }
  }

  private static String key(String[] row, String way) {
    String indicator =
        switch (row[5]) {
          case "财政援助资金" -> "fiscal";
          case "社会捐赠" -> "donation";
          case "干部" -> "cadres";
          case "专业技术人才" -> "professionals";
          case "招商引资" -> "?";
          default -> row[5];
        };
    String form =
        switch (row[6]) {
          case "现金" -> "cash";
          case "实物" -> "kind";
          case "" -> "none";
          default -> row[6];
        };
    return indicator + "," + form + "," + way;
  }

  private static int exponent(String unit) {
    return switch (unit) {
      case "元" -> 2;
      case "万元" -> 6;
      case "亿元" -> 10;
      default -> 0;
    };
  }

  private void item(String file, String[] row, String key, int exponent, String cell) {
    String reason = reason(row, key, cell);
    boolean number = reason.isEmpty() || reason.equals("CODE_TRANSITION");
    BigDecimal minor =
        number ? new BigDecimal(cell.replace(",", "")).scaleByPowerOfTen(exponent) : null;
    int year = Integer.parseInt(row[1]);
    if (number && minor.stripTrailingZeros().scale() > 0) {
      reason = "NUM_FRACTION";
    }
    items.add(new Item(file, row[0], year, key, reason, minor, String.join(",", row)));
    if (number) {
      accepted.add(row);
    }
  }

  private String reason(String[] row, String key, String cell) {
    int year = Integer.parseInt(row[1]);
    if (year < 1996 || year > 2040) {
      return "YEAR_RANGE";
    }
    if (row[3].contains("E")) {
      return "CODE_SCI";
    }
    if (key.startsWith("?")) {
      return "WORD_UNKNOWN";
    }
    if (cell.equals("1,23")) {
      return "NUM_AMBIGUOUS";
    }
    if (!NUMBER.matcher(cell).matches()) {
      return "NUM_SYNTAX";
    }
    return codeReason(row[3], year);
  }

  private String codeReason(String code, int year) {
    if (!spells.containsKey(code)) {
      return "CODE_UNKNOWN";
    }
    int[] spell = spells.get(code).get(0);
    if (spell[0] <= year && year <= spell[1]) {
      return "";
    }
    return spell[0] <= year - 1 && year - 1 <= spell[1] ? "CODE_TRANSITION" : "CODE_VINTAGE";
  }

  private void decide() {
    Map<String, List<Item>> byId = new HashMap<>();
    for (Item item : items) {
      byId.computeIfAbsent(item.id + "|" + item.key, k -> new ArrayList<>()).add(item);
    }
    byId.values().forEach(this::decide);
  }

  private void decide(List<Item> same) {
    Item first = same.get(0);
    if (same.stream().anyMatch(i -> !i.text.equals(first.text))) {
      same.forEach(i -> reasons.merge(i.file + ",DUP_CONFLICT", 1L, Long::sum));
      return;
    }
    if (!first.reason.isEmpty() && flagged.add(first.file + first.id)) {
      reasons.merge(first.file + "," + first.reason, 1L, Long::sum);
    }
    for (Item again : same.subList(1, same.size())) {
      reasons.merge(again.file + ",DUP_EXACT", 1L, Long::sum);
    }
    if (first.reason.isEmpty() || first.reason.equals("CODE_TRANSITION")) {
      long[] sides = totals.computeIfAbsent(first.key, k -> new long[2]);
      int side = first.year < 2016 ? 0 : 1;
      sides[side] = Math.addExact(sides[side], first.minor.longValueExact());
    }
  }

  /** Cells of one line of RFC 4180. */
  static String[] cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells.toArray(String[]::new);
  }
}

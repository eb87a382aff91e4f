package org.jiedui.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiedui.message.Text;
import org.jiedui.reference.Geography;
import org.jiedui.reference.Level;
import org.jiedui.reference.Resolution;

/**
 * Codes that a mangled or unknown one may stand for. They word a suggestion and decide nothing: a
 * lost zero put back, one digit changed, two neighbours swapped, or all that round to the same
 * number.
 */
final class CodeCandidates {
  private static final int SHOWN = 5;
  private static final int DIGITS = 6;

  private final Geography geography;
  private final Map<String, Text> known = new HashMap<>();

  CodeCandidates(Geography geography) {
    this.geography = geography;
  }

  /**
   * Candidates for a cell that should be a county code.
   *
   * @param year whose codes are meant; 0 for the base year
   * @param name the place name beside the code; those of that name come first
   */
  Text of(String cell, int year, String name) {
    int vintage = year == 0 ? geography.baseYear() : year;
    return known.computeIfAbsent(
        cell + "\n" + vintage + "\n" + name,
        k -> text(codes(cell.strip(), vintage, name), vintage, name));
  }

  private List<String> codes(String cell, int vintage, String name) {
    List<String> codes = new ArrayList<>(valid(named(name), vintage));
    codes.addAll(shaped(cell, vintage));
    return codes.stream().distinct().toList();
  }

  /** Counties of the base year with exactly that name; a name alone decides nothing. */
  private List<String> named(String name) {
    return name.isEmpty()
        ? List.of()
        : geography.units(Level.COUNTY).stream()
            .filter(unit -> !unit.contains("+") && geography.name(unit).equals(name))
            .toList();
  }

  private List<String> shaped(String cell, int vintage) {
    if (cell.matches("[0-9]{5}")) {
      return valid(withZero(cell), vintage);
    }
    if (cell.matches("[0-9]{6}")) {
      return valid(oneStepAway(cell), vintage);
    }
    return cell.matches("[0-9](\\.[0-9]{0,5})?[eE]\\+?0?5") ? rounding(cell, vintage) : List.of();
  }

  private static List<String> withZero(String digits) {
    List<String> codes = new ArrayList<>();
    for (int at = digits.length(); at > 0; at--) {
      codes.add(digits.substring(0, at) + "0" + digits.substring(at));
    }
    return codes;
  }

  private static List<String> oneStepAway(String code) {
    List<String> codes = new ArrayList<>();
    for (int at = DIGITS - 1; at >= 0; at--) {
      if (at > 0) {
        codes.add(
            code.substring(0, at - 1)
                + code.charAt(at)
                + code.charAt(at - 1)
                + code.substring(at + 1));
      }
      for (char digit = '0'; digit <= '9'; digit++) {
        codes.add(code.substring(0, at) + digit + code.substring(at + 1));
      }
    }
    codes.removeIf(code::equals);
    return codes;
  }

  /** Counties of the base year whose code a spreadsheet shows as this number. */
  private List<String> rounding(String cell, int vintage) {
    BigDecimal shown = new BigDecimal(cell);
    List<String> codes = new ArrayList<>();
    for (String unit : geography.units(Level.COUNTY)) {
      for (String code : unit.split("\\+")) {
        BigDecimal rounded = new BigDecimal(code).setScale(shown.scale(), RoundingMode.HALF_UP);
        if (rounded.compareTo(shown) == 0) {
          codes.add(code);
        }
      }
    }
    return valid(codes, vintage);
  }

  private List<String> valid(List<String> codes, int vintage) {
    return codes.stream()
        .distinct()
        .filter(c -> c.charAt(0) != '0')
        .filter(c -> geography.resolve(Integer.parseInt(c), vintage).accepted())
        .toList();
  }

  private Text text(List<String> codes, int vintage, String name) {
    if (codes.isEmpty()) {
      return Text.NONE;
    }
    List<String> named =
        codes.stream().map(c -> c + " " + name(c, vintage)).collect(Collectors.toList());
    List<String> same =
        named.stream().filter(c -> !name.isEmpty() && c.endsWith(" " + name)).toList();
    List<String> first = same.isEmpty() ? named : same;
    String shown = String.join("、", first.stream().limit(SHOWN).toList());
    String all = String.format(Locale.ROOT, "%d", codes.size());
    boolean more = first.size() > SHOWN || !same.isEmpty() && same.size() < codes.size();
    return Text.of(
        "可能是 " + shown + (more ? " 等,共 " + all + " 个可能" : "") + ";请查原表",
        "may be "
            + shown.replace("、", ", ")
            + (more ? ", of " + all + " in all" : "")
            + "; look in the original");
  }

  /** The name the code had in that year. */
  private String name(String code, int vintage) {
    Resolution r = geography.resolve(Integer.parseInt(code), vintage);
    return r.spells().stream()
        .filter(s -> s.holds(vintage) || s.holds(vintage - 1))
        .map(Resolution.Spell::name)
        .findFirst()
        .orElseGet(
            () ->
                new TreeSet<>(r.spells().stream().map(Resolution.Spell::name).toList())
                    .stream().findFirst().orElse(""));
  }
}

package org.jiedui.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jiedui.table.EffectRatioRow;
import org.jiedui.table.Frame;
import org.jiedui.table.PanelRow;
import org.jiedui.table.RegionRow;

/**
 * What an analysis knows of places: level, name, prefecture and province of each code. What the
 * maps do not know is read off six-digit codes; a union "a+b" belongs to the places of its members.
 *
 * @param everyLevel level of a code that {@code levels} does not know; empty for none
 */
public record Places(
    Map<String, String> levels,
    Map<String, String> names,
    Map<String, String> prefectures,
    Map<String, String> provinces,
    String everyLevel) {
  public static final String COUNTY = "county";
  public static final String PREFECTURE = "prefecture";

  /** Nothing is known but the codes themselves. */
  public static final Places BY_CODE = unnamed("");

  public Places {
    levels = Map.copyOf(levels);
    names = Map.copyOf(names);
    prefectures = Map.copyOf(prefectures);
    provinces = Map.copyOf(provinces);
  }

  /** Reads the table {@code region}. */
  public static Places of(Frame region) {
    Map<String, String> levels = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    Map<String, String> prefectures = new HashMap<>();
    Map<String, String> provinces = new HashMap<>();
    for (int i = 0; i < region.size(); i++) {
      String code = region.text(i, RegionRow.CODE);
      put(levels, code, region.text(i, RegionRow.LEVEL));
      put(names, code, region.text(i, RegionRow.NAME));
      put(prefectures, code, region.text(i, RegionRow.PREFECTURE_CODE));
      put(provinces, code, region.text(i, RegionRow.PROVINCE_CODE));
    }
    return new Places(levels, names, prefectures, provinces, "");
  }

  /** For a panel of the user's own: every code is a region of the level asked for. */
  public static Places unnamed(String level) {
    return new Places(Map.of(), Map.of(), Map.of(), Map.of(), level);
  }

  /** For a panel of the user's own: every unit lies in its group. */
  public static Places grouped(Map<String, String> groups) {
    return new Places(Map.of(), Map.of(), groups, groups, COUNTY);
  }

  /** Level of a code; empty for one nobody knows. */
  Optional<String> level(String code) {
    String known = levels.getOrDefault(code, everyLevel);
    return known.isEmpty() ? Optional.empty() : Optional.of(known);
  }

  /** Prefecture that is listed for a county; empty when none is. */
  Optional<String> listedPrefecture(String county) {
    return Optional.ofNullable(prefectures.get(county));
  }

  String prefecture(String recipient) {
    return above(recipient, prefectures, 4);
  }

  String province(String recipient) {
    return above(recipient, provinces, 2);
  }

  /** The code itself when unknown. */
  String name(String code) {
    if (names.containsKey(code)) {
      return names.get(code);
    }
    if (code.equals(EffectRatioRow.NATION)) {
      return "全国";
    }
    return code.equals(PanelRow.UNASSIGNED) ? "支援省未定" : code;
  }

  /** The unit above, of all members when they lie in several: joined by "+" in order. */
  private static String above(String recipient, Map<String, String> known, int digits) {
    if (known.containsKey(recipient)) {
      return known.get(recipient);
    }
    TreeSet<String> found = new TreeSet<>();
    for (String member : recipient.split("\\+")) {
      String derived =
          member.matches("[0-9]{6}")
              ? member.substring(0, digits) + "000000".substring(digits)
              : PanelRow.UNASSIGNED;
      found.add(known.getOrDefault(member, derived));
    }
    return String.join("+", found);
  }

  private static void put(Map<String, String> map, String code, String value) {
    if (value != null && !value.isEmpty()) {
      map.put(code, value);
    }
  }
}

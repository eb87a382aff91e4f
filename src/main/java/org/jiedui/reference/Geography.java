package org.jiedui.reference;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jiedui.message.Text;
import org.jiedui.table.Frame;

/**
 * The units of one base year and what every code of earlier and later years means in them.
 *
 * <p>A unit is (code, year); nothing is joined by name. A county that was split is one union unit
 * "a+b" of its base-year parts, and every code of the union resolves to it.
 */
public interface Geography extends Serializable {
  /**
   * Reads {@code geography.conf}, {@code units.csv} and {@code changes.csv} of a folder. All
   * problems end in one {@link org.jiedui.message.InputException} (exit 2).
   */
  static Geography load(Path dir) {
    return GeographyFiles.load(dir);
  }

  /**
   * As {@link #load}, but without unions: what a code of a divided unit stands for is shared out to
   * its parts of the base year, by population, else by area, else equally.
   *
   * @param weights a file like {@code split_weights.csv}, in place of the folder's own
   */
  static Geography shared(Path dir, Optional<Path> weights) {
    return GeographyFiles.shared(dir, weights);
  }

  /** The county a code of that year means in the base year. */
  Resolution resolve(int code, int vintageYear);

  /** As {@link #resolve} for a code of any level: province, prefecture or county. */
  Resolution resolveAny(int code, int vintageYear);

  /** Base units of a level, in code order; unions in place of their members. */
  Set<String> units(Level level);

  /** Autonomous prefectures (自治州) of the base year, in code order. */
  default Set<String> autonomousPrefectures() {
    Set<String> found = new TreeSet<>(units(Level.PREFECTURE));
    found.removeIf(unit -> !name(unit).endsWith("自治州"));
    return found;
  }

  /** Name in the base year; the names of a union joined by "+"; the code itself when unknown. */
  String name(String unit);

  /** Code of the province a base unit lies in. */
  String provinceOf(String unit);

  /**
   * Code of the prefecture a base unit lies in; for a county directly under its province the code
   * of its group, such as 429000 or 500100, although no prefecture of that code exists.
   */
  String prefectureOf(String unit);

  /** Zone of the unit's province (东部, 中部, 西部, 东北); empty when the table gives none. */
  Optional<String> zoneOf(String unit);

  /** Every name that a code of any level had, with its years, by code and year. */
  List<NameSpan> names();

  /**
   * Base units that were a county in the first year and of which some part was made a district, or
   * came to one, up to the last.
   */
  Set<String> becameDistricts(int from, int to);

  /** All base units as the table {@code region}. */
  Frame regions();

  Text title();

  int baseYear();

  /** First year in which every valid code of the level county is known. */
  int coversFrom();

  /** Last year in which every valid code of the level county is known. */
  int coversTo();

  /** Whether the places are invented; every output made with them says so. */
  boolean synthetic();

  String source();

  String licence();

  /** SHA-256, in hex, of the files it was read from: it names what a panel was made with. */
  String digest();
}

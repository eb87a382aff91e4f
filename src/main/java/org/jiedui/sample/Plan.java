package org.jiedui.sample;

import java.nio.file.Path;
import java.util.Locale;

/**
 * What to generate.
 *
 * @param records about how many records; 0 for the layout's own number
 */
public record Plan(Path out, Layout layout, int counties, long records, long seed) {
  /** Shape of a generated folder. */
  public enum Layout {
    /** Several small files as bureaus ship them, with a development panel. */
    SAMPLE(160, 60, 0),
    /** One large file for benchmarks. */
    BULK(2_900, 120, 1_000_000);

    private final int counties;
    private final int fewest;
    private final long records;

    Layout(int counties, int fewest, long records) {
      this.counties = counties;
      this.fewest = fewest;
      this.records = records;
    }

    public int counties() {
      return counties;
    }

    /** With fewer counties there is no room for the planted changes of codes. */
    int fewest() {
      return fewest;
    }

    public long records() {
      return records;
    }
  }

  /** Master seed of the data that ship with the product. */
  public static final long SEED = 2016;

  /** The command that makes the same files, but for the folder. */
  String command() {
    String name = layout.name().toLowerCase(Locale.ROOT);
    String text = "jiedui generate --layout %s --counties %d --records %d --seed %d --out DIR";
    return String.format(Locale.ROOT, text, name, counties, records, seed);
  }
}

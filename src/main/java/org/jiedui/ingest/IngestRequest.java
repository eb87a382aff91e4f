package org.jiedui.ingest;

import java.nio.file.Path;
import java.util.List;
import org.jiedui.ingest.file.Contract;
import org.jiedui.ingest.file.IngestSettings;
import org.jiedui.reference.Geography;
import org.jiedui.reference.Indicators;
import org.jiedui.reference.Pairings;

/**
 * What to read and by which facts.
 *
 * @param fromYear first year in scope; records of other years are counted as out of scope
 * @param toYear last year in scope
 * @param fixes mended lists of rejects
 * @param codeMaps confirmed maps of names to codes
 * @param root folder of {@code archive}, {@code landing}, {@code records} and {@code panel}
 */
public record IngestRequest(
    List<Input> inputs,
    Contract contract,
    Indicators indicators,
    Geography geography,
    Pairings pairings,
    int fromYear,
    int toYear,
    Path root,
    IngestSettings.Gates gates,
    Archive archive,
    List<Path> fixes,
    List<Path> codeMaps) {

  /** Whether the bytes of the inputs are kept. */
  public enum Archive {
    KEEP,
    /** Inputs stay where they are; for measuring, and where another archive exists. */
    OFF
  }

  public IngestRequest {
    inputs = List.copyOf(inputs);
    fixes = List.copyOf(fixes);
    codeMaps = List.copyOf(codeMaps);
  }

  /** Without any mended list or map. */
  public IngestRequest(
      List<Input> inputs,
      Contract contract,
      Indicators indicators,
      Geography geography,
      Pairings pairings,
      int fromYear,
      int toYear,
      Path root,
      IngestSettings.Gates gates,
      Archive archive) {
    this(
        inputs,
        contract,
        indicators,
        geography,
        pairings,
        fromYear,
        toYear,
        root,
        gates,
        archive,
        List.of(),
        List.of());
  }

  /** The same with mended lists of rejects. */
  public IngestRequest fixedBy(List<Path> lists) {
    return with(lists, codeMaps);
  }

  /** The same with confirmed maps of names to codes. */
  public IngestRequest namedBy(List<Path> maps) {
    return with(fixes, maps);
  }

  private IngestRequest with(List<Path> lists, List<Path> maps) {
    return new IngestRequest(
        inputs,
        contract,
        indicators,
        geography,
        pairings,
        fromYear,
        toYear,
        root,
        gates,
        archive,
        lists,
        maps);
  }

  boolean inScope(int year) {
    return fromYear <= year && year <= toYear;
  }
}

package org.jiedui.job;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jiedui.export.CsvFormat;
import org.jiedui.message.Lang;
import org.jiedui.paper.Citation;
import org.jiedui.paper.Codebook;
import org.jiedui.paper.Methods;
import org.jiedui.paper.Settings;
import org.jiedui.paper.Snippets;
import org.jiedui.paper.StataLabels;
import org.jiedui.publish.Version;
import org.jiedui.report.TableReport;

/**
 * What goes with the printed tables of a version: the codebook, how the files are opened, the
 * methods section and the citation; and every published table as CSV with a do-file that labels it.
 */
final class PaperFiles {
  /** Words of {@code --to} for the two. */
  static final List<String> FORMATS = List.of("paper", "data");

  /** Rows as they were delivered, of which there may be many; they have a list of their own. */
  static final String REJECTS = "rejects";

  private final Version version;
  private final Provenance provenance;
  private final Codebook codebook;

  PaperFiles(Version version, Provenance provenance) {
    this.version = version;
    this.provenance = provenance;
    this.codebook = Codebook.of(version);
  }

  /**
   * Codebook, snippets, methods, references, citation.
   *
   * @param folder where the files will be
   */
  void paper(Map<String, byte[]> files, Path folder) {
    Path tables = folder.toAbsolutePath().normalize().relativize(version.path());
    paper(files, tables.toString().replace('\\', '/'), version.tables());
  }

  /**
   * The same for copies of tables elsewhere.
   *
   * @param folder where the tables are, as seen from the files
   */
  void paper(Map<String, byte[]> files, String folder, List<String> tables) {
    put(files, Codebook.FILE, codebook.json());
    snippets(folder, tables).files().forEach((name, text) -> put(files, name, text));
    Methods.of(version, provenance.notice()).ifPresent(methods -> methods(files, methods));
    put(files, Citation.FILE, Citation.of(version, title()));
  }

  private static void methods(Map<String, byte[]> files, Methods methods) {
    put(files, "methods.zh.md", methods.markdown(Lang.ZH));
    put(files, "methods.en.md", methods.markdown(Lang.EN));
    put(files, Methods.BIBLIOGRAPHY, methods.bibtex());
  }

  private String title() {
    String report = version.commit().report();
    return Settings.of(version).map(settings -> settings.text("title.en")).orElse(report);
  }

  /** The tables themselves. */
  void data(Map<String, byte[]> files) {
    codebook.tables().stream()
        .filter(table -> !table.table().equals(REJECTS))
        .forEach(
            table -> {
              put(files, "data/" + table.table() + ".do", StataLabels.of(table));
              put(files, "data/" + table.table() + ".csv", csv(table.table()));
            });
  }

  private String csv(String table) {
    return CsvFormat.of(TableReport.of(version.read(table), List.of()));
  }

  private Snippets snippets(String folder, List<String> tables) {
    SortedMap<String, String> digests = new TreeMap<>();
    for (String table : tables) {
      version.manifest().table(table).ifPresent(file -> digests.put(table, file.sha256()));
    }
    String words = version.commit().report() + " version " + version.seq();
    String notice = provenance.notice().en();
    return new Snippets(notice.isEmpty() ? words : words + " (" + notice + ")", folder, digests);
  }

  private static void put(Map<String, byte[]> files, String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
  }
}

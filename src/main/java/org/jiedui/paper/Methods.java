package org.jiedui.paper;

import static org.jiedui.paper.Reference.ZAHARIA_2016;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiedui.export.Rounding;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;
import org.jiedui.publish.Version;
import org.jiedui.table.Frame;
import org.jiedui.table.LedgerRow;

/**
 * The methods section of a paper on one version. Every sentence comes from a setting that was in
 * force or a table that is there; a method that was not used is not named, nor its source.
 */
public final class Methods {
  public static final String BIBLIOGRAPHY = "references.bib";

  private final List<Paragraph> paragraphs = new ArrayList<>();
  private final Text title;

  private Methods(Made made, Text program, Text notice) {
    this.title =
        Text.of(
            "方法：" + made.settings().text("title.zh"),
            "Methods: " + made.settings().text("title.en"));
    paragraphs.add(data(made, notice));
    if (made.has("effect_ratio")) {
      paragraphs.add(RatioMethods.of(made));
    }
    if (made.has("gap_weights")) {
      paragraphs.add(GapMethods.of(made));
    }
    if (made.has("cluster_k_profile")) {
      paragraphs.add(ClusterMethods.of(made));
    }
    if (made.has("pairing_match")) {
      paragraphs.add(NetworkMethods.pairing(made));
    }
    if (made.has("targeting")) {
      paragraphs.add(NetworkMethods.targeting(made));
    }
    if (made.has("inequality")) {
      paragraphs.add(NetworkMethods.inequality(made));
    }
    paragraphs.add(
        new Paragraph(Text.of("软件", "Software")).say(program.zh(), program.en(), ZAHARIA_2016));
  }

  /**
   * Empty for a version that no study made.
   *
   * @param notice words that go with every number; empty for none
   */
  public static Optional<Methods> of(Version version, Text notice) {
    return Settings.of(version)
        .map(
            settings ->
                new Methods(
                    new Made(settings, new TreeSet<>(version.tables()), version::read),
                    program(version),
                    notice));
  }

  /** For settings and tables that no version holds. */
  static Methods of(Made made) {
    return new Methods(made, Text.of("由 Apache Spark 计算。", "Computed by Apache Spark."), Text.NONE);
  }

  private static Text program(Version version) {
    Map<String, String> programs = version.manifest().versions();
    String print = version.commit().fingerprint().substring(0, 12);
    String report = version.commit().report();
    String number = Long.toString(version.seq());
    String jiedui = version.commit().codeVersion();
    String spark = programs.getOrDefault("spark", "");
    String java = programs.getOrDefault("java", "");
    return Text.of(
        "全部结果由结对 "
            + jiedui
            + "（Apache Spark "
            + spark
            + "，Java "
            + java
            + "）算出，为报告 "
            + report
            + " 第 "
            + number
            + " 版，数据截至 "
            + version.commit().asOf()
            + "，指纹 "
            + print
            + "。",
        "All results were computed by Jiedui "
            + jiedui
            + " (Apache Spark "
            + spark
            + ", Java "
            + java
            + ") as version "
            + number
            + " of the report "
            + report
            + ", data as of "
            + version.commit().asOf()
            + ", fingerprint "
            + print
            + ".");
  }

  private static Paragraph data(Made made, Text notice) {
    Paragraph paragraph = new Paragraph(Text.of("数据", "Data"));
    if (!notice.isEmpty()) {
      paragraph.say("所用为" + notice.zh() + "。", "These are " + notice.en() + ".");
    }
    if (made.has("ledger")) {
      rows(made.read("ledger"), paragraph);
    }
    boolean union = made.settings().text("geography").equals("union");
    paragraph.say(
        "各年的县级代码统一到基准年；拆分的县" + (union ? "合并为一个单元。" : "按权重分摊给各部分。"),
        "County codes of all years are brought to one base year; a divided county is "
            + (union ? "the union of its parts." : "shared out to its parts by weights."));
    return paragraph;
  }

  private static void rows(Frame ledger, Paragraph paragraph) {
    for (int i = 0; i < ledger.size(); i++) {
      if (ledger.text(i, LedgerRow.FILE).equals(LedgerRow.TOTAL)
          && ledger.text(i, LedgerRow.MEASURE).equals(LedgerRow.ROWS)) {
        String read = count(ledger, i, LedgerRow.READ);
        String accepted = count(ledger, i, LedgerRow.ACCEPTED);
        String rejected = count(ledger, i, LedgerRow.REJECTED);
        String twice = count(ledger, i, LedgerRow.DUPLICATE);
        paragraph.say(
            "读入原始记录 "
                + read
                + " 行，采用 "
                + accepted
                + " 行，拒收 "
                + rejected
                + " 行，重复 "
                + twice
                + " 行；各行去向见数据附录。",
            "Of "
                + read
                + " rows of raw records "
                + accepted
                + " were accepted, "
                + rejected
                + " rejected and "
                + twice
                + " were duplicates; the data appendix accounts for every row.");
      }
    }
  }

  private static String count(Frame ledger, int row, LedgerRow field) {
    return Rounding.grouped(String.valueOf(ledger.value(row, field)));
  }

  public List<Paragraph> paragraphs() {
    return List.copyOf(paragraphs);
  }

  /** Works that are cited, by key. */
  public List<Reference> references() {
    return paragraphs.stream()
        .flatMap(p -> p.sentences().stream())
        .flatMap(s -> s.references().stream())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .toList();
  }

  /** The section as Markdown. */
  public String markdown(Lang lang) {
    StringBuilder md = new StringBuilder("# " + title.in(lang) + "\n");
    for (Paragraph paragraph : paragraphs) {
      md.append("\n## ").append(paragraph.heading().in(lang)).append("\n\n");
      md.append(paragraph.in(lang)).append('\n');
    }
    md.append("\n## ").append(Text.of("参考文献", "References").in(lang)).append("\n\n");
    references().forEach(work -> md.append("- ").append(work.listed()).append('\n'));
    return md.toString();
  }

  /** The file {@link #BIBLIOGRAPHY}. */
  public String bibtex() {
    return references().stream().map(Reference::bibtex).collect(Collectors.joining("\n"));
  }
}

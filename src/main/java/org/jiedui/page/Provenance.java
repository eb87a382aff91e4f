package org.jiedui.page;

import java.util.List;
import org.jiedui.export.Rounding;
import org.jiedui.export.page.Block;
import org.jiedui.message.Text;
import org.jiedui.publish.Commit;
import org.jiedui.publish.Version;

/** Which version a page shows, how it is cited, and how its tables are opened elsewhere. */
final class Provenance {
  private static final String EXAMPLE = "effect_ratio";

  private final Version version;
  private final Commit commit;

  Provenance(Version version) {
    this.version = version;
    this.commit = version.commit();
  }

  Text lead() {
    return Text.of(
        "报告 " + commit.report() + "，版本 " + version.seq() + "，数据截至 " + commit.asOf(),
        "Report "
            + commit.report()
            + ", version "
            + version.seq()
            + ", data as of "
            + commit.asOf());
  }

  List<Block> blocks() {
    return List.of(
        new Block.Facts(
            List.of(
                fact("报告与版本", "Report and version", commit.report() + " " + version.seq()),
                fact("数据截至", "Data as of", commit.asOf().toString()),
                fact("清单摘要（SHA-256）", "Digest of the manifest (SHA-256)", commit.manifestSha256()),
                fact("输入指纹", "Fingerprint of the inputs", commit.fingerprint()),
                fact("程序版本", "Program", "jiedui " + commit.codeVersion()),
                fact("输入文件数", "Input files", Integer.toString(inputs())),
                fact("表数与行数", "Tables and rows", version.tables().size() + " / " + rows())),
            commit.asOf()),
        new Block.Heading(Text.of("如何引用", "How to cite")),
        new Block.Paragraph(citation()),
        new Block.Heading(Text.of("如何打开数据", "How to open the data")),
        new Block.Paragraph(
            Text.of(
                "各表为 Parquet 文件，在版本目录中；下列语句读取表 " + EXAMPLE + "，路径相对于本页。",
                "Tables are Parquet files in the folder of the version; these lines read "
                    + EXAMPLE
                    + ", relative to this page.")),
        new Block.Code("R", "library(arrow)\nx <- read_parquet(\"" + file() + "\")"),
        new Block.Code("Python", "import pandas as pd\nx = pd.read_parquet(\"" + file() + "\")"),
        new Block.Code("Stata", "* ssc install pq\npq use using \"" + file() + "\", clear"),
        new Block.Code("DuckDB", "SELECT * FROM read_parquet('" + file() + "');"));
  }

  private String rows() {
    return Rounding.grouped(Long.toString(commit.rows()));
  }

  private int inputs() {
    return version.manifest().inputs().files().size();
  }

  private Text citation() {
    String id =
        commit.report() + ", v" + version.seq() + ", " + commit.asOf() + ", sha256:" + digest();
    return Text.of(
        "结对（Jiedui）" + commit.codeVersion() + "，报告 " + id + "。",
        "Jiedui " + commit.codeVersion() + ", report " + id + ".");
  }

  /** Enough of the digest to tell versions apart in print. */
  private String digest() {
    return commit.manifestSha256().substring(0, 16);
  }

  private String file() {
    String folder = commit.manifest().replaceFirst("/[^/]*$", "");
    return "../../" + folder + "/" + EXAMPLE + ".parquet";
  }

  private static Block.Fact fact(String zh, String en, String value) {
    return new Block.Fact(Text.of(zh, en), Text.same(value));
  }
}

package org.jiedui.job;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiedui.figure.Figures;
import org.jiedui.ingest.IngestResult;
import org.jiedui.message.Lang;
import org.jiedui.message.Text;
import org.jiedui.paper.Checks;
import org.jiedui.paper.Methods;
import org.jiedui.publish.Version;
import org.jiedui.report.PrintedTables;

/**
 * The README of a package, in the order that data editors of the social sciences ask for. What only
 * the authors know is marked for them to fill in.
 */
final class PackageReadme {
  private static final Text OPEN = Text.of("[由作者填写]", "[to be completed by the authors]");

  private final Version version;
  private final PackagedStudy study;
  private final PackagedData data;
  private final Text notice;
  private final Lang lang;
  private final StringBuilder md = new StringBuilder();

  private PackageReadme(
      Version version, PackagedStudy study, PackagedData data, Text notice, Lang lang) {
    this.version = version;
    this.study = study;
    this.data = data;
    this.notice = notice;
    this.lang = lang;
  }

  static String of(
      Version version, PackagedStudy study, PackagedData data, Text notice, Lang lang) {
    PackageReadme readme = new PackageReadme(version, study, data, notice, lang);
    readme.overview();
    readme.availability();
    readme.files();
    readme.requirements();
    readme.instructions();
    readme.tables();
    readme.references();
    return readme.md.toString();
  }

  private void overview() {
    title(
        "# ",
        "复现包：" + study.study().title().zh(),
        "Replication package: " + study.study().title().en());
    if (!notice.isEmpty()) {
      say("**" + notice.zh() + "**", "**" + notice.en() + "**");
    }
    String report = version.commit().report();
    String print = version.commit().fingerprint();
    say(
        "本包含有报告 "
            + report
            + " 第 "
            + version.seq()
            + " 版（数据截至 "
            + version.commit().asOf()
            + "，指纹 "
            + print
            + "）的 "
            + data.tables().size()
            + " 张表、算出它们的设置与参考表，以及重新计算并逐格比较的程序。",
        "This package holds the "
            + data.tables().size()
            + " tables of version "
            + version.seq()
            + " of the report "
            + report
            + " (data as of "
            + version.commit().asOf()
            + ", fingerprint "
            + print
            + "), the settings and reference tables they were computed with, and programs that"
            + " compute them again and compare every cell.");
  }

  private void availability() {
    title("## ", "数据可得性与来源", "Data Availability and Provenance Statements");
    title("### ", "权利声明", "Statement about Rights");
    say(
        "- 作者有权使用本研究的数据：" + OPEN.zh() + "\n- 作者有权公开本包中的数据：" + OPEN.zh(),
        "- The authors certify that they have legitimate access to and permission to use the data: "
            + OPEN.en()
            + "\n- The authors certify that they have permission to redistribute the data in this"
            + " package: "
            + OPEN.en());
    title("### ", "可得性概要", "Summary of Availability");
    if (data.withheld() == PackagedData.Withheld.RAW) {
      say(
          "原始记录**不在**本包中；`panel/` 是由其汇总得到的面板，`tables/region_year.*` 是地区水平值，表由它们重新算出。如何取得原始记录："
              + OPEN.zh()
              + "。持有者可按下表的 SHA-256 核对。",
          "Raw records are **not** part of this package; `panel/` is the panel summed from them,"
              + " `tables/region_year.*` holds the levels of regions, and the tables are computed"
              + " again from both. How the raw records can be had: "
              + OPEN.en()
              + ". Whoever has them can check them by the SHA-256 below.");
    } else {
      say("全部数据都在本包中。", "All data are in this package.");
    }
    title("### ", "各数据文件", "Details on each Data Source");
    row(
        Text.of("文件", "File"),
        Text.of("表", "Table"),
        Text.of("来源", "Source"),
        Text.of("在本包中", "Provided"),
        Text.same("SHA-256"));
    rule(5);
    for (InputList.Entry entry : data.inputs().entries()) {
      boolean here =
          data.withheld() == PackagedData.Withheld.NOTHING
              && !entry.table().equals(IngestResult.SET_ASIDE);
      String place = here ? "`" + PackagedData.raw(data.inputs(), entry) + "`" : safe(entry.name());
      row(
          Text.same(place),
          Text.same(entry.table()),
          Text.same(safe(entry.source())),
          here ? Text.of("是", "yes") : Text.of("否", "no"),
          Text.same("`" + entry.sha256() + "`"));
    }
    md.append('\n');
  }

  private void files() {
    title("## ", "文件", "Files");
    row(Text.of("位置", "Place"), Text.of("内容", "Content"));
    rule(2);
    line(
        "study/",
        "研究设置与参考表（县级代码、结对关系、价格、指标、论断）",
        "settings and reference tables: county codes, pairings, prices, indicators, claims");
    if (data.withheld() == PackagedData.Withheld.NOTHING) {
      line("raw/", "原始记录，逐字节未改", "raw records, byte for byte");
    }
    line(
        "panel/",
        "面板、结对、价格与设置，供 `checks/` 使用",
        "the panel, pairs, prices and settings that `checks/` read");
    line(
        "tables/",
        "发布的表：Parquet、CSV 与 Stata do 文件",
        "the published tables: Parquet, CSV and a Stata do-file each");
    line(
        "checks/",
        "只用 R 或 Stata 由 `panel/` 与 `tables/` 重新计算所印数字的程序",
        "programs that recompute printed numbers from `panel/` and `tables/` in R or Stata alone");
    line(
        "codebook.json",
        "每一列的含义、单位、公式与缺失代码",
        "meaning, unit, formula and missing codes of every column");
    line("open.R, open.py, open.do, open.sql", "打开各表的代码", "how the tables are opened");
    line(
        "SHA256SUMS",
        "全部文件的摘要（`sha256sum -c SHA256SUMS`）",
        "digests of all files (`sha256sum -c SHA256SUMS`)");
    md.append('\n');
  }

  private void line(String place, String zh, String en) {
    row(Text.same("`" + place.replace(", ", "`, `") + "`"), Text.of(zh, en));
  }

  private void requirements() {
    title("## ", "计算要求", "Computational Requirements");
    Map<String, String> programs = new TreeMap<>(version.manifest().versions());
    String names =
        programs.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
    say(
        "- 软件：" + names + "；`checks/` 只需 R（不用扩展包）或 Stata 14 以上。",
        "- Software: " + names + "; `checks/` need R without packages, or Stata 14 or later.");
    say(
        "- 随机数：种子 " + study.study().seed() + "（`" + study.place() + "`）；结果与线程数、分区数无关。",
        "- Randomness: seed "
            + study.study().seed()
            + " in `"
            + study.place()
            + "`; results do not depend on threads or partitions.");
    RunTime.of(version)
        .ifPresent(
            time ->
                say(
                    "- 时间与内存：发布时的运行用时 "
                        + time.seconds()
                        + " 秒"
                        + time.memory("，内存峰值 ", " MiB")
                        + "。",
                    "- Time and memory: the run that published the version took "
                        + time.seconds()
                        + " s"
                        + time.memory(" with a peak of ", " MiB")
                        + "."));
  }

  private void instructions() {
    title("## ", "复现步骤", "Instructions to Replicators");
    boolean raw = data.withheld() == PackagedData.Withheld.NOTHING;
    say(
        "1. `sh reproduce`："
            + (raw ? "由 `raw/`" : "由 `panel/` 与 `tables/region_year.parquet`")
            + " 重新计算各表并逐格比较，相同则打印 `"
            + count()
            + "/"
            + count()
            + " tables reproduced`，否则指出不同的格。需要结对程序："
            + "在 `bundle/` 中、在 PATH 上（`jiedui`），或由环境变量 `JIEDUI` 指定。\n"
            + "2. `Rscript checks/all.R`：用 R 独立重算。Stata 中在本目录运行 `do checks/check_effect_ratio.do` 等。",
        "1. `sh reproduce` computes the tables again from "
            + (raw ? "`raw/`" : "`panel/` and `tables/region_year.parquet`")
            + " and compares every cell; it prints `"
            + count()
            + "/"
            + count()
            + " tables reproduced` or names the cells that differ. It needs the program Jiedui: in"
            + " `bundle/`, on the path as `jiedui`, or named by the variable `JIEDUI`.\n"
            + "2. `Rscript checks/all.R` recomputes printed numbers in R alone. In Stata run `do"
            + " checks/check_effect_ratio.do` and its like in this folder.");
  }

  private int count() {
    return Reproduction.compared(data.tables(), data.withheld()).size();
  }

  private void tables() {
    title("## ", "表、图与命令", "List of Tables, Figures and Programs");
    row(
        Text.of("表或图", "Table or figure"),
        Text.of("数据", "Data"),
        Text.of("命令", "Program"),
        Text.of("独立检验", "Check"));
    rule(4);
    PrintedTables.all()
        .forEach(
            kind ->
                kind.print(version)
                    .ifPresent(table -> exported(table.caption(), kind.id(), kind.tables())));
    Figures.all().stream()
        .filter(kind -> version.tables().containsAll(kind.tables()))
        .forEach(
            kind ->
                exported(
                    Text.of("图：" + kind.title().zh(), "Figure: " + kind.title().en()),
                    kind.id(),
                    kind.tables()));
    md.append('\n');
  }

  private void exported(Text caption, String id, List<String> from) {
    String checks =
        from.stream()
            .filter(Checks.TABLES::contains)
            .map(table -> "`checks/check_" + table + ".R`")
            .collect(Collectors.joining(", "));
    row(
        Text.of(safe(caption.zh()), safe(caption.en())),
        Text.same(from.stream().map(t -> "`" + t + "`").collect(Collectors.joining(", "))),
        Text.same("`jiedui export " + id + "`"),
        Text.same(checks));
  }

  private void references() {
    title("## ", "参考文献", "References");
    Methods.of(version, notice)
        .ifPresent(
            methods ->
                methods.references().forEach(work -> md.append("- " + work.listed() + "\n")));
  }

  private void title(String level, String zh, String en) {
    md.append(level).append(Text.of(zh, en).in(lang)).append("\n\n");
  }

  private void say(String zh, String en) {
    md.append(Text.of(zh, en).in(lang)).append("\n\n");
  }

  private void row(Text... cells) {
    for (Text cell : cells) {
      md.append("| ").append(cell.in(lang)).append(' ');
    }
    md.append("|\n");
  }

  private void rule(int columns) {
    md.append("|---".repeat(columns)).append("|\n");
  }

  /** Text of the data that stays text in a table. */
  private static String safe(String text) {
    return text.replaceAll("\\p{Cc}", " ").replaceAll("([\\\\|<>\\[\\]`*_])", "\\\\$1");
  }
}

package org.jiedui.job;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jiedui.message.Text;
import org.jiedui.sample.Generator;
import org.jiedui.sample.Plan;
import org.jiedui.sample.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jiedui generate}: synthetic records of any size, with their truth beside them. */
@Command(name = "generate")
public final class GenerateJob implements Callable<Integer> {
  /** Layout as it is typed. */
  enum Layout {
    sample,
    bulk
  }

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "generate.out")
  private Path out;

  @Option(names = "--counties", paramLabel = "N", descriptionKey = "generate.counties")
  private Integer counties;

  @Option(names = "--records", paramLabel = "N", descriptionKey = "generate.records")
  private Long records;

  @Option(names = "--seed", paramLabel = "S", descriptionKey = "generate.seed")
  private long seed = Plan.SEED;

  @Option(names = "--layout", paramLabel = "LAYOUT", descriptionKey = "generate.layout")
  private Layout layout = Layout.sample;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Summary summary = Generator.write(plan());
    output.printer().line(words(summary));
    return 0;
  }

  private Plan plan() {
    Plan.Layout shape = Plan.Layout.valueOf(layout.name().toUpperCase(Locale.ROOT));
    return new Plan(
        out,
        shape,
        counties == null ? shape.counties() : counties,
        records == null ? shape.records() : records,
        seed);
  }

  private Text words(Summary summary) {
    int files = summary.files().size();
    return Text.of(
        "模拟数据,地名虚构。已在 %s 写入 %d 个文件、%d 行记录、%d 字节;真值在 truth/。"
            .formatted(out, files, summary.rows(), summary.bytes()),
        ("synthetic data, invented places: wrote %d files with %d rows of records (%d bytes) to %s;"
                + " the truth lies in truth/")
            .formatted(files, summary.rows(), summary.bytes(), out));
  }
}

package org.jiedui.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jiedui.reference.Geography;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GeographyImportJobTest {
  @TempDir Path dir;

  @Test
  void theSampleHistoryBecomesAGeographyAndTheCommandSaysHowToUseIt() {
    Path out = dir.resolve("geography");
    String said =
        said(
            "import",
            "sample-data/code-history/spans.csv",
            "--out",
            out.toString(),
            "--lang",
            "en");

    assertThat(said).contains("wrote 6 counties (end of 2020)").contains("put geography = ");
    assertThat(Geography.load(out).resolve(520321, 2005).unit()).isEqualTo("520302+520303+520304");
  }

  private static String said(String... args) {
    PrintStream out = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThat(new CommandLine(new GeographyJob()).execute(args)).isZero();
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}

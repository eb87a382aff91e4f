package org.jiedui.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiedui.publish.Fingerprint;
import org.jiedui.publish.TableFile;
import org.jiedui.table.CoverageRow;
import org.jiedui.table.Frame;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets run where their programs are installed, and refuse a file that was changed. */
class SnippetsTest {
  @TempDir private Path dir;

  @BeforeEach
  void write() throws IOException {
    Path tables = Files.createDirectories(dir.resolve("tables"));
    Frame frame =
        Frame.of(
            "coverage",
            CoverageRow.values(),
            List.of(new Object[] {"520123", 2016, 3L}, new Object[] {"520123", 2017, 4L}));
    TableFile.write(tables.resolve("coverage.parquet"), frame, Map.of());
    TreeMap<String, String> digests =
        new TreeMap<>(
            Map.of(
                "coverage",
                Fingerprint.of(Files.readAllBytes(tables.resolve("coverage.parquet")))));
    for (var file : new Snippets("sample version 1", "tables", digests).files().entrySet()) {
      Files.writeString(dir.resolve(file.getKey()), file.getValue());
    }
  }

  private void damage() throws IOException {
    Path file = dir.resolve("tables/coverage.parquet");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void duckDbChecksAndReads() throws Exception {
    assertThat(duckDb()).contains("coverage", "520123");
    damage();
    assertThatThrownBy(this::duckDb)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("coverage is not the published file");
  }

  private List<String> duckDb() throws IOException, SQLException {
    String sql =
        Files.readString(dir.resolve("open.sql"))
            .replace("'tables/", "'" + dir.resolve("tables") + "/");
    List<String> seen = new ArrayList<>();
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      for (String one : sql.split(";\\n")) {
        try (var rows = statement.executeQuery(one)) {
          while (rows.next()) {
            seen.add(rows.getString(1));
          }
        }
      }
    }
    return seen;
  }

  @Test
  void pythonChecksAndReads() throws Exception {
    assumeTrue(succeeds("python3", "-c", "import pandas, pyarrow"), "no pandas with pyarrow");
    assertThat(output("python3", "open.py")).contains("coverage: 2 rows", "520123");
    damage();
    assertThat(succeeds("python3", "open.py")).isFalse();
  }

  @Test
  void rChecksAndReads() throws Exception {
    String any =
        "q(status = !any(sapply(c('arrow', 'nanoparquet'), requireNamespace, quietly = TRUE)))";
    assumeTrue(succeeds("Rscript", "-e", any), "no R with arrow or nanoparquet");
    assertThat(output("Rscript", "open.R")).contains("coverage: 2 rows", "520123");
    damage();
    assertThat(succeeds("Rscript", "open.R")).isFalse();
  }

  /** Without a reader of Parquet the digests of the files are still told apart in plain R. */
  @Test
  void rFindsAChangedFileBeforeItIsRead() throws Exception {
    assumeTrue(succeeds("Rscript", "--version"), "no R");
    Path script = dir.resolve("open.R");
    Files.writeString(
        script,
        Files.readString(script)
            .replaceAll(
                "(?s)read <- if.*?\\n}\\n\\n", "read <- function(file) data.frame(a = 1)\n"));
    assertThat(output("Rscript", "open.R")).contains("coverage: 1 rows");
    damage();
    assertThat(output("Rscript", "open.R")).contains("coverage.parquet is not the published file");
  }

  /** A module that only counts stands for pandas: plain Python tells changed files apart. */
  @Test
  void pythonFindsAChangedFileBeforeItIsRead() throws Exception {
    assumeTrue(succeeds("python3", "--version"), "no Python");
    Files.writeString(
        dir.resolve("pandas.py"),
        """
        class Rows(list):
            def head(self, n):
                return self[:n]

        def read_parquet(file):
            return Rows([file.name])
        """);
    assertThat(output("python3", "open.py")).contains("coverage: 1 rows", "['coverage.parquet']");
    damage();
    assertThat(output("python3", "open.py")).contains("coverage.parquet is not the published file");
    assertThat(succeeds("python3", "open.py")).isFalse();
  }

  private boolean succeeds(String... command) throws InterruptedException {
    try {
      return started(command).waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private String output(String... command) throws IOException {
    return new String(started(command).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private Process started(String... command) throws IOException {
    return new ProcessBuilder(command).directory(dir.toFile()).redirectErrorStream(true).start();
  }
}

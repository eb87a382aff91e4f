package org.jiedui.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiedui.table.Spec.key;
import static org.jiedui.table.Spec.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.Metadata;
import org.jiedui.spark.SharedSpark;
import org.jiedui.table.Field;
import org.jiedui.table.Frame;
import org.jiedui.table.Spec;
import org.jiedui.table.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One table as a file: bytes, values, labels, and what other programs read. */
@ExtendWith(SharedSpark.class)
class TableFileTest {
  /** One column of each type. */
  enum Sample implements Field {
    CODE(key(Type.TEXT, "县代码", "County code")),
    YEAR(key(Type.YEAR, "年份", "Year")),
    RANK(measure(Type.INT, "1", "名次", "Rank")),
    AMOUNT(measure(Type.LONG, "fen", "数额", "Amount")),
    RATIO(measure(Type.DOUBLE, "1", "倍数", "Ratio")),
    DAY(Spec.label(Type.DATE, "日期", "Day")),
    NOTE(Spec.label(Type.TEXT, "备注\"引号\"", "Note"));

    private final Spec spec;

    Sample(Spec spec) {
      this.spec = spec;
    }

    @Override
    public Spec spec() {
      return spec;
    }
  }

  private static final Map<String, String> FACTS = Map.of("jiedui.source", "模拟数据");

  @TempDir private Path folder;

  @Test
  void theSameRowsGiveTheSameBytesInWhateverOrderTheyCome() throws Exception {
    List<Object[]> shuffled = new ArrayList<>(rows(3000));
    Collections.shuffle(shuffled, new Random(7));
    TableFile.write(folder.resolve("a"), frame(rows(3000)), FACTS);
    TableFile.write(folder.resolve("b"), frame(shuffled), FACTS);

    assertThat(folder.resolve("a")).hasSameBinaryContentAs(folder.resolve("b"));
  }

  @Test
  void everyValueAndLabelComesBack() throws Exception {
    Frame frame = frame(rows(3000));
    Path file = written(frame);

    Frame read = TableFile.read(file);

    assertThat(read.table()).isEqualTo("sample");
    assertSameRows(read.rows(), frame.rows());
    for (Sample field : Sample.values()) {
      Field stored = read.fields().get(field.ordinal());
      assertThat(stored.column()).isEqualTo(field.column());
      assertThat(stored.spec()).isEqualTo(field.spec());
    }
    assertThat(TableFile.footer(file)).containsAllEntriesOf(FACTS).containsKey("jiedui.version");
  }

  @Test
  void aTableWithoutRowsKeepsItsColumns() throws Exception {
    Frame read = TableFile.read(written(frame(List.of())));

    assertThat(read.size()).isZero();
    assertThat(read.fields()).hasSize(Sample.values().length);
  }

  @Test
  void whatTheWriterCountedIsWhatTheReaderFinds() throws Exception {
    var out = new java.io.ByteArrayOutputStream();
    var writer = new TableFile.Writer(out, "sample", List.of(Sample.values()), FACTS);
    for (Object[] row : frame(rows(3000)).rows()) {
      writer.append(row);
    }
    writer.close();
    StoredFile stored = writer.stored("sample.parquet");

    assertThat(stored.sha256()).isEqualTo(Sha256.of(out.toByteArray()));
    assertThat(stored.bytes()).isEqualTo(out.size());
    try (var reader = new TableReader(new BytesChannel(out.toByteArray()))) {
      assertThat(reader.summary()).isEqualTo(stored.table().orElseThrow());
    }
  }

  @Test
  void aWriterRefusesRowsOutOfOrderWrongTypesAndNumbersThatAreNotFinite() throws Exception {
    Object[] row = rows(1).get(0);
    Object[] infinite = row.clone();
    infinite[Sample.RATIO.ordinal()] = Double.POSITIVE_INFINITY;
    Object[] wrong = row.clone();
    wrong[Sample.AMOUNT.ordinal()] = 1;
    assertThat(refusal(row, row)).contains("key order");
    assertThat(refusal(infinite)).contains("finite");
    assertThat(refusal(wrong)).contains("LONG");
  }

  @Test
  void aFileWhoseWriterRefusedARowDoesNotOpen() throws Exception {
    Object[] row = rows(1).get(0);
    refusal(row, row);

    assertThatThrownBy(() -> TableFile.read(folder.resolve("x")))
        .hasMessageContaining("not a Parquet table");
  }

  @Test
  void aFileThatIsThereIsNotOverwritten() throws Exception {
    Path file = written(frame(rows(2)));

    assertThatThrownBy(() -> written(frame(rows(3)))).isInstanceOf(IOException.class);
    assertThat(TableFile.read(file).size()).isEqualTo(2);
  }

  @Test
  void somethingElseThanParquetIsAnInputOutputErrorWithWords() throws Exception {
    Path file = Files.writeString(folder.resolve("x"), "code,year\n1,2\n");

    assertThatThrownBy(() -> TableFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a Parquet table");
  }

  @Test
  void duckDbSeesEveryValueTypeNullAndFooterKey() throws Exception {
    Frame frame = frame(rows(3000));
    String file = "'" + written(frame) + "'";
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement()) {
      assertThat(pairs(sql, "select column_name, column_type from (describe from " + file + ")"))
          .containsExactlyEntriesOf(duckTypes());
      assertThat(
              pairs(
                  sql, "select decode(key), decode(value) from parquet_kv_metadata(" + file + ")"))
          .containsAllEntriesOf(TableFile.footer(folder.resolve("sample.parquet")));
      assertSameRows(duckRows(sql, "from " + file), frame.rows());
    }
  }

  @Test
  void sparkSeesEveryValueAndTheLabelsInItsOwnMetadata(SparkSession spark) throws Exception {
    Frame frame = frame(rows(3000));
    Dataset<org.apache.spark.sql.Row> read = spark.read().parquet(written(frame).toString());

    assertThat(read.schema().simpleString())
        .isEqualTo(
            "struct<code:string,year:int,rank:int,amount:bigint,ratio:double,day:date,note:string>");
    for (Sample field : Sample.values()) {
      Metadata metadata = read.schema().apply(field.column()).metadata();
      assertThat(metadata.getString("comment"))
          .isEqualTo(field.label().zh() + " / " + field.label().en());
      assertThat(metadata.getString("unit")).isEqualTo(field.unit());
    }
    List<Object[]> rows = new ArrayList<>();
    for (org.apache.spark.sql.Row row : read.orderBy("code", "year").collectAsList()) {
      Object[] values = new Object[row.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = row.get(i) instanceof java.sql.Date date ? date.toLocalDate() : row.get(i);
      }
      rows.add(values);
    }
    assertSameRows(rows, frame.rows());
  }

  private String refusal(Object[]... rows) throws IOException {
    Path file = folder.resolve("x");
    Files.deleteIfExists(file);
    try (var writer = TableFile.writer(file, "sample", List.of(Sample.values()), Map.of())) {
      for (Object[] row : rows) {
        writer.append(row);
      }
      return "";
    } catch (IllegalStateException e) {
      return e.getMessage();
    }
  }

  private Path written(Frame frame) throws IOException {
    Path file = folder.resolve("sample.parquet");
    TableFile.write(file, frame, FACTS);
    return file;
  }

  private static Frame frame(List<Object[]> rows) {
    return Frame.of("sample", Sample.values(), rows);
  }

  /** Every third value is missing, in every column that may be. */
  private static List<Object[]> rows(int count) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Object[] row = {
        String.format("%06d", i / 10),
        2000 + i % 10,
        i,
        i * 1_000_003L * (i % 2 == 0 ? 1 : -1),
        i / 7.0 - 100,
        LocalDate.of(1990, 1, 1).plusDays(i),
        "第" + i + "行\n\"" + (i % 5 == 0 ? "" : "𠮷")
      };
      for (int column = 2; column < row.length; column++) {
        row[column] = (i + column) % 3 == 0 ? null : row[column];
      }
      rows.add(row);
    }
    return rows;
  }

  private static Map<String, String> duckTypes() {
    Map<String, String> types = new LinkedHashMap<>();
    types.put("code", "VARCHAR");
    types.put("year", "INTEGER");
    types.put("rank", "INTEGER");
    types.put("amount", "BIGINT");
    types.put("ratio", "DOUBLE");
    types.put("day", "DATE");
    types.put("note", "VARCHAR");
    return types;
  }

  private static Map<String, String> pairs(Statement sql, String query) throws SQLException {
    Map<String, String> pairs = new LinkedHashMap<>();
    try (ResultSet result = sql.executeQuery(query)) {
      while (result.next()) {
        pairs.put(result.getString(1), result.getString(2));
      }
    }
    return pairs;
  }

  private static List<Object[]> duckRows(Statement sql, String query) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    try (ResultSet result = sql.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        Object[] row = new Object[columns];
        for (int i = 0; i < columns; i++) {
          row[i] = result.getObject(i + 1);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static void assertSameRows(List<Object[]> actual, List<Object[]> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i)).as("row " + i).containsExactly(expected.get(i));
    }
  }
}
